import { diskFull, isDiskFull } from './disk-full.js';
import { databaseFailure } from './errors/database.js';
import { messageOf, ProdplanError } from './errors.js';
import { isNoConnection, noConnection } from './postgres/connection-errors.js';
import { isConnectionLost } from './postgres/connection-lost.js';

const insufficient_privilege = '42501';
const out_of_memory = '53200';
const read_only_transaction = '25006';

/**
 * What the database or the disk refuses or breaks off, as a failure with what to do about it; null for what is neither.
 * The same for commands, runs, jobs and HTTP, so that the same trouble has the same code by every door.
 */
export function explained(thrown: unknown): ProdplanError | null {
  if (thrown instanceof ProdplanError) return thrown;
  const { code } = (thrown ?? {}) as { code?: unknown };
  const reason = messageOf(thrown);
  if (isDiskFull(thrown)) return diskFull(thrown, { what: 'published' });
  if (code === out_of_memory) return databaseFailure('DATABASE_OUT_OF_MEMORY', { reason }, { cause: thrown });
  // A standby has taken the place of the server that we knew.
  if (code === read_only_transaction) return databaseFailure('READ_ONLY_SERVER', {}, { cause: thrown });
  if (isNoConnection(thrown)) return noConnection(thrown);
  if (isConnectionLost(thrown)) return databaseFailure('DATABASE_LOST', { reason }, { cause: thrown });
  if (code !== insufficient_privilege) return null;
  // PostgreSQL names the thing: permission denied for table modelos.
  const rights = [{ right: 'refused', of: reason, grant: null }] as const;
  return databaseFailure('MISSING_RIGHTS', { rights }, { cause: thrown });
}
