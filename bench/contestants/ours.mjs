import { nodePostgres } from '../../packages/client/dist/node-postgres.js';
import { install } from '../../packages/schema/dist/index.js';

/** As an application declares it: one of its two jsonb columns has a declared shape. */
const track = (options) =>
  `select audit.track('public.item', json_columns => '{"profile": "object", "tags": "array"}'${options})`;

/**
 * What our contestants share; `beforeTracking` is SQL that changes how the table is captured, `options` are further
 * arguments of audit.track.
 */
export async function setUpOurs(pool, engine, beforeTracking, options = '') {
  await install(nodePostgres(pool), { engine });
  if (beforeTracking) await pool.query(beforeTracking);
  await pool.query(track(options));
}

/** The capture that was asked for has to be the one that is measured. */
export async function expectCapture(pool, capture, engine) {
  const { rows } = await pool.query('select capture, engine from audit.tracked');
  if (rows[0]?.capture !== capture || rows[0]?.engine !== engine) {
    throw new Error(`expected ${capture} on ${engine}, found ${JSON.stringify(rows)}`);
  }
}

export const ourLog = {
  bytes: `select sum(pg_total_relation_size(relid)) from pg_partition_tree('audit.data_op_log')`,
  records: 'select count(*) from audit.data_op_log',
};
