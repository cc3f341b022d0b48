-- Values come through exactly: every digit, every microsecond, every character, at any size.
-- Engines: both

begin;
select plan(21);

create table exact (id int primary key, big bigint, n numeric, f float8, r float4, at timestamptz, local timestamp, d date, t text, j jsonb, js json, raw bytea, na numeric[], c char(5), e text[]);
select audit.track('exact', json_columns => '{"j": "object"}');
insert into exact (id) values (1);

update exact set big = 9007199254740993;
select is((last_record()).diff ->> 'big', 'null -> 9007199254740993', 'a bigint above 2^53');
update exact set big = -9223372036854775808;
select is((last_record()).diff ->> 'big', '9007199254740993 -> -9223372036854775808', 'the smallest');
update exact set n = 12345678901234567890123456789.123456789012345678901234567890;
select is((last_record()).diff ->> 'n', 'null -> 12345678901234567890123456789.123456789012345678901234567890', 'a numeric of 59 digits');
update exact set n = 1.0;
update exact set n = 1.00;
select is((last_record()).diff ->> 'n', '1.0 -> 1.00', 'a change of scale alone is a change');
update exact set n = 'NaN';
select is((last_record()).diff ->> 'n', '1.00 -> "NaN"', 'NaN');
update exact set f = 0.1::float8 + 0.2::float8, r = 16777216;
select is((last_record()).diff ->> 'f', 'null -> 0.30000000000000004', 'a float has as many digits as it takes to tell it from others');
update exact set f = '-Infinity';
select is((last_record()).diff ->> 'f', '0.30000000000000004 -> "-Infinity"', 'infinity');
update exact set f = 0;
update exact set f = '-0';
select is((last_record()).diff ->> 'f', '0 -> 0', 'minus zero: a change, though jsonb has one zero');
update exact set at = '2026-01-02 03:04:05.000001+00', local = 'infinity', d = '-infinity';
select is((last_record()).diff, '{"diffType": "normal", "at": "null -> \"2026-01-02T03:04:05.000001+00:00\"", "local": "null -> \"infinity\"", "d": "null -> \"-infinity\""}', 'microseconds and infinite times');
update exact set at = '0044-03-15 12:00:00+00 BC';
select is((last_record()).diff ->> 'at', '"2026-01-02T03:04:05.000001+00:00" -> "0044-03-15T12:00:00+00:00 BC"', 'years before Christ');
update exact set t = U&'\2028\2029\FEFF\+01F600' || E'\x01\t';
select is((last_record()).diff ->> 't', 'null -> ' || to_jsonb(U&'\2028\2029\FEFF\+01F600' || E'\x01\t')::text, 'characters that JavaScript or JSON treat specially');
update exact set t = 'a';
update exact set t = 'a ';
select is((last_record()).diff ->> 't', '"a" -> "a "', 'a space at the end');
update exact set t = 'é';
update exact set t = E'e\u0301';
select is((last_record()).diff ->> 't', E'"é" -> "e\u0301"', 'two spellings of one letter');
update exact set c = 'x';
select is((last_record()).diff ->> 'c', 'null -> "x    "', 'a char(n) with its padding');
update exact set raw = '\x00ff';
select is((last_record()).diff ->> 'raw', $$null -> "\\x00ff"$$, 'bytes');
update exact set j = '{"n": 1234567890123456789012345678901234567890.10}';
select is((last_record()).json_diff -> 'j' ->> 'n', 'null -> 1234567890123456789012345678901234567890.10', 'digits within JSON');
update exact set na = array[1.10, 9007199254740993]::numeric[];
select is((last_record()).json_diff::text, '{"na": {"diffType": "array", "newItems": [1.10, 9007199254740993], "removedItems": []}}', 'and within arrays');
select lives_ok($$ update exact set js = '{"a": "\u0000", "a": 1}' $$, 'json that jsonb can''t hold does not fail the write');
select is((last_record()).json_diff -> 'js' ->> 'diffType', 'other', 'and is recorded as text');

update exact set t = repeat('∆', 3000000), j = jsonb_build_object('long', repeat('x', 5000000));
select is(
  (select array[octet_length(diff ->> 't'), length(json_diff -> 'j' ->> 'long')] from last_record()),
  array[octet_length('"e' || U&'\0301' || '" -> ""') + 9000000, 5000000 + length('null -> ""')], 'values of many megabytes'
);
insert into exact (id, t) values (2, repeat('y', 20000000));
select is(length((last_record()).raw_data ->> 't'), 20000000, 'whole rows of that size too');

select * from finish();
rollback;
