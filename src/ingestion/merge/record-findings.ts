import { dayFirstAsIso, isDayFirst, literal, stagingTable } from '../../contract/sql.js';
import { stagedKeyText } from '../rules/identity.js';
import {
  badCellsTable,
  excelPlace,
  excludedTable,
  flaggedTable,
  typedTable,
} from '../rules/staging-names.js';
import type { MergeContext } from './context.js';
import { notExcluded } from './typed-rows.js';

/**
 * Records every rejected row whole, with the sheet, row, column, value and code. A date that was read day first is kept in ISO
 * form: the row will be judged again by itself, without the column that says how it is to be read.
 */
export async function recordRejects(context: MergeContext): Promise<void> {
  const { client, runId, sheet } = context;
  const table = sheet.table;
  const raw = Object.keys(sheet.columns).map((name) => `'${name}', ${keptCell(context, name)}`);
  await client.query(`
    INSERT INTO run_rejects (run_id, sheet, part, row_number, code, column_name, value, key, raw)
    SELECT ${runId}, ${literal(sheet.sheet)}, ${excelPlace(runId, table, 'e.row_no')}, e.code, e.column_name, e.value,
           ${stagedKeyText(sheet, 's')}, jsonb_build_object(${raw.join(', ')})
    FROM ${excludedTable(sheet, runId)} e JOIN ${stagingTable(sheet, runId)} s ON s.row_no = e.row_no WHERE e.outcome = 'rejected'`);
}

/** A staged cell as a rejected row keeps it; a bad one as it stands. */
function keptCell({ runId, sheet, dayFirst }: MergeContext, name: string): string {
  const cell = `s.${name}`;
  if (!dayFirst.has(name)) return cell;
  const isBad = `EXISTS (SELECT FROM ${badCellsTable(runId)} d
    WHERE d.table_name = ${literal(sheet.table)} AND d.row_no = s.row_no AND d.column_name = ${literal(name)})`;
  return `CASE WHEN ${isDayFirst(cell)} AND NOT ${isBad} THEN ${dayFirstAsIso(cell)} ELSE ${cell} END`;
}

/** Says of a column that its dates were read day first without any day to prove it; the first such cell stands for all. */
export async function recordAssumedDateOrders({
  client,
  runId,
  sheet,
  assumedOrders,
}: MergeContext): Promise<void> {
  for (const { column, rowNo } of assumedOrders) {
    await client.query(`
      INSERT INTO run_issues (run_id, sheet, part, row_number, code, column_name, value, key)
      SELECT ${runId}, ${literal(sheet.sheet)}, ${excelPlace(runId, sheet.table, 's.row_no')}, 'DATE_ORDER_ASSUMED', ${literal(column)}, s.${column},
             ${stagedKeyText(sheet, 's')}
      FROM ${stagingTable(sheet, runId)} s WHERE s.row_no = ${rowNo}`);
  }
}

/** Records the bad cells of rows that were taken in: each of them is null in core. */
export async function recordBadCells(context: MergeContext): Promise<void> {
  const { client, runId, sheet } = context;
  const table = sheet.table;
  await client.query(`
    INSERT INTO run_issues (run_id, sheet, part, row_number, code, column_name, value, key)
    SELECT ${runId}, ${literal(sheet.sheet)}, ${excelPlace(runId, table, 'd.row_no')}, d.code, d.column_name, ${shownValue(context)},
           ${stagedKeyText(sheet, 's')}
    FROM ${badCellsTable(runId)} d JOIN ${stagingTable(sheet, runId)} s ON s.row_no = d.row_no
    WHERE d.table_name = ${literal(table)} AND ${notExcluded(context, true, 'd')}`);
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
 * Flags the rows whose facts contradict each other, and dates that lie after the dump's own moment. One reading for all. The
 * rows are remembered: they are judged again in every dump.
 */
export async function recordContradictions(context: MergeContext, anyExcluded: boolean): Promise<void> {
  const { runId, sheet } = context;
  const rules = contradictionRules(context);
  const any = rules.map(({ condition }) => condition).join(' OR ') || 'false';
  const flagged = flaggedTable(sheet, runId);
  const { rowCount } = await context.client.query(`
    CREATE UNLOGGED TABLE ${flagged} AS
    SELECT t.row_no FROM ${typedTable(sheet, runId)} t WHERE (${any}) AND ${notExcluded(context, anyExcluded, 't')}`);
  if (!rowCount) return;
  const found = rules.map(
    ({ code, column, condition }) =>
      `(${literal(code)}, ${literal(column)}, to_char(t.${column}, ${asStaged}), ${condition})`,
  );
  await context.client.query(`
    INSERT INTO run_issues (run_id, sheet, part, row_number, code, column_name, value, key)
    SELECT ${runId}, ${literal(sheet.sheet)}, ${excelPlace(runId, sheet.table, 't.row_no')}, f.code, f.column_name, f.value, ${stagedKeyText(sheet, 't')}
    -- OFFSET 0: the flagged rows first. Otherwise each rule is held against every row of the sheet once more.
    FROM (SELECT t.* FROM ${typedTable(sheet, runId)} t WHERE t.row_no IN (SELECT row_no FROM ${flagged}) OFFSET 0) t
    CROSS JOIN LATERAL (VALUES ${found.join(', ')}) f (code, column_name, value, holds) WHERE f.holds`);
}

/** A moment as the staged cells have it. */
const asStaged = `'YYYY-MM-DD"T"HH24:MI:SS'`;

interface ContradictionRule {
  readonly code: string;
  readonly column: string;
  readonly condition: string;
}

function contradictionRules({ sheet, asOf }: MergeContext): ContradictionRule[] {
  const order = sheet.contradictions.map(({ code, earlier, later }) => ({
    code,
    column: later,
    condition: `t.${later} < t.${earlier}`,
  }));
  const future = Object.entries(sheet.columns)
    .filter(([, column]) => column.actual)
    .map(([name]) => ({
      code: 'DATE_IN_FUTURE',
      column: name,
      condition: `t.${name} > ${literal(asOf)}::timestamp`,
    }));
  return [...order, ...future];
}
