import { z } from 'zod';
import type { RunRecord } from '../../ingestion/records/history.js';
import type { SheetRun } from '../../ingestion/records/sheet-runs.js';

/** As `Support`, of the run that is spoken of: it may not be published, or not have come so far as to know its moment. */
const supportShape = z
  .object({
    run_id: z.int().nullable(),
    data_version: z.int().nullable(),
    as_of: z.string().nullable(),
    rows_used: z.int(),
    rows_excluded: z.array(z.object({ reason: z.string(), rows: z.int() })),
    match_rates: z.array(z.never()),
    method: z.string(),
    sql: z.null(),
  })
  .meta({ id: 'RunSupport' });

export type RunSupport = z.output<typeof supportShape>;

const status = z.literal('SUPPORTED');

/** How something that is told of runs looks; a list with its `next_cursor`. */
export function runAnswerOf<D extends z.ZodType>(data: D) {
  return z.object({ status, data, support: supportShape });
}

export function runListOf<R extends z.ZodType>(row: R) {
  return z.object({ status, data: z.array(row), next_cursor: z.string().nullable(), support: supportShape });
}

interface Told {
  readonly method: string;
  readonly rowsUsed: number;
  readonly rowsExcluded?: RunSupport['rows_excluded'];
}

/** What a run tells of itself rests on its own records. Null: nothing was taken in yet. */
export function supportOf(
  run: Pick<RunRecord, 'run_id' | 'data_version' | 'as_of'> | null,
  { method, rowsUsed, rowsExcluded = [] }: Told,
): RunSupport {
  const { run_id = null, data_version = null, as_of = null } = run ?? {};
  return {
    run_id,
    data_version,
    as_of,
    rows_used: rowsUsed,
    rows_excluded: [...rowsExcluded],
    match_rates: [],
    method,
    sql: null,
  };
}

type Counted = Pick<SheetRun, 'rows' | 'rejected' | 'duplicates'>;

/** Rows of the file that found their way into the tables, and those that did not. */
export function rowsOf(sheets: readonly Counted[]): Pick<Told, 'rowsUsed' | 'rowsExcluded'> {
  const sum = (count: (one: Counted) => number): number =>
    sheets.reduce((total, one) => total + count(one), 0);
  const [rejected, repeated] = [sum((one) => one.rejected), sum((one) => one.duplicates)];
  return {
    rowsUsed: sum((one) => one.rows) - rejected - repeated,
    rowsExcluded: [
      { reason: 'linhas rejeitadas', rows: rejected },
      { reason: 'linhas repetidas', rows: repeated },
    ].filter(({ rows }) => rows > 0),
  };
}
