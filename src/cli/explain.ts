import { databaseLost } from '../ingestion/failures.js';
import { diskFull, isDiskFull } from '../platform/disk-full.js';
import { messageOf } from '../platform/errors.js';
import { isConnectionLost } from '../platform/postgres/connection-lost.js';
import { missingRights } from '../platform/rights.js';

const insufficient_privilege = '42501';

/** What the database or the disk refuses or breaks off under a command, with what to do about it; the rest passes as it is. */
export function explained(thrown: unknown): unknown {
  if (thrown instanceof Error && thrown.name === 'ProdplanError') return thrown;
  if (isDiskFull(thrown)) return diskFull(thrown);
  if (isConnectionLost(thrown)) return databaseLost(thrown);
  if ((thrown as { code?: unknown } | null)?.code !== insufficient_privilege) return thrown;
  // PostgreSQL names the thing: permission denied for table modelos.
  const grant = 'veja docs/how-to/use-a-real-server.md';
  return missingRights([{ what: messageOf(thrown), grant }], thrown);
}
