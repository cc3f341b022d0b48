import { expectCapture, ourLog, setUpOurs } from './ours.mjs';

export const oursPlv8 = {
  key: 'ours_plv8',
  name: 'audit on plv8',
  needs: 'plv8',
  async setUp(pool) {
    await setUpOurs(pool, 'plv8');
    await expectCapture(pool, 'statement', 'plv8');
  },
  log: ourLog,
};
