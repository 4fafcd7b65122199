import type { ClientBase } from 'pg';
import { noFamily, secondsSql } from './rules.js';
import { momentLiteral } from './scope.js';

/** The state that the aggregates were built from, and the one that they are to show. */
export interface Step {
  readonly client: ClientBase;
  readonly runId: number;
  readonly before: string;
  readonly after: string;
}

/** Orders whose row, errors or family may differ: (of_id, familia_before, familia_after). */
export const touchedOrders = 'a_order';
/**
 * Phases that may count otherwise, before and after: (sign -1 | 1, faseof_id, fase_id, day, event_time, is_rework,
 * kg, seconds, familia).
 */
export const phaseDelta = 'a_fase';
const changedPhases = 'a_fase_mudada';
export const touchedPhases = 'a_fase_tocada';

/** How many phases a run changed. */
export async function countChangedPhases(client: ClientBase, runId: number): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM run_changes WHERE run_id = $1 AND table_name IN ('fases_ordem_fabrico', 'funcionarios_fase_ordem_fabrico')`,
    [runId],
  );
  return rows[0]!.n;
}

/** The catalogue decides what is work and what phases are called: everything depends on it. */
export async function catalogueChanged(client: ClientBase, runId: number): Promise<boolean> {
  const { rows } = await client.query<{ changed: boolean }>(
    `SELECT EXISTS (SELECT FROM run_changes WHERE run_id = $1 AND table_name = 'fases_catalogo') AS changed`,
    [runId],
  );
  return rows[0]!.changed;
}

/** Finds what a run touched; must run before anything is refreshed, for it reads the families as they were. */
export async function findTouched(step: Step): Promise<void> {
  await changedRows(step);
  await findOrders(step);
}

async function changedRows({ client, runId }: Step): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE ${changedPhases} ON COMMIT DROP AS
    SELECT n.key::integer AS faseof_id, n.before IS NOT NULL AS existed, p.*
    FROM run_changes n
    CROSS JOIN LATERAL jsonb_to_record(coalesce(n.before, '{}'))
      AS p(faseof_of_id integer, faseof_fase_id integer, faseof_inicio timestamp, faseof_fim timestamp, faseof_retorno boolean, faseof_peso numeric)
    WHERE n.run_id = ${runId} AND n.table_name = 'fases_ordem_fabrico';
    CREATE UNIQUE INDEX ON ${changedPhases} (faseof_id);
    ANALYZE ${changedPhases}`);
}

async function findOrders(step: Step): Promise<void> {
  const { client, runId } = step;
  const lying = lyingFrom(step);
  const changed = (table: string, column: string): string => `
    SELECT (v->>'${column}')::integer FROM run_changes n CROSS JOIN LATERAL (VALUES (n.before), (n.after)) s(v)
    WHERE n.run_id = ${runId} AND n.table_name = '${table}' AND v IS NOT NULL`;
  await client.query(`
    CREATE TEMP TABLE ${touchedOrders} ON COMMIT DROP AS
    SELECT k.of_id, coalesce(a.familia, '${noFamily}') AS familia_before, NULL::text COLLATE "C" AS familia_after
    FROM (
      ${changed('ordens_fabrico', 'of_id')}
      UNION ${changed('fases_ordem_fabrico', 'faseof_of_id')}
      UNION ${changed('erros_ordem_fabrico', 'ofch_of_id')}
      UNION SELECT of_id FROM ordens_fabrico WHERE of_produto_id IN (${changed('modelos', 'produto_id')})
      UNION SELECT of_id FROM ordens_fabrico WHERE of_produto_id IN (
        SELECT split_part(key, '|', 1)::integer FROM run_changes WHERE run_id = ${runId} AND table_name = 'fases_standard_modelos')
      UNION SELECT of_id FROM ordens_fabrico WHERE of_data_criacao > ${lying} OR of_data_acabamento > ${lying}
      UNION SELECT of_id FROM ordens_fabrico WHERE ${dueBetween(step)}
      UNION SELECT faseof_of_id FROM fases_ordem_fabrico WHERE faseof_fim > ${lying} OR faseof_inicio > ${lying}
      UNION SELECT e.ofch_of_id FROM erros_ordem_fabrico e
        LEFT JOIN ${changedPhases} d ON d.faseof_id = e.ofch_faseof_avaliacao LEFT JOIN ${changedPhases} c ON c.faseof_id = e.ofch_faseof_culpada
        WHERE e.ofch_event_time > ${lying} OR d.faseof_id IS NOT NULL OR c.faseof_id IS NOT NULL
    ) k(of_id) LEFT JOIN agg_order a ON a.of_id = k.of_id;
    CREATE UNIQUE INDEX ON ${touchedOrders} (of_id);
    ANALYZE ${touchedOrders}`);
}

/** Dates after the earlier of the two moments were taken for wrong in at least one of the two states. */
function lyingFrom({ before, after }: Step): string {
  return momentLiteral(before < after ? before : after);
}

/** Their due day has passed in one of the two states only. */
function dueBetween({ before, after }: Step): string {
  const [earlier, later] = before < after ? [before, after] : [after, before];
  return `of_data_transporte::date >= ${momentLiteral(earlier)}::date AND of_data_transporte::date < ${momentLiteral(later)}::date`;
}

/** What the touched phases counted before and count now; `agg_order` must be refreshed by then. */
export async function findPhaseDelta(step: Step): Promise<void> {
  const { client, runId, before, after } = step;
  const lying = lyingFrom(step);
  await client.query(`
    UPDATE ${touchedOrders} t SET familia_after = coalesce((SELECT familia FROM agg_order a WHERE a.of_id = t.of_id), '${noFamily}')`);
  await client.query(`
    CREATE TEMP TABLE ${touchedPhases} ON COMMIT DROP AS
    SELECT faseof_id FROM ${changedPhases}
    UNION SELECT faseof_id FROM fases_ordem_fabrico WHERE faseof_fim > ${lying} OR faseof_inicio > ${lying}
    UNION SELECT f.faseof_id FROM fases_ordem_fabrico f JOIN ${touchedOrders} t ON t.of_id = f.faseof_of_id
      WHERE t.familia_before <> t.familia_after
    UNION SELECT split_part(key, '|', 1)::integer FROM run_changes
      WHERE run_id = ${runId} AND table_name = 'funcionarios_fase_ordem_fabrico';
    CREATE UNIQUE INDEX ON ${touchedPhases} (faseof_id);
    ANALYZE ${touchedPhases}`);
  await client.query(`
    CREATE TEMP TABLE ${phaseDelta} ON COMMIT DROP AS
    ${side(
      -1,
      before,
      `SELECT ${phaseColumns('c')} FROM ${changedPhases} c WHERE c.existed
      UNION ALL SELECT ${phaseColumns('f')} FROM fases_ordem_fabrico f JOIN ${touchedPhases} t ON t.faseof_id = f.faseof_id
      WHERE NOT EXISTS (SELECT FROM ${changedPhases} c WHERE c.faseof_id = f.faseof_id)`,
    )}
    UNION ALL
    ${side(1, after, `SELECT ${phaseColumns('f')} FROM fases_ordem_fabrico f JOIN ${touchedPhases} t ON t.faseof_id = f.faseof_id`)};
    ANALYZE ${phaseDelta}`);
}

function phaseColumns(row: string): string {
  return [
    'faseof_id',
    'faseof_of_id',
    'faseof_fase_id',
    'faseof_inicio',
    'faseof_fim',
    'faseof_retorno',
    'faseof_peso',
  ]
    .map((name) => `${row}.${name}`)
    .join(', ');
}

function side(sign: 1 | -1, moment: string, rows: string): string {
  const asOf = momentLiteral(moment);
  const event = 'coalesce(r.faseof_fim, r.faseof_inicio)';
  // An order that was not touched has the family that it had.
  return `SELECT ${sign} AS sign, r.faseof_id, r.faseof_fase_id AS fase_id,
      CASE WHEN r.faseof_fim <= ${asOf} THEN r.faseof_fim::date END AS day,
      CASE WHEN ${event} <= ${asOf} THEN ${event}::date END AS event_time,
      coalesce(r.faseof_retorno, false) AS is_rework, r.faseof_peso AS kg, ${secondsSql('r', asOf)} AS seconds,
      coalesce(t.${sign === 1 ? 'familia_after' : 'familia_before'}, a.familia, '${noFamily}') AS familia
    FROM (${rows}) r LEFT JOIN ${touchedOrders} t ON t.of_id = r.faseof_of_id LEFT JOIN agg_order a ON a.of_id = r.faseof_of_id`;
}
