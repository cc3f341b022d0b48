import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describeWith, useDatabase } from '@audit/test-db';
import { expect, test } from 'vitest';
import plv8Start from '../../sql/functions/plv8/_plv8_start.sql';
import plv8Diff from '../../src/generated/plv8_diff.sql';
import { plv8Database } from './engines.js';

test('the function in SQL is the code in src/plv8', () => {
  const script = fileURLToPath(new URL('../../scripts/splice-plv8.mjs', import.meta.url));
  execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' });
});

test('the body can be read: comments, lines, no imports', () => {
  expect(plv8Diff).toContain('// Source: packages/schema/src/plv8/diff.ts');
  expect(plv8Diff).toContain(
    '/** Whether two values are equal jsonb. */\nfunction isEqual(left, right) {',
  );
  expect(plv8Diff).not.toMatch(/^(import|export) /m);
});

describeWith('plv8', 'plv8.start_proc', () => {
  const database = useDatabase({ prepare: plv8Database });

  /** A caller's start_proc that says who it runs as, and a function of the owner's that calls plv8. */
  async function attack(pin: string): Promise<string[]> {
    const owner = await database().connect();
    await owner.query(`${plv8Start};
      drop table if exists public.seen;
      create table public.seen (who text);
      grant insert on public.seen to public;
      create or replace function public.capture() returns text language plpgsql security definer ${pin}
      as $$ begin return audit._plv8_diff('object', '{"a": 1}', '{"a": 2}', null); end $$;
      grant create, usage on schema public to public`);
    const role = await database().createRole();
    const caller = await database().connect(role.url);
    await caller.query(`
      create or replace function public.from_${role.name}() returns void language plv8
      as $$ plv8.execute('insert into public.seen values (current_user)') $$;
      set plv8.start_proc = 'public.from_${role.name}'`);
    await caller.query('select public.capture()');
    return (await owner.query('select who from public.seen')).rows.map(({ who }) => who);
  }

  test("a caller's code runs as the owner where it is not pinned", async () => {
    expect(await attack('')).toHaveLength(1);
  });

  test("a caller's code does not run where it is pinned", async () => {
    expect(await attack("set plv8.start_proc = 'audit._plv8_start'")).toEqual([]);
  });
});
