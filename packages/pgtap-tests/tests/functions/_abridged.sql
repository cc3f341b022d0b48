-- audit._abridged(json_text): a value that is too large to stand in a diff beside the other.

begin;
select plan(3);

select is(audit._abridged('"short"'), '"short"', 'up to 1 MB it is itself');
select is(
  audit._abridged('"' || repeat('∆', 400000) || '"'),
  to_json('"' || repeat('∆', 999) || '… 1200002 bytes, MD5 ' || md5('"' || repeat('∆', 400000) || '"'))::text,
  'a longer one: its first 1,000 characters, its length and its MD5, as a JSON string'
);
select is(audit._abridged(null), null, 'null is null');

select * from finish();
rollback;
