import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Role } from '../keys/role.js';
import { hashOf, type KeyToken, newToken, tokenText } from '../keys/token.js';

type Queryable = Pick<pg.Pool, 'query'>;

/** A session that is not used for so long has ended. */
const sessionDays = 30;
const codeSeconds = 60;
const alive = `last_used_at > clock_timestamp() - interval '${sessionDays} days'`;
const isCode = 'code_until IS NOT NULL';

/** By what a browser signed in: a key, or this machine's token as it was then. */
export type Opener = { readonly keyId: string } | { readonly localTokenHash: Buffer };

/** Begins a session and answers its secret, which is kept nowhere; those that have lapsed are cleared away. */
export async function beginSession(pool: Queryable, opener: Opener): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await pool.query(`DELETE FROM api_sessions WHERE NOT ${alive} OR code_until < clock_timestamp()`);
  await insert(pool, secret, opener, null);
  return secret;
}

/** A code that opens one session, once, within a minute: what a link may carry in place of a key. */
export async function makeCode(pool: Queryable, opener: Opener): Promise<string> {
  const code = newToken('once');
  await insert(pool, code.secret, opener, codeSeconds);
  return tokenText(code);
}

/** Null where the code was used already, is too old, or never was. */
export async function takeCode(pool: Queryable, { secret }: KeyToken): Promise<Opener | null> {
  const { rows } = await pool.query<{
    key_id: string | null;
    local_token_sha256: Buffer | null;
    good: boolean;
  }>(
    `DELETE FROM api_sessions WHERE session_sha256 = $1 AND ${isCode}
     RETURNING key_id, local_token_sha256, code_until > clock_timestamp() AS good`,
    [hashOf(secret)],
  );
  const [code] = rows;
  if (code === undefined || !code.good) return null;
  return code.key_id === null ? { localTokenHash: code.local_token_sha256! } : { keyId: code.key_id };
}

async function insert(
  pool: Queryable,
  secret: string,
  opener: Opener,
  seconds: number | null,
): Promise<void> {
  const [keyId, localHash] = 'keyId' in opener ? [opener.keyId, null] : [null, opener.localTokenHash];
  await pool.query(
    `INSERT INTO api_sessions (session_sha256, key_id, local_token_sha256, created_at, last_used_at, code_until)
     VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp(), clock_timestamp() + $4 * interval '1 second')`,
    [hashOf(secret), keyId, localHash, seconds],
  );
}

export type Session =
  | { readonly keyId: string; readonly role: Role }
  /** Good where the token of this machine is still this one. */
  | { readonly localTokenHash: Buffer };

interface SessionRow {
  readonly key_id: string | null;
  readonly role: Role | null;
  readonly local_token_sha256: Buffer | null;
  readonly stale: boolean;
}

/** The session of a secret; null where there is none, it has lapsed, or its key was revoked. Looked up in every call. */
export async function findSession(pool: Queryable, secret: string): Promise<Session | null> {
  const { rows } = await pool.query<SessionRow>({
    name: 'api-session',
    text: `SELECT s.key_id, k.role, s.local_token_sha256, s.last_used_at < clock_timestamp() - interval '1 hour' AS stale
           FROM api_sessions s LEFT JOIN api_keys k ON k.key_id = s.key_id AND k.revoked_at IS NULL
           WHERE s.session_sha256 = $1 AND s.${alive} AND s.code_until IS NULL`,
    values: [hashOf(secret)],
  });
  const row = rows[0];
  if (row === undefined || (row.key_id !== null && row.role === null)) return null;
  if (row.stale) await touch(pool, secret);
  return row.key_id === null
    ? { localTokenHash: row.local_token_sha256! }
    : { keyId: row.key_id, role: row.role! };
}

async function touch(pool: Queryable, secret: string): Promise<void> {
  await pool.query('UPDATE api_sessions SET last_used_at = clock_timestamp() WHERE session_sha256 = $1', [
    hashOf(secret),
  ]);
}

/** From the next call on the secret opens nothing. */
export async function endBrowserSession(pool: Queryable, secret: string): Promise<void> {
  await pool.query('DELETE FROM api_sessions WHERE session_sha256 = $1', [hashOf(secret)]);
}
