import { type Sheet, sheets } from '../../contract/index.js';
import type { RowView } from '../../workbook/index.js';
import { partsMissing } from './chain.js';
import { columnLetters } from './column-letters.js';
import { type FoundPart, type FoundSheets, findSheets } from './find-sheets.js';
import { doubledSheets, matchHeader, missingSheets } from './header.js';
import { placeOf } from './header-row.js';
import { latestModified, type OpenedDump } from './open-all.js';
import { asInputError } from './read-errors.js';
import { RowOrder } from './row-order.js';
import type { Drift, ReadOptions, RowTaker, SheetPart, Source, SourceSheet } from './types.js';

export interface WorkbookSourceOptions {
  /** What the source is called: file name, without its path. */
  readonly name: string;
  readonly allowMissingSheets: boolean;
}

/**
 * The workbooks of a dump, which this source closes from here on. Checks every sheet and header of the contract before
 * a row is read, so that a file that cannot be taken in is refused at once. What one workbook lacks another may have.
 */
export async function openWorkbookSource(
  opened: OpenedDump,
  options: WorkbookSourceOptions,
): Promise<Source> {
  try {
    const { workbooks } = opened;
    const found = await findSheets(opened);
    refuseBrokenChains(found);
    const { chains, places } = found;
    const missing = sheets.filter((sheet) => !chains.has(sheet));
    if (missing.length > 0 && (!options.allowMissingSheets || chains.size === 0))
      throw missingSheets(missing, places);
    const drift = driftOfSheets(found);
    const sourceSheets = sheets.flatMap((sheet) => {
      const parts = chains.get(sheet)?.parts;
      return parts === undefined ? [] : [sourceSheet(sheet, parts, drift)];
    });
    return {
      name: options.name,
      sizeBytes: workbooks.reduce((sum, { workbook }) => sum + workbook.sizeBytes, 0),
      workbooks: workbooks.map(({ workbook, file }) => ({
        name: file.name,
        bytes: workbook.sizeBytes,
        sha256: file.sha256,
      })),
      sheets: sourceSheets,
      missing,
      drift,
      modified: latestModified(opened),
      close: opened.close,
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function refuseBrokenChains({ chains }: FoundSheets): void {
  const doubled = [...chains.values()].flatMap((one) => one.doubled);
  if (doubled.length > 0) throw doubledSheets(doubled);
  const gaps = [...chains].flatMap(([sheet, one]) => one.gaps.map((gap) => ({ sheet, ...gap })));
  if (gaps.length > 0) throw partsMissing(gaps);
}

function driftOfSheets({ chains, unknown, places }: FoundSheets): Drift[] {
  const hidden = [...chains.values()]
    .flatMap(({ parts }) => parts)
    .filter(({ ref }) => ref.state !== 'visible');
  const drift = [
    ...unknown.map(({ place, like }): Drift => {
      const drift = { code: 'UNKNOWN_SHEET', sheet: place, column: null } as const;
      return like === null ? drift : { ...drift, like: like.sheet };
    }),
    ...hidden.map(({ place }): Drift => ({ code: 'HIDDEN_SHEET', sheet: place, column: null })),
  ];
  return drift.sort((a, b) => places.indexOf(a.sheet) - places.indexOf(b.sheet));
}

interface Part extends SheetPart {
  readonly found: FoundPart;
}

function sourceSheet(sheet: Sheet, found: readonly FoundPart[], drift: Drift[]): SourceSheet {
  const parts = found.map((one): Part => {
    const { workbook } = one;
    const matched = matchHeader(sheet, one.header.texts, { called: one.place, row: one.header.row });
    // A column that every part has is told once.
    const isNew = (column: Drift): boolean =>
      !drift.some((known) => known.column === column.column && known.sheet === column.sheet);
    drift.push(...matched.drift.filter(isNew));
    const { sharedStrings, date1904 } = workbook;
    const { sources } = matched;
    const letters = sources.map(columnLetters);
    return { ...one.name, sources, letters, sharedStrings, date1904, found: one };
  });
  return {
    sheet,
    parts,
    sizeBytes: found.reduce((sum, { ref }) => sum + ref.sizeBytes, 0),
    read: async (taker, options) => {
      for (const part of parts) {
        taker.onPart(part);
        await readPart(part.found, taker, options);
      }
    },
  };
}

async function readPart(
  { workbook, ref, header }: FoundPart,
  { onRow }: RowTaker,
  { betweenChunks, signal }: ReadOptions,
): Promise<void> {
  const headerRow = header.row;
  const order = new RowOrder(placeOf(workbook, ref));
  const data = (row: RowView): void => {
    order.check(row.rowNumber);
    if (row.rowNumber > headerRow) onRow(row);
  };
  await asInputError(placeOf(workbook, ref), () =>
    workbook.readSheet(ref, data, { betweenChunks, ...(signal ? { signal } : {}) }),
  );
}
