import { expectCapture, ourLog, setUpOurs } from './ours.mjs';

/** As where the installing role may not make event triggers: without them it is chosen by itself. */
export const oursAgnostic = {
  key: 'ours_agnostic',
  name: 'audit, schema-agnostic',
  async setUp(pool) {
    await setUpOurs(
      pool,
      'sql',
      'drop event trigger audit_on_ddl; drop event trigger audit_on_drop',
    );
    await expectCapture(pool, 'agnostic', 'sql');
  },
  log: ourLog,
};
