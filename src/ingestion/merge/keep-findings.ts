import { literal, stagingTable } from '../../contract/sql.js';
import { stagedKeyText } from '../rules/identity.js';
import { defectsTable, excelRow } from '../rules/staging-names.js';
import type { MergeContext } from './context.js';
import { excluded, notExcluded } from './typed-rows.js';

/** Keeps every rejected row whole, with the sheet, row, column, value and code. */
export async function keepRejects(context: MergeContext): Promise<void> {
  const { client, runId, sheet } = context;
  const table = sheet.table;
  const raw = Object.keys(sheet.columns).map((name) => `'${name}', s.${name}`);
  await client.query(`
    INSERT INTO run_rejects (run_id, sheet, row_number, code, column_name, value, chave, raw)
    SELECT ${runId}, ${literal(sheet.sheet)}, ${excelRow(runId, table, 'e.row_no')}, e.code, e.column_name, e.value,
           ${stagedKeyText(sheet, 's')}, jsonb_build_object(${raw.join(', ')})
    FROM ${excluded} e JOIN ${stagingTable(sheet, runId)} s ON s.row_no = e.row_no WHERE e.outcome = 'rejected'`);
}

/** Keeps the bad cells of rows that were taken in: each of them is null in core. */
export async function keepBadCells(context: MergeContext): Promise<void> {
  const { client, runId, sheet } = context;
  const table = sheet.table;
  await client.query(`
    INSERT INTO run_issues (run_id, sheet, row_number, code, column_name, value, chave)
    SELECT ${runId}, ${literal(sheet.sheet)}, ${excelRow(runId, table, 'd.row_no')}, d.code, d.column_name, ${shownValue(context)},
           ${stagedKeyText(sheet, 's')}
    FROM ${defectsTable(runId)} d JOIN ${stagingTable(sheet, runId)} s ON s.row_no = d.row_no
    WHERE d.tabela = ${literal(table)} AND ${notExcluded(true, 'd')}`);
}

/** The value of a personal column is not kept beside the row: it would be a name. */
function shownValue({ sheet }: MergeContext): string {
  const personal = Object.entries(sheet.columns).flatMap(([name, column]) =>
    column.personal ? [literal(name)] : [],
  );
  return personal.length === 0
    ? 'd.value'
    : `CASE WHEN d.column_name IN (${personal.join(', ')}) THEN '***' ELSE d.value END`;
}

/**
 * Flags the rows whose facts contradict each other, and dates that lie after the dump's own moment. The staged
 * dates are compared as text, which in their ISO form is the same order.
 */
export async function keepContradictions(context: MergeContext, anyExcluded: boolean): Promise<void> {
  const { runId, sheet } = context;
  const rules = contradictionRules(context);
  if (rules.length === 0) return;
  const checks = rules.map(
    ({ code, column, condition }) => `
    SELECT s.row_no, ${literal(code)} AS code, ${literal(column)} AS column_name, s.${column} AS value, ${stagedKeyText(sheet, 's')} AS chave
    FROM ${stagingTable(sheet, runId)} s WHERE ${condition} AND ${notExcluded(anyExcluded, 's')}`,
  );
  await context.client.query(`
    INSERT INTO run_issues (run_id, sheet, row_number, code, column_name, value, chave)
    SELECT ${runId}, ${literal(sheet.sheet)}, ${excelRow(runId, sheet.table, 'f.row_no')}, f.code, f.column_name, f.value, f.chave
    FROM (${checks.join(' UNION ALL ')}) f`);
}

interface ContradictionRule {
  readonly code: string;
  readonly column: string;
  readonly condition: string;
}

function contradictionRules(context: MergeContext): ContradictionRule[] {
  const { sheet, asOf } = context;
  const order = sheet.contradictions.map(({ code, earlier, later }) => ({
    code,
    column: later,
    condition: `s.${later} < s.${earlier} AND ${isMoment(context, later)} AND ${isMoment(context, earlier)}`,
  }));
  const future = Object.entries(sheet.columns)
    .filter(([, column]) => column.actual)
    .map(([name]) => ({
      code: 'DATE_IN_FUTURE',
      column: name,
      condition: `s.${name} > ${literal(asOf)} AND ${isMoment(context, name)}`,
    }));
  return [...order, ...future];
}

/** The staged text is a moment: not a sentinel, not a bad cell. */
function isMoment({ sheet, runId, badColumns }: MergeContext, name: string): string {
  const sentinels = sheet.columns[name]!.sentinels.map((sentinel) => `s.${name} <> ${literal(sentinel)}`);
  const good = badColumns.has(name)
    ? [
        `NOT EXISTS (SELECT FROM ${defectsTable(runId)} d WHERE d.tabela = ${literal(sheet.table)}
          AND d.row_no = s.row_no AND d.column_name = ${literal(name)})`,
      ]
    : [];
  return [...sentinels, ...good].join(' AND ') || 'true';
}
