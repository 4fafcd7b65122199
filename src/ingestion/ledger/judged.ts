import type { ClientBase } from 'pg';
import type { Sheet } from '../../contract/index.js';
import type { LedgerKey } from '../../contract/ledger-key.js';
import { excludedTable, flaggedTable, keptTable, typedTable } from '../rules/staging-names.js';
import { keyOf, numbersOf } from './entries.js';
import type { SheetLedger } from './sheet-ledger.js';

export interface RecordContext {
  readonly client: ClientBase;
  readonly runId: number;
  readonly sheet: Sheet;
  readonly asOf: string;
  /** Rows of core now: the ledger must have as many. */
  readonly coreRows: number;
  /** Whether any row stayed out, and whether core keeps any because theirs was rejected. */
  readonly anyExcluded: boolean;
  readonly anyKept: boolean;
}

/** What the database made of the staged rows. */
export interface Judged {
  readonly excluded: ReadonlySet<number>;
  /** Rows that are compared by the database every time, because a finding about them is told of each dump anew. */
  readonly flagged: ReadonlySet<number>;
  readonly kept: readonly Buffer[];
  fingerprint(rowNo: number): Buffer | null;
}

export async function readJudged(context: RecordContext, { key: layout }: SheetLedger): Promise<Judged> {
  const { client, runId, sheet } = context;
  const rowNumbers = async (table: string): Promise<Set<number>> => {
    const { rows } = await client.query<{ row_no: number }>(`SELECT row_no FROM ${table}`);
    return new Set(rows.map(({ row_no }) => row_no));
  };
  const fingerprints =
    layout.fingerprint === null ? null : await readFingerprints(context, layout.fingerprint);
  return {
    excluded: context.anyExcluded ? await rowNumbers(excludedTable(sheet, runId)) : new Set(),
    flagged: await rowNumbers(flaggedTable(sheet, runId)),
    kept: context.anyKept ? await readKept(context, layout) : [],
    fingerprint: (rowNo) => fingerprints?.get(rowNo) ?? null,
  };
}

async function readFingerprints(
  { client, runId, sheet }: RecordContext,
  column: string,
): Promise<Map<number, Buffer>> {
  const { rows } = await client.query<{ row_no: number; fingerprint: Buffer }>(
    `SELECT row_no, ${column} AS fingerprint FROM ${typedTable(sheet, runId)}`,
  );
  return new Map(rows.map(({ row_no, fingerprint }) => [row_no, fingerprint]));
}

async function readKept({ client, runId, sheet }: RecordContext, layout: LedgerKey): Promise<Buffer[]> {
  const { rows } = await client.query<Record<string, number | Buffer>>(
    `SELECT * FROM ${keptTable(sheet, runId)}`,
  );
  return rows.map((row) =>
    keyOf(
      layout,
      numbersOf(layout.numbers.map(({ column }) => row[column] as number)),
      layout.fingerprint === null ? null : (row[layout.fingerprint] as Buffer),
    ),
  );
}
