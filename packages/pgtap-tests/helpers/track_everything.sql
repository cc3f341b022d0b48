-- Tables that bring out every form of generated capture function, tracked. For the meta-tests.
create function track_everything() returns void language plpgsql as $$
begin
  create table public.everything (
    id int primary key, name text, amount numeric, ratio float8, at timestamptz, took interval, raw bytea, flag boolean, paid money, secret text,
    plain jsonb, plain_text json, profile jsonb, labels jsonb, lines jsonb, tags text[], pts point[], pair int4range, modified_at timestamptz, modified_by text
  );
  perform audit.track('public.everything', touch => true, row_log => true, masked => '{secret}',
    json_columns => '{"profile": "object", "labels": "array", "lines": {"type": "objectArray", "key": ["sku", "lot"]}}');
  create table public.keyless (note text);
  perform audit.track('public.keyless', key => '{}', log_query => false, row_log => true);
  create table public.parted (id int, day date, note text, primary key (id, day)) partition by range (day);
  create table public.parted_1 partition of public.parted for values from ('2026-01-01') to ('2027-01-01');
  perform audit.track('public.parted', row_log => true);
  create table public.parent (id text primary key, modified_at date);
  create table public.child () inherits (public.parent);
  perform audit.track('public.parent', touch => true);
end
$$;
