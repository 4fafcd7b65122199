import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Sheet, sheets } from '../../contract/index.js';
import { fileFailure } from '../../platform/errors/file.js';
import { messageOf, ProdplanError } from '../../platform/errors.js';
import type { RowView } from '../../workbook/index.js';
import type { KnownSheet } from '../cells/index.js';
import type { Manifest, ManifestSheet } from '../manifest.js';
import { CsvRows } from './csv-rows.js';
import { matchHeader, missingSheets } from './header.js';
import type { ReadOptions, RowTaker, SheetPart, Source, SourceSheet } from './types.js';

const noStrings = { count: 0, bytes: Buffer.alloc(0), offsets: new Uint32Array(1) };

/** Opens a folder that `extract` wrote. Its checksums are verified while it is read. */
export async function openFolderSource(
  folder: string,
  manifest: Manifest,
  options: { readonly allowMissingSheets: boolean },
): Promise<Source> {
  const found = manifest.sheets.flatMap((entry) => {
    const sheet = sheets.find((known) => known.sheet === entry.sheet);
    return sheet ? [{ sheet, entry }] : [];
  });
  const missing = sheets.filter((sheet) => !found.some((one) => one.sheet === sheet));
  if (missing.length > 0 && (!options.allowMissingSheets || found.length === 0))
    throw missingSheets(
      missing,
      found.map((one) => one.sheet.sheet),
    );
  for (const { entry } of found) await mustExist(join(folder, entry.file));
  return {
    name: basename(folder),
    sizeBytes: manifest.workbook.bytes,
    workbooks: manifest.workbooks,
    sheets: found.map(({ sheet, entry }) => folderSheet(folder, sheet, entry)),
    missing,
    drift: manifest.drift,
    modified: manifest.workbook.modified,
    close: async () => {},
  };
}

async function mustExist(path: string): Promise<void> {
  try {
    await stat(path);
  } catch (error) {
    throw fileFailure('FILE_NOT_FOUND', { path, extracted: true }, { cause: error });
  }
}

function folderSheet(folder: string, sheet: Sheet, entry: ManifestSheet): SourceSheet {
  const path = join(folder, entry.file);
  const { sources } = matchHeader(sheet, entry.columns);
  const parts = entry.parts.map(
    ({ workbook, sheet: name, letters }): SheetPart => ({
      workbook,
      sheet: name,
      sources,
      letters: letters ?? null,
      sharedStrings: noStrings,
      date1904: false,
    }),
  );
  return {
    sheet,
    parts,
    sizeBytes: entry.csv_bytes,
    known: { dateReadings: dateReadings(sheet, entry) },
    read: (taker, options) => readCsv(path, entry, new PartedRows(parts, entry, taker), options),
  };
}

function dateReadings(sheet: Sheet, { date_readings = {} }: ManifestSheet): KnownSheet['dateReadings'] {
  return new Map(
    Object.entries(sheet.columns).flatMap(([name, { header }]) => {
      const reading = date_readings[header];
      return reading === undefined ? [] : [[name, reading] as const];
    }),
  );
}

/** Says where in the file of a sheet its parts begin, and what the numbers of their rows were. */
class PartedRows {
  readonly #parts: readonly SheetPart[];
  readonly #entry: ManifestSheet;
  readonly #taker: RowTaker;
  readonly #excelRow: (dataRow: number) => number;
  #begun = 0;
  #endsBefore = 1;

  constructor(parts: readonly SheetPart[], entry: ManifestSheet, taker: RowTaker) {
    this.#parts = parts;
    this.#entry = entry;
    this.#taker = taker;
    this.#excelRow = excelRows(entry);
  }

  /** Takes one data row, from 1 on. */
  take(row: RowView, dataRow: number): void {
    while (dataRow >= this.#endsBefore && this.#begun < this.#parts.length) this.#begin();
    row.rowNumber = this.#excelRow(dataRow);
    this.#taker.onRow(row);
  }

  /** Parts without rows that come last begin as well. */
  end(): void {
    while (this.#begun < this.#parts.length) this.#begin();
  }

  #begin(): void {
    this.#taker.onPart(this.#parts[this.#begun]!);
    this.#endsBefore += this.#entry.parts[this.#begun]!.rows;
    this.#begun++;
  }
}

async function readCsv(
  path: string,
  entry: ManifestSheet,
  data: PartedRows,
  { betweenChunks, signal }: ReadOptions,
): Promise<void> {
  const hash = createHash('sha256');
  const rows = new CsvRows(entry.columns.length, (row) => {
    // The first line is the header; the manifest has it already.
    const line = row.rowNumber;
    if (line === 1) return;
    data.take(row, line - 1);
    row.rowNumber = line;
  });
  const take = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      rows.push(chunk);
      await betweenChunks();
    }
  };
  try {
    const gunzip = createGunzip({ chunkSize: 1 << 18 });
    await pipeline(createReadStream(path), gunzip, take, signal ? { signal } : {});
    rows.end();
    data.end();
  } catch (error) {
    if (error instanceof ProdplanError || signal?.aborted) throw error;
    throw damaged(path, messageOf(error), error);
  }
  if (hash.digest('hex') !== entry.sha256) throw damaged(path, 'Its SHA-256 is not that of the manifest.');
}

/** The Excel row of each data row, asked for in order. */
function excelRows(entry: ManifestSheet): (dataRow: number) => number {
  let next = 0;
  let offset = 1;
  return (dataRow) => {
    while (next < entry.row_offsets.length && entry.row_offsets[next]![0] <= dataRow) {
      offset = entry.row_offsets[next]![1];
      next++;
    }
    return dataRow + offset;
  };
}

function damaged(path: string, said: string, cause?: unknown): ProdplanError {
  return fileFailure('CORRUPT', { file: path, sheet: null, within: null, said, extracted: true }, { cause });
}
