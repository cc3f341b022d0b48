import { expect, test } from 'vitest';
import { redact } from './redact.js';

test.each([
  ['postgres://app:s3cret@db/shop', 'postgres://app:***@db/shop'],
  [
    "unknown option '--url=postgresql://app:p:w@h/d'",
    "unknown option '--url=postgresql://app:***@h/d'",
  ],
  [
    'postgres://db/shop?user=app&password=s3cret&x=1',
    'postgres://db/shop?user=app&password=***&x=1',
  ],
  ["host=db password='s3 cret' user=app", 'host=db password=*** user=app'],
  ['PGPASSWORD=s3cret audit-cli', 'PGPASSWORD=*** audit-cli'],
  ['postgres://app@db:5432/shop at 10:20', 'postgres://app@db:5432/shop at 10:20'],
])('%s', (text, redacted) => {
  expect(redact(text)).toBe(redacted);
});
