import { basename } from 'node:path';
import { type Sheet, sheets } from '../contract/index.js';
import { mayNamePeople } from '../contract/people.js';
import { normaliseHeader } from '../intake/source/header.js';
import { readHeader } from '../intake/source/header-row.js';
import { refuseLostSheets } from '../intake/source/lost-sheets.js';
import { asInputError } from '../intake/source/read-errors.js';
import { openWorkbook, type SheetRef, type Workbook } from '../workbook/index.js';
import type { Drift } from './findings.js';

/** A sheet of the contract as the file has it: some columns may be missing, others doubled or unknown. */
export interface FoundSheet {
  readonly sheet: Sheet;
  readonly ref: SheetRef;
  /** 0 where no row holds any text. */
  readonly headerRow: number;
  /** Place in the rows of each column of the contract, in its order; -1 where it is missing. */
  readonly places: readonly number[];
  /** Places of the columns that the contract does not know, and of the second ones of doubled columns. */
  readonly extra: readonly { readonly place: number; readonly header: string }[];
  /** What stands in the place of the header where that may be names of people. */
  readonly suspects: readonly string[];
}

export interface FoundWorkbook {
  readonly workbook: Workbook;
  readonly name: string;
  readonly sheets: readonly FoundSheet[];
  readonly missing: readonly Sheet[];
  readonly drift: readonly Drift[];
}

/** Opens a workbook to look at it: whatever differs from the contract is a finding, not a refusal. */
export async function openToInspect(path: string): Promise<FoundWorkbook> {
  const workbook = await asInputError(path, () => openWorkbook(path));
  try {
    refuseLostSheets(workbook);
    const drift: Drift[] = [];
    const refs = matchSheets(workbook, drift);
    const found: FoundSheet[] = [];
    for (const sheet of sheets) {
      const ref = refs.get(sheet);
      if (ref !== undefined) found.push(await findColumns(workbook, sheet, ref, drift));
    }
    const missing = sheets.filter((sheet) => !refs.has(sheet));
    for (const sheet of missing) drift.push(finding('MISSING_SHEET', sheet.sheet, null));
    return { workbook, name: basename(path), sheets: found, missing, drift };
  } catch (error) {
    await workbook.close();
    throw error;
  }
}

function matchSheets(workbook: Workbook, drift: Drift[]): Map<Sheet, SheetRef> {
  const refs = new Map<Sheet, SheetRef>();
  for (const ref of workbook.sheets) {
    const sheet = sheets.find((known) => normaliseHeader(known.sheet) === normaliseHeader(ref.name));
    if (sheet === undefined) drift.push(finding('UNKNOWN_SHEET', ref.name, null));
    else if (refs.has(sheet)) drift.push(finding('DOUBLED_SHEET', ref.name, null));
    else refs.set(sheet, ref);
    if (ref.state !== 'visible') drift.push(finding('HIDDEN_SHEET', ref.name, null));
  }
  return refs;
}

async function findColumns(
  workbook: Workbook,
  sheet: Sheet,
  ref: SheetRef,
  drift: Drift[],
): Promise<FoundSheet> {
  const header = await readHeader(workbook, ref);
  const known = new Set<number>();
  const places = Object.values(sheet.columns).map((column) => {
    const names = new Set([column.header, ...column.aliases].map(normaliseHeader));
    const found = header.texts.flatMap((text, place) => (names.has(normaliseHeader(text)) ? [place] : []));
    const place = found[0] ?? -1;
    if (place < 0) drift.push(finding('MISSING_COLUMN', ref.name, column.header));
    else known.add(place);
    if (found.length > 1) drift.push(finding('DOUBLED_COLUMN', ref.name, column.header));
    return place;
  });
  // Where a sheet has names and its header is not what it should be, a header may be a name.
  const maySay = known.size > 0 && !(mayNamePeople(sheet) && places.includes(-1));
  const extra = header.texts.flatMap((text, place) => {
    if (known.has(place) || text.trim() === '') return [];
    return [{ place, header: maySay ? text.trim() : `(${columnLetters(place)})` }];
  });
  const doubled = new Set(sheetHeaders(sheet));
  for (const one of extra) {
    if (!doubled.has(normaliseHeader(one.header)))
      drift.push(finding('UNKNOWN_COLUMN', ref.name, one.header));
  }
  const suspects = maySay ? [] : header.texts.filter((_, place) => !known.has(place));
  return { sheet, ref, headerRow: header.row, places, extra, suspects };
}

function sheetHeaders(sheet: Sheet): string[] {
  return Object.values(sheet.columns).flatMap(({ header, aliases }) =>
    [header, ...aliases].map(normaliseHeader),
  );
}

function finding(code: Drift['code'], sheet: string, column: string | null): Drift {
  return { code, sheet, column, cells: null, share: null, detail: null };
}

/** A, B, ... Z, AA: as Excel names its columns. */
export function columnLetters(place: number): string {
  const rest = Math.floor(place / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (place % 26));
}
