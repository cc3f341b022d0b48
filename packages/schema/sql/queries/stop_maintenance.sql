select audit._stop_maintenance();
