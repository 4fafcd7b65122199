import type { ClientBase, Pool } from 'pg';
import type { Sheet } from '../../contract/index.js';
import { isDayFirst, literal, stagingTable } from '../../contract/sql.js';
import { costsTheRow, type Defect, type RowOffset } from '../../intake/cells/index.js';
import { defectsTable, rowOffsetsTable } from '../rules/staging-names.js';

/** So many are kept in memory before they are written: a column full of bad cells must not fill it. */
const batch = 5_000;

/** Writes the cells that break the contract while the sheets are still being copied, over another connection. */
export class DefectWriter {
  readonly #pool: Pool;
  readonly #runId: number;
  #waiting: { table: string; defect: Defect }[] = [];
  #lastWrite: Promise<unknown> = Promise.resolve();
  #batchesUnderWay = 0;

  constructor(pool: Pool, runId: number) {
    this.#pool = pool;
    this.#runId = runId;
  }

  add(sheet: Sheet, defect: Defect): void {
    this.#waiting.push({ table: sheet.table, defect });
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

  #write(batchOf: readonly { table: string; defect: Defect }[]): Promise<unknown> {
    return insertDefects(this.#pool, this.#runId, batchOf);
  }
}

/** Keeps the bad cells of one sheet. */
export async function writeDefects(
  client: ClientBase,
  runId: number,
  sheet: Sheet,
  defects: readonly Defect[],
): Promise<void> {
  await insertDefects(
    client,
    runId,
    defects.map((defect) => ({ table: sheet.table, defect })),
  );
}

function insertDefects(
  client: Pick<ClientBase, 'query'>,
  runId: number,
  batchOf: readonly { table: string; defect: Defect }[],
): Promise<unknown> {
  return client.query(
    `INSERT INTO ${defectsTable(runId)}
     SELECT * FROM unnest($1::text[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::boolean[])`,
    [
      batchOf.map((one) => one.table),
      batchOf.map((one) => one.defect.rowNo),
      batchOf.map((one) => one.defect.column),
      batchOf.map((one) => one.defect.code),
      batchOf.map((one) => one.defect.value),
      batchOf.map((one) => one.defect.rejects),
    ],
  );
}

/**
 * Keeps the cells of a staged column that write a date as `dd/mm/aaaa` as bad ones, because another text of the column
 * shows that it is not what they mean. It is known when all are staged, and they are found there.
 */
export async function writeDateDefects(
  client: ClientBase,
  runId: number,
  sheet: Sheet,
  column: string,
): Promise<void> {
  const defects = defectsTable(runId);
  const own = `d.table_name = ${literal(sheet.table)} AND d.column_name = ${literal(column)}`;
  await client.query(`
    INSERT INTO ${defects}
    SELECT ${literal(sheet.table)}, s.row_no, ${literal(column)}, 'NOT_A_DATE', s.${column}, ${costsTheRow(sheet, column)}
    FROM ${stagingTable(sheet, runId)} s
    WHERE ${isDayFirst(`s.${column}`)} AND NOT EXISTS (SELECT FROM ${defects} d WHERE ${own} AND d.row_no = s.row_no)`);
}

/** Keeps where the Excel rows of a sheet shift against its data rows, and where its parts begin. */
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
