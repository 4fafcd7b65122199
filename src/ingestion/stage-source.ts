import type { Sheet } from '../contract/index.js';
import { type Clock, type DateReading, keysAreAsWritten } from '../source/cells/index.js';
import type { Source } from '../source/sheets/types.js';
import { addressesOf } from './addresses.js';
import type { ExtractedSheet } from './extract/extract-sheet.js';
import { extractWorkbook, inReadingOrder, type SheetProgress } from './extract/extract-workbook.js';
import { SheetLedger } from './ledger/index.js';
import { BadCellWriter, writeBadDates, writeRowOffsets } from './load/bad-cells.js';
import { CopySink } from './load/copy-sink.js';
import { createRunStaging } from './load/staging.js';
import type { Prepared } from './merge/prepare.js';
import { SheetPreparer } from './prepare-sheets.js';
import { batchRows } from './progress.js';
import { isHeld, type RunContext, type StagedDates, type StagedSheet } from './run-context.js';

export interface Staged {
  readonly sheets: readonly StagedSheet[];
  readonly clock: Clock;
}

/**
 * Extract and load in one pass: each block of CSV goes to its file and to COPY at the same time. A sheet that is
 * staged is prepared for the merge while the next ones are read.
 */
export async function stageSource(
  context: RunContext,
  source: Source,
  workbookSha256: string,
  folder: string,
): Promise<Staged> {
  const { database, session, runId } = context;
  await createRunStaging(session, runId);
  const badCells = new BadCellWriter(database.pool, runId);
  const preparer = new SheetPreparer(context, folder);
  const badColumns = new Map<Sheet, Set<string>>(source.sheets.map(({ sheet }) => [sheet, new Set()]));
  const copies = new Map<Sheet, Copy>();
  const ledgers = new LedgersAhead(
    inReadingOrder(source).map(({ sheet }) => sheet),
    (sheet) => openLedger(context, sheet, folder),
    database.pool.options.max >= roomyPool,
  );
  try {
    const extracted = await extractWorkbook({
      source,
      workbookSha256,
      folder,
      allowCutSheets: context.force,
      signal: context.signal,
      openSink: async (sheet) => {
        const ledger = ledgers.take(sheet);
        const copy = await Copy.open(context, sheet, ledger).catch(async (error: unknown) => {
          await ledger?.close();
          throw error;
        });
        copies.set(sheet, copy);
        return copy;
      },
      onBadCell: (sheet, badCell) => {
        badColumns.get(sheet)!.add(badCell.column);
        badCells.add(sheet, badCell);
      },
      room: () => badCells.room(),
      onSheet: async ({ sheet, sha256, rowOffsets, parts, repeatedKeys, textDates }) => {
        const { ledger } = copies.get(sheet)!;
        await ledger?.finish();
        await badCells.finish();
        await writeRowOffsets(session, runId, sheet, rowOffsets);
        const dates = stagedDates(textDates);
        const bad = badColumns.get(sheet)!;
        for (const column of dates.notDates) {
          await writeBadDates(session, runId, sheet, column);
          bad.add(column);
        }
        if (isHeld(context, { sheet, sha256, parts, dates })) return;
        const repeated = keysAreAsWritten(sheet, bad) ? repeatedKeys : null;
        preparer.add({ sheet, badColumns: bad, dayFirst: dates.dayFirst, repeatedKeys: repeated, ledger });
      },
      onProgress: inBatches(context, source),
    });
    const prepared = await preparer.finish();
    const sheets = extracted.sheets.map(
      (one): StagedSheet => ({
        ...describe(one, copies.get(one.sheet)!, extracted.seconds.get(one.sheet)!),
        badColumns: badColumns.get(one.sheet)!,
        dates: stagedDates(one.textDates),
        columns: one.columns,
        address: addressesOf(one),
        ...restaged(prepared.get(one.sheet) ?? null),
        ledger: copies.get(one.sheet)!.ledger,
      }),
    );
    return { sheets, clock: extracted.clock };
  } catch (error) {
    await preparer.abandon(error);
    await ledgers.close();
    for (const { ledger } of copies.values()) await ledger?.close();
    throw error;
  }
}

/** Each ledger that is read holds a connection; others must be left for what else a run asks the pool for. */
const roomyPool = 4;

/** Opens the ledger of the next sheet while one is read: its first rows are then there when the sheet begins. */
class LedgersAhead {
  readonly #order: readonly Sheet[];
  readonly #open: (sheet: Sheet) => SheetLedger | null;
  readonly #isRoom: boolean;
  #next: { readonly sheet: Sheet; readonly ledger: SheetLedger | null } | null = null;

  /** `isRoom`: a second ledger may be read from the database at the same time. */
  constructor(order: readonly Sheet[], open: (sheet: Sheet) => SheetLedger | null, isRoom: boolean) {
    this.#order = order;
    this.#open = open;
    this.#isRoom = isRoom;
  }

  /** The ledger of a sheet, which is to be closed by who takes it; in the order of reading. */
  take(sheet: Sheet): SheetLedger | null {
    const ledger = this.#next?.sheet === sheet ? this.#next.ledger : this.#open(sheet);
    const next = this.#isRoom ? this.#order[this.#order.indexOf(sheet) + 1] : undefined;
    this.#next = next === undefined ? null : { sheet: next, ledger: this.#open(next) };
    return ledger;
  }

  /** Lets go of what nobody took. */
  async close(): Promise<void> {
    await this.#next?.ledger?.close();
    this.#next = null;
  }
}

function openLedger({ database, ledgers }: RunContext, sheet: Sheet, folder: string): SheetLedger | null {
  return SheetLedger.open({ pool: database.pool, sheet, folder, head: ledgers.get(sheet.sheet) ?? null });
}

/** Where a sheet was staged for a second time these are its rows. */
function restaged(prepared: Prepared | null): Pick<StagedSheet, 'prepared'> & Partial<StagedSheet> {
  const rows = prepared?.restagedRows ?? null;
  return rows === null ? { prepared } : { prepared, stagedRows: rows };
}

function stagedDates(textDates: ExtractedSheet['textDates']): StagedDates {
  const all = [...textDates].map(([column, facts]) => ({ column, ...facts }));
  const named = (reading: DateReading): Set<string> =>
    new Set(all.filter((one) => one.reading === reading).map(({ column }) => column));
  return {
    dayFirst: named('day-first'),
    notDates: named('not-dates'),
    assumedOrders: all
      .filter(({ assumed }) => assumed)
      .map(({ column, first }) => ({ column, rowNo: first.rowNo })),
  };
}

/** Rows are told in batches, and at the end of a sheet. */
function inBatches({ onProgress }: RunContext, source: Source): (progress: SheetProgress) => void {
  const shown = new Map<Sheet, number>(source.sheets.map(({ sheet }) => [sheet, 0]));
  return ({ sheet, rows, done }) => {
    const batch = Math.floor(rows / batchRows);
    if (!done && batch === shown.get(sheet)) return;
    shown.set(sheet, batch);
    onProgress({ kind: 'rows', sheet: sheet.sheet, rows, done });
  };
}

function describe(
  one: ExtractedSheet,
  copy: Copy,
  extract_seconds: number,
): Pick<
  StagedSheet,
  'sheet' | 'rows' | 'parts' | 'stagedRows' | 'sha256' | 'csvBytes' | 'gzipBytes' | 'seconds'
> {
  return {
    sheet: one.sheet,
    rows: one.rows,
    stagedRows: copy.rows + (copy.ledger?.knownRows ?? 0),
    sha256: one.sha256,
    parts: one.parts,
    csvBytes: one.csvBytes,
    gzipBytes: one.gzipBytes,
    seconds: { extract: extract_seconds, load: copy.seconds },
  };
}

/** A COPY with its duration. */
class Copy {
  seconds = 0;
  readonly ledger: SheetLedger | null;
  readonly #sink: CopySink;
  readonly #started = performance.now();

  private constructor(sink: CopySink, ledger: SheetLedger | null) {
    this.#sink = sink;
    this.ledger = ledger;
  }

  static async open({ session, runId }: RunContext, sheet: Sheet, ledger: SheetLedger | null): Promise<Copy> {
    return new Copy(await CopySink.open(session, sheet, runId, ledger?.isSifting), ledger);
  }

  get sieve(): SheetLedger | null {
    return this.ledger;
  }

  get rows(): number {
    return this.#sink.rows;
  }

  write(block: Buffer): Promise<void> {
    return this.#sink.write(block);
  }

  async finish(): Promise<void> {
    await this.#sink.finish();
    this.seconds = (performance.now() - this.#started) / 1000;
  }

  abandon(reason: unknown): Promise<void> {
    return this.#sink.abandon(reason);
  }
}
