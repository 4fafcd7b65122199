import { homeFailure, type Intact } from './errors/home.js';
import { messageOf, type ProdplanError } from './errors.js';

/** Whether a failure says that a disk is full, or a quota used up: ours or the database server's (53100). */
export function isDiskFull(thrown: unknown): boolean {
  if (thrown === null || typeof thrown !== 'object') return false;
  const { code, cause } = thrown as { code?: unknown; cause?: unknown };
  return ['ENOSPC', 'EDQUOT', '53100'].includes(String(code)) || isDiskFull(cause);
}

/** Whether programs of PostgreSQL say so. */
export function saysDiskFull(output: string): boolean {
  return /No space left on device|Disk quota exceeded/i.test(output);
}

/** The failure as it is told. `intact`: what the reader may be sure of; null: nothing was at stake. */
export function diskFull(cause: unknown, intact: Intact | null = null): ProdplanError {
  // The tool of the migrations puts whole stacks into its messages.
  const [reason = ''] = messageOf(cause).split('\n', 1);
  return homeFailure('DISK_FULL', { reason, intact }, { cause });
}
