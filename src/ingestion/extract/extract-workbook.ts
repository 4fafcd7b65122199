import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sheet } from '../../contract/index.js';
import { contractVersion } from '../../contract/version.js';
import { makeFolder } from '../../platform/folders.js';
import { type BadCell, Clock } from '../../source/cells/index.js';
import { type Manifest, type ManifestSheet, manifestName, writeManifest } from '../../source/manifest.js';
import type { Source } from '../../source/sheets/types.js';
import { refuseUnnumberedParts } from '../../source/sheets/unnumbered-parts.js';
import { type BlockSink, type ExtractedSheet, extractSheet } from './extract-sheet.js';

export interface SheetProgress {
  readonly sheet: Sheet;
  readonly rows: number;
  readonly done: boolean;
}

export interface ExtractOptions {
  readonly source: Source;
  readonly workbookSha256: string;
  /** Made if it is not there. */
  readonly folder: string;
  /** Opens the second way for a sheet's blocks; it is closed with the rows that the file has. */
  readonly openSink?: ((sheet: Sheet) => Promise<SheetSink>) | undefined;
  readonly onBadCell?: ((sheet: Sheet, badCell: BadCell) => void) | undefined;
  /** What to wait for before more is read, where somebody who hears of bad cells falls behind. */
  readonly room?: (() => Promise<unknown> | undefined) | undefined;
  /** A sheet is done, and its sink has taken every row. */
  readonly onSheet?: ((sheet: ExtractedSheet) => Promise<void>) | undefined;
  readonly onProgress?: ((progress: SheetProgress) => void) | undefined;
  /**
   * Sheets that seem to be cut are taken as they are: neither `SHEET_FULL`, where one ends with the grid, nor
   * `UNNUMBERED_PART`, where one may go on in a sheet that was left out.
   */
  readonly allowCutSheets?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SheetSink extends BlockSink {
  /** All blocks have been handed on: waits until they have arrived. */
  finish(): Promise<void>;
  /** The pass failed: lets go of everything. */
  abandon(reason: unknown): Promise<void>;
}

export interface Extracted {
  readonly manifest: Manifest;
  readonly sheets: readonly ExtractedSheet[];
  readonly clock: Clock;
  readonly seconds: ReadonlyMap<Sheet, number>;
}

/**
 * Every sheet of the contract to `table.csv.gz`, one after the other, and a manifest at the end. The largest comes
 * first: what is done with it afterwards goes on beside the reading of the others. Where it fails nothing is left of it.
 */
export async function extractWorkbook(options: ExtractOptions): Promise<Extracted> {
  const { source, folder } = options;
  makeFolder(folder, 0o700);
  await rm(join(folder, manifestName), { force: true });
  try {
    return await extractInto(options);
  } catch (error) {
    const names = [manifestName, ...source.sheets.map(({ sheet }) => csvFileName(sheet))];
    // What cannot be removed must not hide why it is to be.
    for (const name of names) await rm(join(folder, name), { force: true }).catch(() => {});
    throw error;
  }
}

async function extractInto(options: ExtractOptions): Promise<Extracted> {
  const { source, folder } = options;
  if (!options.allowCutSheets) refuseUnnumberedParts(source);
  const clock = new Clock();
  const sheets: ExtractedSheet[] = [];
  const seconds = new Map<Sheet, number>();
  for (const sheet of inReadingOrder(source)) {
    const started = performance.now();
    const extracted = await extractOne(options, sheet, clock);
    sheets.push(extracted);
    seconds.set(sheet.sheet, (performance.now() - started) / 1000);
    await options.onSheet?.(extracted);
  }
  const order = source.sheets.map(({ sheet }) => sheet);
  sheets.sort((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet));
  const manifest = describe(options, sheets);
  await writeManifest(folder, manifest);
  return { manifest, sheets, clock, seconds };
}

/** The sheets as they are read: the largest first. */
export function inReadingOrder(source: Source): Source['sheets'] {
  return source.sheets.toSorted((a, b) => b.sizeBytes - a.sizeBytes);
}

async function extractOne(
  options: ExtractOptions,
  sheet: Source['sheets'][number],
  clock: Clock,
): Promise<ExtractedSheet> {
  const sink = await options.openSink?.(sheet.sheet);
  try {
    const extracted = await extractSheet({
      sheet,
      clock,
      path: join(options.folder, csvFileName(sheet.sheet)),
      sink,
      onBadCell: (badCell) => options.onBadCell?.(sheet.sheet, badCell),
      room: options.room,
      onRows: (rows) => options.onProgress?.({ sheet: sheet.sheet, rows, done: false }),
      allowCut: options.allowCutSheets,
      signal: options.signal,
    });
    await sink?.finish();
    options.onProgress?.({ sheet: sheet.sheet, rows: extracted.rows, done: true });
    return extracted;
  } catch (error) {
    await sink?.abandon(error);
    throw error;
  }
}

/** By header, as the columns of the manifest are named. */
function dateReadings({ sheet, textDates }: ExtractedSheet): ManifestSheet['date_readings'] {
  return Object.fromEntries(
    [...textDates].map(([name, { reading }]) => [sheet.columns[name]!.header, reading]),
  );
}

/** Name of the file of a sheet in the folder of its run. */
export function csvFileName(sheet: Sheet): string {
  return `${sheet.table}.csv.gz`;
}

function describe({ source, workbookSha256 }: ExtractOptions, sheets: readonly ExtractedSheet[]): Manifest {
  return {
    format: 'prodplan-extract-1',
    workbook: {
      name: source.name,
      bytes: source.sizeBytes,
      sha256: workbookSha256,
      modified: source.modified,
    },
    workbooks: [...source.workbooks],
    contract_version: contractVersion,
    sheets: sheets.map((one) => ({
      sheet: one.sheet.sheet,
      file: csvFileName(one.sheet),
      rows: one.rows,
      sha256: one.sha256,
      csv_bytes: one.csvBytes,
      gzip_bytes: one.gzipBytes,
      columns: Object.values(one.sheet.columns).map((column) => column.header),
      defects: one.badCells,
      date_readings: dateReadings(one),
      row_offsets: one.rowOffsets.map(([row, offset]): [number, number] => [row, offset]),
      parts: one.parts.map((part, place) => {
        const letters = one.letters[place] ?? null;
        return letters === null ? part : { ...part, letters: [...letters] };
      }),
    })),
    missing_sheets: source.missing.map((sheet) => sheet.sheet),
    drift: [...source.drift],
  };
}
