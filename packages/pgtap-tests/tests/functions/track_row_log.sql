-- row_log => true keeps typed log tables too: not in this version.

begin;
select plan(1);

create table note (id int primary key);
select throws_with_hint(
  $$ select audit.track('note', row_log => true) $$,
  'UA016', 'row_log is not available in this version', 'Leave row_log out, or set it to false.',
  'row_log is refused, not ignored'
);

select * from finish();
rollback;
