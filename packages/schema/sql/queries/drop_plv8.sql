drop function if exists audit._plv8_diff(text, text, text, text[]);
drop function if exists audit._plv8_start();
