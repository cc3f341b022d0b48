import { expect, test } from 'vitest';
import { status } from '../../src/index.js';
import { driverOver } from '../support/driver.js';
import { describeModes, problems } from '../support/modes.js';
import { changes, texts, value } from '../support/records.js';

describeModes('dropping a column that the declaration names', ({ client }) => {
  test('the key: rows go on being recorded, without data_id, and status says what to decide', async () => {
    await client().query(`
      create table keyed (id int primary key, qty int);
      select audit.track('keyed');
      insert into keyed values (1, 1);
      alter table keyed drop id;
      insert into keyed values (2);
      update keyed set qty = 3 where qty = 2;
      delete from keyed`);
    expect(await changes(client(), 'keyed')).toEqual([
      'I 1 {"id": 1, "qty": 1}',
      'I - {"qty": 2}',
      'U - qty: 2 -> 3',
      'D - {"qty": 1}',
      'D - {"qty": 3}',
    ]);
    expect(await problems(client(), 'keyed')).toEqual([
      'column id of the key is gone, so that data_id lacks it; call audit.track again with another key',
    ]);
    const { problems: listed } = await status(driverOver(client()));
    expect(listed).toContainEqual(
      expect.stringMatching(/^public\.keyed: column id of the key is gone/),
    );

    await client().query(
      `alter table keyed add no int generated always as identity primary key; select audit.track('keyed')`,
    );
    expect(await problems(client(), 'keyed')).toEqual([]);
    await client().query('insert into keyed (qty) values (4)');
    expect((await changes(client(), 'keyed')).at(-1)).toBe('I 1 {"no": 1, "qty": 4}');
  });

  test('one column of the key: data_id is what is left of it', async () => {
    await client().query(`
      create table pair (a int, b int, qty int, primary key (a, b));
      select audit.track('pair');
      insert into pair values (1, 2, 0);
      alter table pair drop b;
      update pair set qty = 1`);
    expect(await changes(client(), 'pair')).toEqual([
      'I 1∆2 {"a": 1, "b": 2, "qty": 0}',
      'U 1 qty: 0 -> 1',
    ]);
    expect(await problems(client(), 'pair')).toHaveLength(1);
  });

  test('masked, ignored, JSON, modified_at and modified_by columns: each is named by status', async () => {
    await client().query(`
      create table full_of (id int primary key, secret text, noise int, doc jsonb, at timestamptz, who text, qty int);
      select audit.track('full_of', masked => '{secret}', ignored => '{noise}', json_columns => '{"doc": "object"}',
        modified_at => 'at', modified_by => 'who');
      insert into full_of values (1, 's', 1, '{}', '2024-01-01Z', 'clerk', 1);
      alter table full_of drop secret, drop noise, drop doc, drop at, drop who;
      update full_of set qty = 2;
      insert into full_of values (2, 2)`);
    expect((await changes(client(), 'full_of')).slice(1)).toEqual([
      'U 1 qty: 1 -> 2',
      'I 2 {"id": 2, "qty": 2}',
    ]);
    expect(
      await texts(
        client(),
        'full_of',
        `concat_ws(' ', to_char(modified_at at time zone 'UTC', 'YYYY'), modified_by)`,
      ),
    ).toEqual(['2024 clerk', '', '']);
    expect((await problems(client(), 'full_of')).sort()).toEqual(
      ['secret masked', 'noise ignored', 'doc json_columns', 'at modified_at', 'who modified_by']
        .map((pair) => pair.split(' '))
        .map(
          ([name, option]) =>
            `column ${name}, which ${option} names, is gone; call audit.track again with other options`,
        )
        .sort(),
    );
  });

  test('all of only_columns: nothing is left to compare but the key', async () => {
    await client().query(`
      create table narrow (id int primary key, qty int, note text);
      select audit.track('narrow', only_columns => '{qty}');
      insert into narrow values (1, 1);
      alter table narrow drop qty;
      update narrow set note = 'n';
      update narrow set id = 2`);
    expect((await changes(client(), 'narrow')).slice(1)).toEqual(['U 2 id: 1 -> 2']);
    expect(await problems(client(), 'narrow')).toHaveLength(1);
  });

  test('the column that touch sets: the write goes on', async () => {
    await client().query(`
      create table touched (id int primary key, modified_at timestamptz);
      select audit.track('touched', touch => true);
      alter table touched drop modified_at;
      insert into touched values (1)`);
    expect(await changes(client(), 'touched')).toEqual(['I 1 {"id": 1}']);
    expect(await problems(client(), 'touched')).toEqual([
      'column modified_at, which modified_at names, is gone; call audit.track again with other options',
    ]);
  });

  test('the column that touch sets made a number, a text or generated: the write goes on', async () => {
    for (const [type, using] of [
      ['int', '1'],
      ['text', `'t'`],
      ['jsonb', `'{}'`],
    ]) {
      await client().query(`
        create table touched_${type} (id int primary key, modified_at timestamptz);
        select audit.track('touched_${type}', touch => true);
        alter table touched_${type} alter modified_at type ${type} using ${using};
        insert into touched_${type} values (1)`);
      expect(await problems(client(), `touched_${type}`)).toHaveLength(1);
    }
    await client().query(`
      create table touched_self (id int primary key, modified_at timestamptz);
      select audit.track('touched_self', touch => true);
      alter table touched_self drop modified_at;
      alter table touched_self add modified_at timestamptz generated always as (timestamptz '2024-01-01Z') stored;
      insert into touched_self values (1)`);
    expect(
      await value(
        client(),
        `select count(*)::int from touched_self where modified_at = '2024-01-01Z'`,
      ),
    ).toBe(1);
  });

  test('a JSON column made a plain one is compared as what it is', async () => {
    await client().query(`
      create table plain (id int primary key, doc jsonb);
      select audit.track('plain', json_columns => '{"doc": {"type": "objectArray", "key": ["id"]}}');
      insert into plain values (1, '[]');
      alter table plain alter doc type text;
      update plain set doc = 'x'`);
    expect((await changes(client(), 'plain')).slice(1)).toEqual(['U 1 doc: "[]" -> "x"']);
    expect(await problems(client(), 'plain')).toEqual([]);
  });

  test('added again under its name: the declaration names it again', async () => {
    await client().query(`
      create table back (id int primary key, secret text);
      select audit.track('back', masked => '{secret}');
      alter table back drop secret;
      alter table back add secret text;
      insert into back values (1, 'hidden')`);
    expect(await changes(client(), 'back')).toEqual(['I 1 {"id": 1, "secret": "***"}']);
    expect(await problems(client(), 'back')).toEqual([]);
  });
});
