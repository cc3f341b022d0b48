-- audit.maintain() and audit.drop_before() need to see what has been committed last.

begin isolation level repeatable read;
select plan(2);

select throws_with_hint(
  'select * from audit.maintain()',
  'UA071', 'maintenance is not possible in a transaction that is REPEATABLE READ', 'Call it in a transaction of its own that is READ COMMITTED.',
  'maintain'
);
select throws_ok('select * from audit.drop_before(now())', 'UA071', null, 'drop_before');

select * from finish();
rollback;
