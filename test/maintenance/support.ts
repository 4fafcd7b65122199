import type { Pool } from 'pg';
import { expect } from 'vitest';
import { check } from '../../src/evidence/check/check.js';

/** What readers see, as `publication` says it. */
export async function published(pool: Pool): Promise<{ run_id: number; data_version: number }> {
  const { rows } = await pool.query('SELECT run_id, data_version FROM publication');
  return rows[0];
}

export async function count(pool: Pool, sql: string): Promise<number> {
  const { rows } = await pool.query(`SELECT count(*)::int AS n FROM ${sql}`);
  return rows[0].n;
}

/** `prodplan check` finds nothing wrong. */
export async function expectWhole(pool: Pool): Promise<void> {
  const report = await check(pool);
  const wrong = report.integrity.filter((one) => one.rows > 0).map((one) => one.name);
  expect({ status: report.status, wrong }).toEqual({ status: 'ok', wrong: [] });
}
