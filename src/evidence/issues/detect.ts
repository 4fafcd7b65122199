import { settingSql } from '../../contract/factory/index.js';
import { type Sheet, sheets } from '../../contract/index.js';
import { mayNamePeople } from '../../contract/people.js';
import { literal } from '../../contract/sql.js';
import { allReferences } from '../match-rates.js';
import { partTextSql } from '../sheet-part.js';
import { dueDaysThatKnowTheFuture } from './due-days.js';
import { head, sample } from './finding.js';
import { detectionsBeforeCulprits, openPhasesInFinishedOrders } from './of-orders.js';
import { orphans } from './orphans.js';
import { type IssueTypeName, issueTypes, matchRateFall, volumeChange } from './types.js';

/** What the detectors need to know of the run. */
export interface DetectionContext {
  readonly runId: number;
  /** The run that was published before; null for the first. */
  readonly base: number | null;
  readonly asOf: string;
  /** The referring columns that have orphans: the others need no search. */
  readonly columnsWithOrphans: ReadonlySet<string>;
}

/** One SELECT a detector, each of the form (type, severity, entity, key, rows, sample). */
export function detectors(context: DetectionContext): string[] {
  return [
    ...detectorsOfRun(context),
    openPhasesInFinishedOrders(),
    detectionsBeforeCulprits(),
    ...allReferences()
      .filter(({ column }) => context.columnsWithOrphans.has(column))
      .map((reference) => orphans(reference)),
  ];
}

/** Those whose findings any run can bring or take away, whatever it changed; they read no large table. */
export function detectorsOfRun(context: DetectionContext): string[] {
  return [
    rejectedRows(context),
    duplicateKeys(context),
    badCells(context),
    contradictions(context),
    assumedDateOrders(context),
    duplicateRows(context),
    missingSheets(context),
    drift(context),
    volumeChanges(context),
    ...(context.base === null ? [] : [matchRatesThatFell(context, context.base)]),
    zombieOrders(context),
    slippedDueDays(),
    dueDaysThatKnowTheFuture(context.asOf),
  ];
}

/** The detectors that look at core alone, for when something else than a run has changed it. */
export const coreDetectors = {
  ORPHAN: (): string[] => allReferences().map((reference) => orphans(reference)),
  OPEN_PHASE_IN_FINISHED_ORDER: (): string[] => [openPhasesInFinishedOrders()],
} as const satisfies Partial<Record<IssueTypeName, () => string[]>>;

const allSheets = sheets as readonly Sheet[];
const personalSheets = allSheets
  .filter(mayNamePeople)
  .map((sheet) => literal(sheet.sheet))
  .join(', ');

/**
 * Nothing that may be a name is repeated in findings: where the columns of a row have slipped, a name stands in the
 * place of a number. In a sheet with names only what is made of digits, dates and punctuation is shown.
 */
function masked(value: string): string {
  return `CASE WHEN f.sheet IN (${personalSheets}) AND ${value} ~ '[^0-9TZ|: .,+-]' THEN '***' ELSE ${value} END`;
}

const shownValue = masked('f.value');
/** Only where a sheet stands in several parts its row needs one. */
const inParts = 'jsonb_array_length(s.parts) > 1';
const part = partTextSql('s', 'f.part', 'f.sheet');
const findingObject = `jsonb_build_object('row', f.row_number, 'column', f.column_name, 'value', ${shownValue}, 'code', f.code)
  || CASE WHEN ${inParts} THEN jsonb_build_object('sheet', ${part}) ELSE '{}' END`;
const byRow = 'f.part, f.row_number';
const keyOrRow = `coalesce(${masked('f.key')}, CASE WHEN ${inParts} THEN ${part} || ', ' ELSE '' END || 'linha ' || f.row_number)`;

function rejectedRows({ runId }: DetectionContext): string {
  return `${head('REJECTED_ROW')}, s.table_name AS entity, ${keyOrRow} AS key, count(*)::int AS rows, ${sample(findingObject, byRow)} AS sample
    FROM run_rejects f JOIN ingestion_sheet_runs s USING (run_id, sheet)
    WHERE f.run_id = ${runId} AND f.code <> 'DUPLICATE_KEY' GROUP BY s.table_name, ${keyOrRow}`;
}

function duplicateKeys({ runId }: DetectionContext): string {
  return `${head('DUPLICATE_KEY')}, s.table_name, ${keyOrRow}, count(*)::int, ${sample(findingObject, byRow)}
    FROM run_rejects f JOIN ingestion_sheet_runs s USING (run_id, sheet)
    WHERE f.run_id = ${runId} AND f.code = 'DUPLICATE_KEY' GROUP BY s.table_name, ${keyOrRow}`;
}

const contradictionCodes = [
  ...new Set(allSheets.flatMap((sheet) => sheet.contradictions.map(({ code }) => code))),
  'DATE_IN_FUTURE',
];

function badCells({ runId }: DetectionContext): string {
  const key = `${keyOrRow} || ': ' || f.column_name`;
  return `${head('BAD_CELL')}, s.table_name, ${key}, count(*)::int, ${sample(findingObject, byRow)}
    FROM run_issues f JOIN ingestion_sheet_runs s USING (run_id, sheet)
    WHERE f.run_id = ${runId} AND f.code NOT IN (${[...contradictionCodes, assumedDateOrder].map(literal).join(', ')}) GROUP BY s.table_name, ${key}`;
}

const assumedDateOrder = 'DATE_ORDER_ASSUMED' satisfies IssueTypeName;

/** One of a column, whatever row stands for it. */
function assumedDateOrders({ runId }: DetectionContext): string {
  return `${head(assumedDateOrder)}, s.table_name, f.column_name, count(*)::int, ${sample(findingObject, byRow)}
    FROM run_issues f JOIN ingestion_sheet_runs s USING (run_id, sheet)
    WHERE f.run_id = ${runId} AND f.code = ${literal(assumedDateOrder)} GROUP BY s.table_name, f.column_name`;
}

function contradictions({ runId }: DetectionContext): string {
  const severities = contradictionCodes.map(
    (code) => `WHEN ${literal(code)} THEN ${literal(issueTypes[code as IssueTypeName].severity)}`,
  );
  return `SELECT f.code, CASE f.code ${severities.join(' ')} END, s.table_name, ${keyOrRow}, count(*)::int, ${sample(findingObject, byRow)}
    FROM run_issues f JOIN ingestion_sheet_runs s USING (run_id, sheet)
    WHERE f.run_id = ${runId} AND f.code IN (${contradictionCodes.map(literal).join(', ')}) GROUP BY f.code, s.table_name, ${keyOrRow}`;
}

function duplicateRows({ runId }: DetectionContext): string {
  return `${head('DUPLICATE_ROWS')}, h.table_name, h.sheet, h.duplicates, '[]'::jsonb
    FROM ingestion_sheet_runs s JOIN ingestion_sheet_runs h ON h.run_id = s.held_run_id AND h.sheet = s.sheet
    WHERE s.run_id = ${runId} AND h.duplicates > 0`;
}

function missingSheets({ runId }: DetectionContext): string {
  return `${head('MISSING_SHEET')}, table_name, sheet, core_rows, '[]'::jsonb 
    FROM ingestion_sheet_runs JOIN ingestion_runs USING (run_id) WHERE run_id = ${runId} AND NOT present AND kind = 'ingest'`;
}

function drift({ runId }: DetectionContext): string {
  const kinds = (['UNKNOWN_SHEET', 'UNKNOWN_COLUMN', 'HIDDEN_SHEET'] as const).map(
    (type) => `${head(type)}, d->>'sheet', coalesce(d->>'column', d->>'sheet'), 0, '[]'::jsonb
      FROM ingestion_runs r, jsonb_array_elements(r.drift) d WHERE r.run_id = ${runId} AND d->>'code' = ${literal(type)}`,
  );
  return kinds.join(' UNION ');
}

/** Against the median of the last five published runs that had the sheet. */
function volumeChanges({ runId }: DetectionContext): string {
  return `${head('VOLUME_CHANGE')}, s.table_name, s.sheet, s.rows, jsonb_build_array(jsonb_build_object('rows', s.rows, 'usual_rows', u.usual))
    FROM ingestion_sheet_runs s CROSS JOIN LATERAL (
      SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY p.rows) AS usual
      FROM (SELECT o.rows FROM ingestion_sheet_runs o JOIN ingestion_runs r USING (run_id)
            WHERE o.sheet = s.sheet AND o.present AND r.status = 'completed' AND o.run_id < s.run_id ORDER BY o.run_id DESC LIMIT 5) p) u
    WHERE s.run_id = ${runId} AND s.present AND abs(s.rows - u.usual) > ${volumeChange} * u.usual`;
}

function matchRatesThatFell({ runId }: DetectionContext, base: number): string {
  const rate = (alias: string): string =>
    `${alias}.matched_rows::numeric / nullif(${alias}.referring_rows, 0)`;
  return `${head('MATCH_RATE_FELL')}, n.table_name, n.column_name, n.referring_rows - n.matched_rows,
      jsonb_build_array(jsonb_build_object('was', round(${rate('o')}, 4), 'is', round(${rate('n')}, 4)))
    FROM match_rates n JOIN match_rates o ON o.run_id = ${base} AND o.table_name = n.table_name AND o.column_name = n.column_name
    WHERE n.run_id = ${runId} AND ${rate('o')} - ${rate('n')} > ${matchRateFall}`;
}

function zombieOrders({ asOf }: DetectionContext): string {
  return `${head('ZOMBIE_ORDER')}, 'ordens_fabrico', of_id::text, 1, jsonb_build_array(jsonb_build_object('of_data_criacao', of_data_criacao, 'of_fase_id', of_fase_id))
    FROM ordens_fabrico WHERE of_data_acabamento IS NULL AND of_data_criacao < ${literal(asOf)}::timestamp - make_interval(days => ${settingSql('zombie_days')})`;
}

/** Of orders that are not finished; what a withdrawn run saw counts for nothing. */
function slippedDueDays(): string {
  const object = `jsonb_build_object('run_id', v.run_id, 'was', v.previous_day, 'is', v.day)`;
  return `${head('DUE_DAY_SLIPPED')}, 'ordens_fabrico', v.of_id::text, count(*)::int, ${sample(object, 'v.run_id')}
    FROM seen_due_day v JOIN ordens_fabrico o ON o.of_id = v.of_id
    WHERE v.withdrawn_by IS NULL AND v.day > v.previous_day AND o.of_data_acabamento IS NULL GROUP BY v.of_id`;
}
