import { expect, it } from 'vitest';
import { troubleTeller } from '../../src/jobs/trouble.js';
import { databaseFailure } from '../../src/platform/errors/database.js';
import type { ProdplanError } from '../../src/platform/errors.js';

it('the same trouble is told once a minute, with how often it was; another one at once', () => {
  const told: unknown[] = [];
  let now = 0;
  const log = {
    warn: (fields: { untold: number; err: ProdplanError }) => told.push([fields.err.code, fields.untold]),
  };
  const tell = troubleTeller(log as never, 'trouble', () => now);
  const away = (): void => tell(databaseFailure('DATABASE_UNREACHABLE', { address: null, fault: 'nobody' }));
  for (let n = 0; n < 3; n++) away();
  tell(databaseFailure('REDIS_UNREACHABLE', { host: 'redis:6379', reason: 'ECONNREFUSED' }));
  now = 60_000;
  away();
  expect(told).toEqual([
    ['DATABASE_UNREACHABLE', 0],
    ['REDIS_UNREACHABLE', 0],
    ['DATABASE_UNREACHABLE', 2],
  ]);
});
