import type {
  BadCell,
  CellCode,
  Clock,
  ColumnCounts,
  TextDateFacts,
  WrittenRow,
} from '../../source/cells/index.js';
import { RowEncoder, type RowOffset } from '../../source/cells/index.js';
import { isFull, sheetFull } from '../../source/sheets/grid.js';
import type { PartName, SheetPart, SourceSheet } from '../../source/sheets/types.js';
import { GzipFile, type GzipResult } from './gzip-file.js';

/** Takes the CSV blocks of a sheet, without the header; a sink that falls behind holds the reader back. */
export interface BlockSink {
  write(block: Buffer): Promise<void>;
  /** Whoever looks at every row; where it sifts, the sink takes the blocks that it hands on, and no others. */
  readonly sieve?: Sieve | null;
}

/** Looks at the rows of a sheet as they are written. */
export interface Sieve {
  readonly isSifting: boolean;
  /** Resolves when rows may come; `onBlock` takes what it hands on. */
  begin(onBlock: (block: Buffer) => void): Promise<RowWatcher>;
}

export interface RowWatcher {
  take(row: WrittenRow): void;
  /** Undefined where the next rows may come; else what to wait for. */
  room(): Promise<void> | undefined;
  /** All rows have come. */
  end(): void;
}

export interface ExtractSheetOptions {
  readonly sheet: SourceSheet;
  readonly clock: Clock;
  /** Path of the CSV.gz file. */
  readonly path: string;
  /** Where else the blocks go: to COPY. */
  readonly sink?: BlockSink | undefined;
  readonly onBadCell?: ((badCell: BadCell) => void) | undefined;
  /** What to wait for before more is read, beside the sink. */
  readonly room?: (() => Promise<unknown> | undefined) | undefined;
  /** Rows so far, called now and then. */
  readonly onRows?: ((rows: number) => void) | undefined;
  /** A sheet that ends with the grid is taken as it is, instead of refused. */
  readonly allowCut?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ExtractedSheet extends GzipResult {
  readonly sheet: SourceSheet['sheet'];
  readonly rows: number;
  readonly badCells: Partial<Record<CellCode, number>>;
  /** Of each part the workbook's names of its columns, where they are known. */
  readonly letters: readonly SheetPart['letters'][];
  /** By column: what its cells hold. */
  readonly columns: ReadonlyMap<string, ColumnCounts>;
  /** By column: its cells that write a date as the factory does, where there are any. */
  readonly textDates: ReadonlyMap<string, TextDateFacts>;
  readonly rowOffsets: readonly RowOffset[];
  /** Where its rows come from, in order. */
  readonly parts: readonly (PartName & { readonly rows: number })[];
  /** Rows whose key an earlier row may have had; null: not looked for, or too many to be listed. */
  readonly repeatedKeys: readonly number[] | null;
}

/** Blocks on their way at once; more than these are waited for. */
const blocksInFlight = 8;

/** One pass over a sheet: CSV.gz with its checksum, and the same bytes to the sink. */
export async function extractSheet(options: ExtractSheetOptions): Promise<ExtractedSheet> {
  const { sheet, clock, signal } = options;
  const [first] = sheet.parts as readonly [SheetPart, ...SheetPart[]];
  const file = await GzipFile.create(options.path);
  const sieve = options.sink?.sieve ?? null;
  const flow = new BlockFlow(file, options.sink, sieve?.isSifting ?? false);
  const watcher = await sieve
    ?.begin((block) => flow.pushSifted(block))
    .catch(async (error: unknown) => {
      await file.abandon();
      throw error;
    });
  const encoder = new RowEncoder({
    ...first,
    sheet: sheet.sheet,
    clock,
    onBlock: (block) => flow.push(block),
    onBadCell: options.onBadCell ?? (() => {}),
    // Who writes files alone compares no keys; of the few rows that a sieve lets through the database compares them.
    findRepeatedKeys: options.sink !== undefined && sieve?.isSifting !== true,
    known: sheet.known,
    onWritten: watcher && ((row) => watcher.take(row)),
  });
  try {
    flow.pushHeader(Buffer.from(`${headerLine(sheet)}\n`));
    const betweenChunks = (): Promise<void> | undefined => {
      options.onRows?.(encoder.rows);
      const room = bothOf(options.room?.(), watcher?.room());
      return room === undefined ? flow.room() : room.then(() => flow.room());
    };
    const onPart = (part: SheetPart): void => {
      if (part !== first) encoder.beginPart(part);
    };
    await sheet.read({ onPart, onRow: (row) => encoder.encode(row) }, { betweenChunks, signal });
    const lastRow = encoder.lastRowNumber;
    encoder.end();
    watcher?.end();
    if (!options.allowCut && isFull(lastRow)) throw sheetFull(sheet.sheet, sheet.parts, lastRow);
    await flow.drained();
    const written = await file.finish();
    options.onRows?.(encoder.rows);
    return {
      ...written,
      sheet: sheet.sheet,
      rows: encoder.rows,
      badCells: encoder.badCellCounts,
      letters: sheet.parts.map(({ letters }) => letters),
      columns: encoder.columnCounts,
      textDates: encoder.textDates,
      rowOffsets: encoder.rowOffsets,
      parts: sheet.parts.map(({ workbook, sheet: name }, place) => ({
        workbook,
        sheet: name,
        rows: encoder.partRows[place]!,
      })),
      repeatedKeys: encoder.repeatedKeys,
    };
  } catch (error) {
    await flow.settled();
    await file.abandon();
    throw error;
  }
}

function bothOf(
  one: Promise<unknown> | undefined,
  other: Promise<unknown> | undefined,
): Promise<unknown> | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Promise.all([one, other]);
}

function headerLine(sheet: SourceSheet): string {
  return Object.values(sheet.sheet.columns)
    .map((column) => column.header)
    .join(',');
}

/** Sends each block to the file and to the sink, and says when there is room for more. */
class BlockFlow {
  readonly #file: GzipFile;
  readonly #sink: BlockSink | undefined;
  readonly #isSifted: boolean;
  readonly #inFlight = new Set<Promise<void>>();
  #failure: { error: unknown } | null = null;

  constructor(file: GzipFile, sink: BlockSink | undefined, isSifted: boolean) {
    this.#file = file;
    this.#sink = sink;
    this.#isSifted = isSifted;
  }

  pushHeader(block: Buffer): void {
    this.#track(this.#file.write(block));
  }

  push(block: Buffer): void {
    this.#track(this.#file.write(block));
    if (this.#sink && !this.#isSifted) this.#track(this.#sink.write(block));
  }

  /** For the sink alone. */
  pushSifted(block: Buffer): void {
    if (this.#sink) this.#track(this.#sink.write(block));
  }

  /** Undefined where there is room at once: the reader then goes on without a turn of the event loop. */
  room(): Promise<void> | undefined {
    if (this.#failure) throw this.#failure.error;
    if (this.#inFlight.size < blocksInFlight) return undefined;
    return Promise.race(this.#inFlight).then(() => this.room());
  }

  async drained(): Promise<void> {
    await this.settled();
    if (this.#failure) throw this.#failure.error;
  }

  async settled(): Promise<void> {
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight);
  }

  #track(work: Promise<void>): void {
    const tracked: Promise<void> = work
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#inFlight.delete(tracked));
    this.#inFlight.add(tracked);
  }
}
