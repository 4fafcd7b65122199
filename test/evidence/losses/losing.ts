import { type Sheet, sheets } from '../../../src/contract/index.js';
import { type Identity, identifyFiles } from '../../../src/source/identify.js';
import { cellText } from '../../../src/source/sheets/cell-text.js';
import type { Source, SourceSheet } from '../../../src/source/sheets/types.js';
import type { RowView } from '../../../src/workbook/index.js';
import type { Dump } from '../../support/dump.js';

/** Rows that a dump lacks: so large a share of a sheet, of all its rows or of those of one month. */
export interface Loss {
  readonly table: string;
  readonly share: number;
  /** `2023-02`; null: whenever. */
  readonly month: string | null;
}

/** The dump that was extracted into a folder, and what is known of its rows without a database. */
export interface Whole {
  readonly folder: string;
  /** Of a phase the month in which it ended, or began. */
  readonly monthOfPhase: ReadonlyMap<string, string>;
}

type Cells = Readonly<Record<string, string>>;

export async function readWhole(folder: string): Promise<Whole> {
  const monthOfPhase = new Map<string, string>();
  await eachRow(folder, 'fases_ordem_fabrico', (cells) => {
    const moment = cells.faseof_fim || cells.faseof_inicio || '';
    monthOfPhase.set(cells.faseof_id!, moment.slice(0, 7));
  });
  return { folder, monthOfPhase };
}

/** The same dump without the rows that are lost; everything else about it is as it was. */
export async function losing(whole: Whole, loss: Loss, seed: number): Promise<Identity> {
  const identity = await identifyFiles(whole.folder);
  return {
    ...identity,
    open: async (options) => withLoss(await identity.open(options), whole, loss, seed),
  };
}

/** ... as rows, for a workbook to be written of them. */
export async function dumpLosing(whole: Whole, loss: Loss, seed: number): Promise<Dump> {
  const dump: Dump = {};
  for (const { table } of sheets as readonly Sheet[]) {
    const rows: Cells[] = [];
    const isLost = lottery(whole, loss, seed);
    await eachRow(whole.folder, table, (cells) => {
      if (table !== loss.table || !isLost(cells)) rows.push(cells);
    });
    dump[table] = rows.map((cells) =>
      Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, text === '' ? 'NULL' : text])),
    );
  }
  return dump;
}

function withLoss(source: Source, whole: Whole, loss: Loss, seed: number): Source {
  return {
    ...source,
    sheets: source.sheets.map((sheet) =>
      sheet.sheet.table === loss.table ? thinned(sheet, whole, loss, seed) : sheet,
    ),
  };
}

function thinned(sheet: SourceSheet, whole: Whole, loss: Loss, seed: number): SourceSheet {
  const isLost = lottery(whole, loss, seed);
  return {
    ...sheet,
    read: (taker, options) =>
      sheet.read(
        {
          ...taker,
          onRow: (row) => {
            if (!isLost(cellsOf(sheet, row))) taker.onRow(row);
          },
        },
        options,
      ),
  };
}

/** Draws for each row in turn, so that the same seed loses the same rows. */
function lottery(whole: Whole, { table, share, month }: Loss, seed: number): (cells: Cells) => boolean {
  let state = seed * 2_654_435_761;
  return (cells) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39);
    const drawn = ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
    return drawn < share && (month === null || monthOf(whole, table, cells) === month);
  };
}

function monthOf({ monthOfPhase }: Whole, table: string, cells: Cells): string | undefined {
  if (table === 'ordens_fabrico') return cells.of_data_criacao?.slice(0, 7);
  if (table === 'fases_ordem_fabrico') return monthOfPhase.get(cells.faseof_id!);
  if (table === 'erros_ordem_fabrico') return monthOfPhase.get(cells.ofch_faseof_avaliacao!);
  return monthOfPhase.get(cells.funcionariofaseof_faseof_id!);
}

/** The sheets whose rows belong to a month. */
export const datedTables: readonly string[] = [
  'ordens_fabrico',
  'fases_ordem_fabrico',
  'erros_ordem_fabrico',
  'funcionarios_fase_ordem_fabrico',
];

async function eachRow(folder: string, table: string, take: (cells: Cells) => void): Promise<void> {
  const source = await (await identifyFiles(folder)).open({ allowMissingSheets: false, scratch: folder });
  const sheet = source.sheets.find((one) => one.sheet.table === table)!;
  await sheet.read(
    { onPart: () => {}, onRow: (row) => take(cellsOf(sheet, row)) },
    { betweenChunks: () => undefined },
  );
  await source.close();
}

function cellsOf({ sheet, parts }: SourceSheet, row: RowView): Cells {
  const { sources, sharedStrings } = parts[0]!;
  return Object.fromEntries(
    Object.keys(sheet.columns).map((name, place) => [name, cellText(row, sources[place]!, sharedStrings)]),
  );
}
