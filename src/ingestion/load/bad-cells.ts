import type { ClientBase, Pool } from 'pg';
import type { Sheet } from '../../contract/index.js';
import { isDayFirst, literal, stagingTable } from '../../contract/sql.js';
import { type BadCell, costsTheRow, type RowOffset } from '../../source/cells/index.js';
import { badCellsTable, rowOffsetsTable } from '../rules/staging-names.js';

/** So many are kept in memory before they are written: a column full of bad cells must not fill it. */
const batch = 5_000;

/** Writes the cells that break the contract while the sheets are still being copied, over another connection. */
export class BadCellWriter {
  readonly #pool: Pool;
  readonly #runId: number;
  #waiting: { table: string; badCell: BadCell }[] = [];
  #lastWrite: Promise<unknown> = Promise.resolve();
  #batchesUnderWay = 0;

  constructor(pool: Pool, runId: number) {
    this.#pool = pool;
    this.#runId = runId;
  }

  add(sheet: Sheet, badCell: BadCell): void {
    this.#waiting.push({ table: sheet.table, badCell });
    if (this.#waiting.length >= batch) this.#flush();
  }

  /** Undefined where there is room for more; else what to wait for. */
  room(): Promise<unknown> | undefined {
    return this.#batchesUnderWay > 2 ? this.#lastWrite : undefined;
  }

  /** Resolves when everything that was added is in the table. */
  async finish(): Promise<void> {
    this.#flush();
    await this.#lastWrite;
  }

  #flush(): void {
    const batchOf = this.#waiting;
    this.#waiting = [];
    if (batchOf.length === 0) return;
    this.#batchesUnderWay++;
    this.#lastWrite = this.#lastWrite.then(() => this.#write(batchOf)).finally(() => this.#batchesUnderWay--);
    // finish() reports the failure; until then it must not count as unhandled.
    this.#lastWrite.catch(() => {});
  }

  #write(batchOf: readonly { table: string; badCell: BadCell }[]): Promise<unknown> {
    return insertBadCells(this.#pool, this.#runId, batchOf);
  }
}

/** Records the bad cells of one sheet. */
export async function writeBadCells(
  client: ClientBase,
  runId: number,
  sheet: Sheet,
  badCells: readonly BadCell[],
): Promise<void> {
  await insertBadCells(
    client,
    runId,
    badCells.map((badCell) => ({ table: sheet.table, badCell })),
  );
}

function insertBadCells(
  client: Pick<ClientBase, 'query'>,
  runId: number,
  batchOf: readonly { table: string; badCell: BadCell }[],
): Promise<unknown> {
  return client.query(
    `INSERT INTO ${badCellsTable(runId)}
     SELECT * FROM unnest($1::text[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::boolean[])`,
    [
      batchOf.map((one) => one.table),
      batchOf.map((one) => one.badCell.rowNo),
      batchOf.map((one) => one.badCell.column),
      batchOf.map((one) => one.badCell.code),
      batchOf.map((one) => one.badCell.value),
      batchOf.map((one) => one.badCell.rejects),
    ],
  );
}

/**
 * Records the cells of a staged column that write a date as `dd/mm/aaaa` as bad ones, because another text of the column
 * shows that it is not what they mean. It is known when all are staged, and they are found there.
 */
export async function writeBadDates(
  client: ClientBase,
  runId: number,
  sheet: Sheet,
  column: string,
): Promise<void> {
  const badCells = badCellsTable(runId);
  const own = `d.table_name = ${literal(sheet.table)} AND d.column_name = ${literal(column)}`;
  await client.query(`
    INSERT INTO ${badCells}
    SELECT ${literal(sheet.table)}, s.row_no, ${literal(column)}, 'NOT_A_DATE', s.${column}, ${costsTheRow(sheet, column)}
    FROM ${stagingTable(sheet, runId)} s
    WHERE ${isDayFirst(`s.${column}`)} AND NOT EXISTS (SELECT FROM ${badCells} d WHERE ${own} AND d.row_no = s.row_no)`);
}

/** Records where the Excel rows of a sheet shift against its data rows, and where its parts begin. */
export async function writeRowOffsets(
  client: ClientBase,
  runId: number,
  sheet: Sheet,
  offsets: readonly RowOffset[],
): Promise<void> {
  await client.query(
    `INSERT INTO ${rowOffsetsTable(runId)} SELECT $1, * FROM unnest($2::integer[], $3::integer[], $4::integer[])`,
    [
      sheet.table,
      offsets.map(([row]) => row),
      offsets.map(([, offset]) => offset),
      offsets.map(([, , part]) => part),
    ],
  );
}
