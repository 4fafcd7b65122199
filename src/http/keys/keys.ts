import type pg from 'pg';
import { httpFailure } from '../../platform/errors/http.js';
import type { Role } from './role.js';
import { hashOf, isSecretOf, type KeyToken, newToken, tokenText } from './token.js';

type Queryable = Pick<pg.Pool, 'query'>;

/** A key as lists show it: never its secret, which nobody has but its holder. */
export interface KeyRecord {
  readonly key_id: string;
  readonly role: Role;
  readonly label: string;
  /** UTC */
  readonly created_at: string;
  readonly last_used_at: string | null;
  readonly revoked_at: string | null;
}

/** Makes a key; its text is answered this once and kept nowhere. */
export async function createKey(
  pool: Queryable,
  role: Role,
  label: string,
): Promise<{ readonly key_id: string; readonly token: string }> {
  const token = newToken();
  await pool.query(
    'INSERT INTO api_keys (key_id, role, label, secret_sha256, created_at) VALUES ($1, $2, $3, $4, clock_timestamp())',
    [token.id, role, label, hashOf(token.secret)],
  );
  return { key_id: token.id, token: tokenText(token) };
}

export async function listKeys(pool: Queryable): Promise<KeyRecord[]> {
  const { rows } = await pool.query<KeyRecord>(
    `SELECT key_id, role, label, ${utc('created_at')}, ${utc('last_used_at')}, ${utc('revoked_at')}
     FROM api_keys ORDER BY api_keys.created_at, key_id`,
  );
  return rows;
}

function utc(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS ${column}`;
}

/** From the next call on the key opens nothing. Throws `NO_SUCH_KEY`; a key that is revoked already stays as it is. */
export async function revokeKey(pool: Queryable, keyId: string): Promise<void> {
  const result = await pool.query(
    'UPDATE api_keys SET revoked_at = coalesce(revoked_at, clock_timestamp()) WHERE key_id = $1',
    [keyId],
  );
  if (result.rowCount === 1) return;
  throw httpFailure('NO_SUCH_KEY', { id: keyId });
}

/** The role of a key that is good, else null. It is looked up in every call: a revoked key ends at once. */
export async function roleOf(pool: Queryable, { id, secret }: KeyToken): Promise<Role | null> {
  const { rows } = await pool.query<{ role: Role; secret_sha256: Buffer; stale: boolean }>({
    name: 'api-key',
    text: `SELECT role, secret_sha256, last_used_at IS NULL OR last_used_at < clock_timestamp() - interval '1 hour' AS stale
           FROM api_keys WHERE key_id = $1 AND revoked_at IS NULL`,
    values: [id],
  });
  const key = rows[0];
  if (!isSecretOf(key?.secret_sha256 ?? null, secret) || key === undefined) return null;
  if (key.stale)
    await pool.query('UPDATE api_keys SET last_used_at = clock_timestamp() WHERE key_id = $1', [id]);
  return key.role;
}
