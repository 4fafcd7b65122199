import type { ClientBase } from 'pg';
import type { Sheet } from '../../contract/index.js';
import { stagingDdl, stagingTable } from '../../contract/sql.js';
import { type BadCell, costsTheRow, normaliseCell, type RowOffset } from '../../source/cells/index.js';
import { writeBadCells, writeRowOffsets } from './bad-cells.js';

/** A row that was thrown out, as it was staged then. */
export interface Rejected {
  readonly part: number;
  readonly row_number: number;
  readonly raw: Readonly<Record<string, string | null>>;
}

/** Stages rejected rows again, judged by today's validators; returns the columns in which there are bad cells. */
export async function stageRejects(
  client: ClientBase,
  runId: number,
  sheet: Sheet,
  rejects: readonly Rejected[],
): Promise<ReadonlySet<string>> {
  await client.query(stagingDdl(sheet, runId));
  const badCells: BadCell[] = [];
  const rows = rejects.map(({ raw }, place) => judgeRow(sheet, raw, place + 1, badCells));
  const names = Object.keys(sheet.columns);
  await client.query(
    `INSERT INTO ${stagingTable(sheet, runId)} (row_no, ${names.join(', ')})
     SELECT row_no, ${names.join(', ')} FROM jsonb_populate_recordset(NULL::${stagingTable(sheet, runId)}, $1)`,
    [JSON.stringify(rows)],
  );
  await writeBadCells(client, runId, sheet, badCells);
  const offsets = rejects.map(
    ({ part, row_number }, place): RowOffset => [place + 1, row_number - place - 1, part],
  );
  await writeRowOffsets(client, runId, sheet, offsets);
  return new Set(badCells.map((badCell) => badCell.column));
}

function judgeRow(
  sheet: Sheet,
  raw: Rejected['raw'],
  row_no: number,
  badCells: BadCell[],
): Record<string, string | number | null> {
  const row: Record<string, string | number | null> = { row_no };
  for (const [column, declared] of Object.entries(sheet.columns)) {
    const { text, code } = normaliseCell(declared, 'text', raw[column] ?? '');
    row[column] = text === '' ? null : text;
    const found = code ?? (text === '' && declared.required ? 'REQUIRED_MISSING' : null);
    if (found === null) continue;
    badCells.push({
      rowNo: row_no,
      column,
      code: found,
      value: text === '' ? null : text.slice(0, 200),
      rejects: costsTheRow(sheet, column),
    });
  }
  return row;
}
