import { messageOf, ProdplanError } from './errors.js';

const remedyOf = 'Liberte espaço no disco e repita.';

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

/** The failure as it is told. `before`: what the reader may be sure of. */
export function diskFull(cause: unknown, before = ''): ProdplanError {
  const remedy = before === '' ? remedyOf : `${before} ${remedyOf}`;
  // The tool of the migrations puts whole stacks into its messages.
  const [what] = messageOf(cause).split('\n', 1);
  const message = `Não há espaço no disco: ${what}.`;
  return new ProdplanError('system', 'DISK_FULL', message, remedy, { cause });
}
