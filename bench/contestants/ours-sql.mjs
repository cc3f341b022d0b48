import { expectCapture, ourLog, setUpOurs } from './ours.mjs';

export const oursSql = {
  key: 'ours_sql',
  name: 'audit on sql',
  async setUp(pool) {
    await setUpOurs(pool, 'sql');
    await expectCapture(pool, 'statement', 'sql');
  },
  log: ourLog,
};
