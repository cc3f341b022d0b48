-- The shared capture functions have to pin what the generated ones pin where they can reach plv8 (_capture_settings).
-- A session knows the setting only once plv8 is loaded, hence the call.
select audit._plv8_start();
alter function audit._capture_agnostic() set plv8.start_proc = 'audit._plv8_start';
alter function audit._capture_agnostic_row() set plv8.start_proc = 'audit._plv8_start';
