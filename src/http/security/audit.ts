import type { FastifyRequest } from 'fastify';
import type pg from 'pg';

type Queryable = Pick<pg.Pool, 'query'>;

/** Writes down that somebody is about to change something. Where that cannot be written, nothing is changed. */
export async function beginAudit(pool: Queryable, request: FastifyRequest): Promise<number> {
  const { rows } = await pool.query<{ audit_id: number }>(
    `INSERT INTO api_audit (begun_at, key_id, address, request_id, operation, path)
     VALUES (clock_timestamp(), $1, $2, $3, $4, $5) RETURNING audit_id`,
    [
      request.caller.key,
      request.ip,
      request.id,
      request.routeOptions.config.endpoint?.name ?? 'unknown',
      request.url.split('?')[0]!.slice(0, 300),
    ],
  );
  return rows[0]!.audit_id;
}

export async function endAudit(
  pool: Queryable,
  auditId: number,
  end: { readonly status: number; readonly code: string | null; readonly details: object },
): Promise<void> {
  await pool.query('UPDATE api_audit SET status = $2, code = $3, details = $4 WHERE audit_id = $1', [
    auditId,
    end.status,
    end.code,
    JSON.stringify(end.details),
  ]);
}
