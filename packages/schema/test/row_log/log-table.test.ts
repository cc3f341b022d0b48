import { expect, test } from 'vitest';
import { describeModes } from '../support/modes.js';
import { logged } from './support/logged.js';

describeModes('a typed log table', ({ client }) => {
  test('has the old and the new row of each change, in the order of the changes', async () => {
    await client().query(`
      create table kept (id int primary key, note text, amount numeric(10,2));
      select audit.track('kept', row_log => true);
      insert into kept values (1, 'one', 1.5), (2, 'two', null);
      update kept set note = note || '!';
      update kept set id = id + 10;
      update kept set note = note;
      delete from kept where id = 11;
      truncate kept;`);
    expect(await logged(client(), 'public_kept_log', 'id, note, amount')).toEqual([
      '1 INS NEW 1,one,1.50',
      '2 INS NEW 2,two,',
      '3 UPD OLD 1,one,1.50',
      '3 UPD NEW 1,one!,1.50',
      '4 UPD OLD 2,two,',
      '4 UPD NEW 2,two!,',
      '5 UPD OLD 1,one!,1.50',
      '5 UPD NEW 11,one!,1.50',
      '6 UPD OLD 2,two!,',
      '6 UPD NEW 12,two!,',
      '7 UPD OLD 11,one!,1.50',
      '7 UPD NEW 11,one!,1.50',
      '8 UPD OLD 12,two!,',
      '8 UPD NEW 12,two!,',
      '9 DEL OLD 11,one!,1.50',
      '10 TRU OLD 12,two!,',
      '11 TRU  ,,',
    ]);
  });
});
