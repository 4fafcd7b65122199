import type pg from 'pg';
import { ProdplanError } from '../errors.js';
import { isPooled, keepsSessions } from './pooler.js';

export const oldestMajor = 15;
export const newestMajor = 18;

/** What a server says of itself, asked on one connection. */
interface Look {
  /** 150018 */
  readonly version: number;
  readonly encoding: string;
  /** It replays what another server writes, and takes no changes. */
  readonly standby: boolean;
  readonly backendPid: number;
}

export interface CheckOptions {
  /** Opens another connection; whoever asks for it ends it. */
  connect(): Promise<pg.Client>;
  /** Nothing will be written: a standby is good enough. */
  readonly readOnly: boolean;
}

/**
 * Whether we can work with this server; returns its version. Throws, each as a usage error with a remedy:
 * `UNSUPPORTED_POSTGRES`, `BAD_ENCODING`, `READ_ONLY_SERVER`, `POOLER_WITHOUT_SESSIONS`.
 */
export async function checkServer(client: pg.ClientBase, options: CheckOptions): Promise<number> {
  const { rows } = await client.query<Look>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
            pg_is_in_recovery() AS standby, pg_backend_pid() AS "backendPid"`,
  );
  const look = rows[0]!;
  checkVersion(look.version);
  if (look.encoding !== 'UTF8') throw badEncoding(look.encoding);
  if (look.standby && !options.readOnly) throw readOnlyServer();
  if (isPooled(client, look.backendPid) && !(await keepsSessions(client, options.connect)))
    throw noSessions();
  return look.version;
}

/** Refuses a server whose number (150018) is outside the range. */
export function checkVersion(version: number): void {
  const major = Math.floor(version / 10_000);
  if (major >= oldestMajor && major <= newestMajor) return;
  throw new ProdplanError(
    'usage',
    'UNSUPPORTED_POSTGRES',
    `O servidor é um PostgreSQL ${major}.${version % 10_000}; o Prodplan trabalha com as versões ${oldestMajor} a ${newestMajor}.`,
    'Indique em DATABASE_URL um servidor com uma dessas versões, ou retire a variável para usar a base de dados embutida.',
  );
}

function badEncoding(encoding: string): ProdplanError {
  return new ProdplanError(
    'usage',
    'BAD_ENCODING',
    `A base de dados guarda os textos em ${encoding}; o Prodplan precisa de UTF8, ou perderia letras.`,
    "Crie outra, «CREATE DATABASE prodplan TEMPLATE template0 ENCODING 'UTF8'», e indique-a em DATABASE_URL.",
  );
}

function readOnlyServer(): ProdplanError {
  return new ProdplanError(
    'usage',
    'READ_ONLY_SERVER',
    'Este servidor só se lê: é a réplica de outro, e este comando escreve.',
    'Indique em DATABASE_URL o servidor principal; numa réplica servem runs, check, issues, rejects e diff.',
  );
}

function noSessions(): ProdplanError {
  return new ProdplanError(
    'usage',
    'POOLER_WITHOUT_SESSIONS',
    'Entre o Prodplan e o PostgreSQL há um intermediário (PgBouncer?) que reparte cada sessão por várias ligações; os trincos de uma carga perdiam-se nelas.',
    'Ponha-o em pool_mode = session para esta base de dados, ou indique em DATABASE_URL o próprio servidor.',
  );
}
