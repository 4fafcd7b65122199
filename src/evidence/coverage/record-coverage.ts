import type { ClientBase } from 'pg';
import { firstDaySql, literal } from '../../contract/sql.js';
import { adjustCoverage, type RememberedCoverage } from './adjust-coverage.js';
import { recordLostRows } from './lost-rows.js';
import { type CoverageSource, ofOrders, ofOthers, sumsOf } from './sources.js';

export interface CoverageOf {
  readonly runId: number;
  readonly base: number | null;
  /** What the touched orders counted before, where `rememberCoverage` kept it; null: all is counted. */
  readonly remembered: RememberedCoverage | null;
}

/** Counts, within the publishing transaction, which rows the new state lost, and what it has of what it should have. */
export async function recordCoverage(
  client: ClientBase,
  { runId, base, remembered }: CoverageOf,
): Promise<void> {
  await recordRoutesAndLag(client);
  await recordLostRows(client, runId, base);
  if (remembered === null || !(await adjustCoverage(client, remembered))) await countCoverage(client);
  else await countOthers(client);
}

/** The same for a state whose aggregates changed without a run. */
export async function recountCoverage(client: ClientBase): Promise<void> {
  await recordRoutesAndLag(client);
  await countCoverage(client);
}

/** What the views need to know of products, and of all orders together. */
async function recordRoutesAndLag(client: ClientBase): Promise<void> {
  await client.query('DELETE FROM coverage_route');
  await client.query(`
    INSERT INTO coverage_route (produto_id, steps)
    SELECT produtofase_produto_id, count(*)::integer FROM fases_standard_modelos
    WHERE produtofase_produto_id IS NOT NULL GROUP BY 1`);
  await client.query(`
    UPDATE coverage_inspection_lag SET days = (
      SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY finished_day - first_inspection_day) FROM agg_order
      WHERE finished_day >= first_inspection_day)`);
}

/** By month and family. The aggregates must be refreshed, and the issues kept. */
async function countCoverage(client: ClientBase): Promise<void> {
  await client.query('DELETE FROM coverage');
  for (const source of [...ofOrders, ...ofOthers]) await insertSums(client, source);
  await client.query(lostSums);
}

/** What does not follow from single orders is little, and is counted anew. */
async function countOthers(client: ClientBase): Promise<void> {
  const measures = ofOthers.flatMap((one) => Object.keys(one.measures)).map(literal);
  await client.query(
    `DELETE FROM coverage WHERE measure IN (${measures.join(', ')}) OR starts_with(measure, 'lost_')`,
  );
  for (const source of ofOthers) await insertSums(client, source);
  await client.query(lostSums);
}

async function insertSums(client: ClientBase, source: CoverageSource): Promise<void> {
  await client.query(`INSERT INTO coverage (placed_by, month, familia, measure, rows) ${sumsOf(source)}`);
}

const lostSums = `
  INSERT INTO coverage (placed_by, month, familia, measure, rows)
  SELECT d.placed_by, coalesce(${firstDaySql('month', 'd.day')}, '-infinity'), familia, 'lost_' || table_name, sum(rows)
  FROM lost_rows x
  CROSS JOIN LATERAL (VALUES ('created', x.created_day), ('finished', x.finished_day), ('inspected', x.inspected_day)) d(placed_by, day)
  GROUP BY 1, 2, 3, 4`;
