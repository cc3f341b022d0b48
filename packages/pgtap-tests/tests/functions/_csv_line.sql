-- audit._csv_field(value) and audit._csv_line(fields): what COPY … (FORMAT csv) writes.

begin;
select plan(9);

select is(audit._csv_field('plain text'), 'plain text', 'most values stand as they are');
select is(audit._csv_field(null), '', 'null is nothing');
select is(audit._csv_field(''), '""', 'an empty text is not null');
select is(audit._csv_field('a,b'), '"a,b"', 'a comma is quoted');
select is(audit._csv_field('say "yes"'), '"say ""yes"""', 'a quote is doubled');
select is(audit._csv_field(E'one\ntwo'), E'"one\ntwo"', 'so is a line feed');
select is(audit._csv_field(E'one\rtwo'), E'"one\rtwo"', 'and a carriage return');
select is(audit._csv_field(E' Анна\t\\.'), E' Анна\t\\.', 'and nothing else');
select is(audit._csv_line(array['1', null, '', 'a,b', 'Анна']), '1,,"","a,b",Анна', 'a line has them in their order');

select * from finish();
rollback;
