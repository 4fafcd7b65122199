import type { Sheet } from '../../contract/index.js';
import { mayNamePeople } from '../../contract/people.js';
import { contractFailure, type HeaderRow } from '../../platform/errors/contract.js';
import type { ProdplanError } from '../../platform/errors.js';
import { columnLetters } from './column-letters.js';
import type { Drift } from './types.js';

/** Headers are compared without regard to case, surrounding and repeated white space. */
export function normaliseHeader(text: string): string {
  return text.replaceAll('\u00a0', ' ').trim().replace(/\s+/g, ' ').toLowerCase();
}

export interface MatchedHeader {
  readonly sources: readonly number[];
  readonly drift: readonly Drift[];
}

/** Whether a header row has every column of the sheet, whatever else it has. */
export function hasHeaders(sheet: Sheet, header: readonly string[]): boolean {
  const found = new Set(header.map(normaliseHeader));
  return Object.values(sheet.columns).every((column) =>
    [column.header, ...column.aliases].some((name) => found.has(normaliseHeader(name))),
  );
}

/** Where a header row stands, for messages. */
export interface HeaderPlace {
  /** What the sheet is called in the file. */
  readonly called: string;
  /** Number of the row as Excel shows it; null where the rows have none, as in an extract. */
  readonly row: number | null;
}

/**
 * Finds each column of the contract in a header row, whatever the order. Throws `MISSING_COLUMN` or
 * `DOUBLED_COLUMN`, naming all of them at once and the cells in which they stand or should stand.
 */
export function matchHeader(
  sheet: Sheet,
  header: readonly string[],
  at: HeaderPlace = { called: sheet.sheet, row: null },
): MatchedHeader {
  const places = placesByHeader(header);
  const known = new Set<number>();
  const missing: string[] = [];
  const doubled: string[] = [];
  const sources = Object.values(sheet.columns).map((column) => {
    const found = [column.header, ...column.aliases].flatMap(
      (name) => places.get(normaliseHeader(name)) ?? [],
    );
    for (const place of found) known.add(place);
    if (found.length === 0) missing.push(column.header);
    if (found.length > 1) doubled.push(`${column.header}${cells(found, at)}`);
    return found[0] ?? -1;
  });
  if (missing.length > 0 || doubled.length > 0)
    throw headerError({ sheet, header, at, missing, doubled, known });
  return { sources, drift: unknownColumns(sheet, header, known) };
}

/** ` (B1 e G1)` */
function cells(places: readonly number[], { row }: HeaderPlace): string {
  if (row === null) return '';
  const named = places.toSorted((a, b) => a - b).map((place) => `${columnLetters(place)}${row}`);
  return ` (${named.join(' e ')})`;
}

function placesByHeader(header: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  header.forEach((text, place) => {
    const name = normaliseHeader(text);
    places.set(name, [...(places.get(name) ?? []), place]);
  });
  return places;
}

function unknownColumns(sheet: Sheet, header: readonly string[], known: ReadonlySet<number>): Drift[] {
  return header.flatMap((text, place) =>
    known.has(place) || text.trim() === ''
      ? []
      : [{ code: 'UNKNOWN_COLUMN' as const, sheet: sheet.sheet, column: text.trim() }],
  );
}

interface BadHeader {
  readonly sheet: Sheet;
  readonly header: readonly string[];
  readonly at: HeaderPlace;
  readonly missing: readonly string[];
  /** With their cells. */
  readonly doubled: readonly string[];
  /** Places of the headers that the contract knows. */
  readonly known: ReadonlySet<number>;
}

function headerError(bad: BadHeader): ProdplanError {
  const { sheet, missing, doubled } = bad;
  // Without any of its headers it is no header row but data, and data may be personal: it is not repeated.
  const isHeader = missing.length < Object.keys(sheet.columns).length;
  if (!isHeader) return noHeader(bad);
  const told = { sheet: bad.at.called, missing, doubled, found: foundHeaders(bad), at: rowOf(bad) };
  return contractFailure(missing.length > 0 ? 'MISSING_COLUMN' : 'DOUBLED_COLUMN', told);
}

/** Where a sheet has names and lacks a header, what stands in the place of one may be a name: its cell is named instead. */
function foundHeaders({ sheet, header, at, missing, known }: BadHeader): string[] {
  const maySay = missing.length === 0 || !mayNamePeople(sheet);
  return header.flatMap((text, place) => {
    if (text.trim() === '') return [];
    return [maySay || known.has(place) ? text.trim() : `(${columnLetters(place)}${at.row ?? ''})`];
  });
}

/** Row 1, A1 to L1. */
function rowOf({ header, at: { row } }: BadHeader): HeaderRow | null {
  if (row === null) return null;
  const filled = header.flatMap((text, place) => (text.trim() === '' ? [] : [place]));
  const cell = (place: number): string => `${columnLetters(place)}${row}`;
  return { row, first: cell(filled[0]!), last: cell(filled.at(-1)!) };
}

function noHeader(bad: BadHeader): ProdplanError {
  const { header, at } = bad;
  const expected = Object.values(bad.sheet.columns).map((column) => column.header);
  const isEmpty = header.every((text) => text.trim() === '');
  return isEmpty
    ? contractFailure('EMPTY_SHEET', { sheet: at.called, expected })
    : contractFailure('MISSING_COLUMN', { sheet: at.called, expected, at: rowOf(bad) });
}

/** The error for sheets that are there twice under names that differ in case or spaces only. */
export function doubledSheets(sheets: readonly string[]): ProdplanError {
  return contractFailure('DOUBLED_SHEET', { sheets });
}

/** The error for sheets of the contract that a file lacks, naming all of them. */
export function missingSheets(missing: readonly Sheet[], found: readonly string[]): ProdplanError {
  return contractFailure('MISSING_SHEET', { missing: missing.map(({ sheet }) => sheet), found });
}
