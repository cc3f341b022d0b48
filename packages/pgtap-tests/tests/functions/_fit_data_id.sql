-- audit._fit_data_id(text): a key that the log's index can hold.

begin;
select plan(4);

select is(audit._fit_data_id(repeat('k', 2400)), repeat('k', 2400), 'up to 2,400 bytes it is itself');
select is(audit._fit_data_id(repeat('∆', 801)), repeat('∆', 500) || '…' || md5(repeat('∆', 801)), 'a longer one is cut by characters, with the MD5 of the whole');
select isnt(audit._fit_data_id(repeat('k', 9000) || 'a'), audit._fit_data_id(repeat('k', 9000) || 'b'), 'so that different keys stay different');
select is(audit._fit_data_id(null), null, 'null is null');

select * from finish();
rollback;
