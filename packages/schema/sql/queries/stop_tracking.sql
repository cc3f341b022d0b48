select audit._stop_tracking(t.id) from audit.tracked_table as t order by t.id;
