import type pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';

const { client, database } = useAudited();

// Everything that a session's settings could show in: types whose text depends on them, bare, in arrays, ranges and
// composite values, in the key and in modified_at.
const columns = {
  id: ['timestamptz', '2024-01-01 00:00:00+00', '2024-07-01 00:00:00.5+00'],
  ts: ['timestamp', '2024-01-02 03:04:05.678', '2024-01-02 03:04:05'],
  d: ['date', '2024-02-03', '2024-03-02'],
  tz: ['timetz', '12:00:00+02', '12:00:00+03'],
  iv: ['interval', '1 year 2 mons -3 days 04:05:06.7', '-1 mon'],
  f8: ['float8', '0.1', '0.30000000000000004'],
  f4: ['float4', '1.1', '1.2'],
  b: ['bytea', '\\x00ff5c27', '\\x01'],
  m: ['money', '1234.56', '7'],
  tsr: ['tstzrange', '[2024-01-01 00:00:00+00,2024-02-01 00:00:00+00)', 'empty'],
  tss: ['timestamptz[]', '{2024-01-01 00:00:00+00}', '{2024-07-01 00:00:00+00}'],
  ivs: ['interval[]', '{1 day 02:00:00}', '{}'],
  bs: ['bytea[]', '{"\\\\x00ff"}', '{"\\\\x"}'],
  fs: ['float8[]', '{0.1,1e300}', '{NaN}'],
  c: [
    'settings_row',
    '("2024-01-01 00:00:00+00",0.1,"1 day","\\\\x00ff",now,pg_catalog.text)',
    '("2024-07-01 00:00:00+00",0.2,"1 mon","\\\\x",abs,pg_catalog.oid)',
  ],
  p: ['point', '(0.1,0.30000000000000004)', '(1,2)'],
  rc: ['regclass', 'public.other_table', 'public."Other"'],
  rt: ['regtype', 'public.settings_row', 'integer'],
  j: ['json', '{"a": 1.0, "b": "\\u00e9"}', '[1]'],
  jb: ['jsonb', '{"a": 1.0}', '[1.50]'],
  n: ['numeric', '1234.50', '1e3'],
  t: ['text', `back\\slash 'quote' "double"`, 'line\nbreak\ttab'],
  modified_at: ['timestamp', '2024-01-01 12:00:00', '2024-01-01 13:00:00'],
  modified_by: ['text', 'support', 'billing'],
} as const;

beforeAll(async () => {
  const admin = client();
  await admin.query(`
    create table public.other_table (id int);
    create table public."Other" (id int);
    create type public.settings_row as (ts timestamptz, f float8, iv interval, b bytea, rc name, rt text);
    create table public.noted (${Object.entries(columns)
      .map(([name, [type]]) => `${name} ${type}`)
      .join(', ')}, primary key (id));
    select audit.track('public.noted');
    create schema hostile;
    create function hostile.to_jsonb(anyelement) returns jsonb language sql as $$ select '"hijacked"'::jsonb $$;
    create function hostile.to_json(anyelement) returns json language sql as $$ select '"hijacked"'::json $$;
    create function hostile.now() returns timestamptz language sql as $$ select 'epoch'::timestamptz $$;
    create function hostile.clock_timestamp() returns timestamptz language sql as $$ select 'epoch'::timestamptz $$;
    create function hostile.current_setting(text, boolean) returns text language sql as $$ select 'hijacked' $$;
    create function hostile.coalesce_text(text, text) returns text language sql as $$ select 'hijacked' $$;
    create function hostile.concat(variadic text[]) returns text language sql as $$ select 'hijacked' $$;
    create function hostile.nextval(regclass) returns bigint language sql as $$ select -1::bigint $$;
    create function hostile.same(text, text) returns boolean language sql as $$ select true $$;
    create operator hostile.= (leftarg = text, rightarg = text, function = hostile.same);
    create operator hostile.<> (leftarg = text, rightarg = text, function = hostile.same);
    create operator hostile.|| (leftarg = text, rightarg = text, function = hostile.coalesce_text);
    create domain hostile.text as pg_catalog.int4;
    create domain hostile.oid as pg_catalog.text;
    create domain hostile.timestamptz as pg_catalog.text;
    create domain hostile.jsonb as pg_catalog.text;
    create table hostile.pg_class (oid int);
    create table hostile.pg_attribute (oid int)`);
});

/** Writes the same two rows and changes them, in a session of its own, and returns all that was recorded. */
async function record(prepare: (session: pg.Client) => Promise<unknown>): Promise<string[]> {
  const last = await client().query(`select coalesce(max(id), 0) as id from audit.data_op_log`);
  const session = await database().connect();
  await prepare(session);
  const names = Object.keys(columns);
  // The types are named in full and the values are parameters in a form that no setting changes.
  const type = (name: string) => `${name === 'settings_row' ? 'public' : 'pg_catalog'}.${name}`;
  const typed = Object.values(columns)
    .map(([name], n) => `$${n + 1}::${type(name)}`)
    .join(', ');
  await session.query(
    `insert into public.noted select ${typed}`,
    Object.values(columns).map(([, before]) => before),
  );
  await session.query(
    `update public.noted set (${names.join(', ')}) = row(${typed})`,
    Object.values(columns).map(([, , after]) => after),
  );
  await session.query('delete from public.noted');
  await session.end();
  const { rows } = await client().query<{ text: string }>(
    `select jsonb_build_array(schema_name, table_name, data_id, action, raw_data, diff, json_diff, statement_only,
       modified_at at time zone 'UTC', modified_by, op_type, op_note, revision_id, op_meta,
       session_user_name = session_user,
       abs(extract(epoch from now() - action_tstamp_clk)) < 60)::text as text
     from audit.data_op_log where id > $1 order by id`,
    [last.rows[0].id],
  );
  expect(rows).toHaveLength(3);
  return rows.map(({ text }) => text);
}

let plain: Promise<string[]> | undefined;
const reference = () => (plain ??= record(async () => {}));

const settings: string[] = [
  `timezone = 'Asia/Kathmandu'`,
  `timezone = 'America/St_Johns'`,
  `datestyle = 'SQL, DMY'`,
  `datestyle = 'German'`,
  `datestyle = 'Postgres, MDY'`,
  `intervalstyle = 'iso_8601'`,
  `intervalstyle = 'sql_standard'`,
  `bytea_output = 'escape'`,
  `extra_float_digits = -15`,
  `extra_float_digits = 0`,
  `extra_float_digits = 3`,
  `search_path = hostile, pg_catalog, public`,
  `search_path = ''`,
  `search_path = audit, public`,
  `row_security = off`,
  `lc_monetary = 'C'`,
  `standard_conforming_strings = off`,
  `escape_string_warning = off`,
  `backslash_quote = off`,
  `quote_all_identifiers = on`,
  `plpgsql.extra_errors = 'all'`,
  `plpgsql.extra_warnings = 'all'`,
  `plpgsql.variable_conflict = use_column`,
  `plpgsql.variable_conflict = use_variable`,
  `check_function_bodies = off`,
  `array_nulls = off`,
  `transform_null_equals = on`,
  `xmlbinary = hex`,
  `default_transaction_isolation = 'serializable'`,
  `default_transaction_isolation = 'repeatable read'`,
  `work_mem = '64kB'`,
  `enable_hashjoin = off`,
  `enable_mergejoin = off`,
  `enable_sort = off`,
  `enable_seqscan = off`,
  `enable_nestloop = on`,
  `jit = on; set jit_above_cost = 0; set jit_inline_above_cost = 0; set jit_optimize_above_cost = 0`,
  `plan_cache_mode = force_generic_plan`,
  `client_min_messages = error`,
  `client_encoding = LATIN1`,
  `default_text_search_config = 'simple'`,
  `default_transaction_deferrable = on`,
  `statement_timeout = '20s'`,
  `lock_timeout = '1s'`,
  `constraint_exclusion = on`,
  `max_parallel_workers_per_gather = 0`,
  `temp_tablespaces = ''`,
  `default_tablespace = 'pg_default'`,
  `track_activities = off`,
  `application_name = 'ä'`,
  `session_replication_role = origin`,
  `vacuum_freeze_min_age = 0`,
];

test('there is something to compare with', async () => {
  const lines = await reference();
  expect(lines[0]).toContain('2024-01-01T00:00:00+00:00');
  expect(lines[1]).toContain('2024-01-01T00:00:00+00:00');
});

test.for(settings)('set %s', async (setting) => {
  const lines = await record((session) => session.query(`set ${setting}`));
  expect(lines).toEqual(await reference());
});

test('set lc_monetary to a locale of the system', async ({ skip }) => {
  let known = true;
  const lines = await record(async (session) => {
    await session.query(`set lc_monetary = 'de_DE.UTF-8'`).catch(() => {
      known = false;
    });
  });
  skip(!known, 'the machine has no de_DE.UTF-8');
  expect(lines).toEqual(await reference());
});

test('everything at once', async () => {
  const lines = await record((session) =>
    session.query(`set timezone = 'Asia/Kathmandu'; set datestyle = 'German'; set intervalstyle = 'iso_8601';
      set bytea_output = 'escape'; set extra_float_digits = -15; set quote_all_identifiers = on;
      set plpgsql.extra_errors = 'all'; set search_path = hostile, pg_catalog`),
  );
  expect(lines).toEqual(await reference());
});

test('set by the role or the database, not by the session', async () => {
  await client().query(`alter database ${database().name} set timezone = 'Asia/Tokyo'`);
  await client().query(`alter database ${database().name} set intervalstyle = 'iso_8601'`);
  const lines = await record(async () => {});
  await client().query(`alter database ${database().name} reset all`);
  expect(lines).toEqual(await reference());
});

test('set within the transaction after the first write', async () => {
  const last = (await client().query(`select max(id) as id from audit.data_op_log`)).rows[0].id;
  const session = await database().connect();
  for (const setting of [
    `timezone = 'UTC'`,
    `timezone = 'Asia/Tokyo'`,
    `intervalstyle = 'iso_8601'`,
    `extra_float_digits = -10`,
  ]) {
    await session.query(`set ${setting}`);
    await session.query(
      `insert into noted (id, iv, f8) values ('2024-01-01 00:00+00', '1 day', 0.1)`,
    );
    await session.query(`delete from noted`);
  }
  const { rows } = await client().query(
    `select distinct action, data_id, raw_data::text from audit.data_op_log where id > $1`,
    [last],
  );
  expect(rows).toHaveLength(2);
});
