import { type Sheet, sheets } from '../contract/index.js';
import { partNameOf } from '../contract/part-name.js';
import { mayNamePeople } from '../contract/people.js';
import { columnLetters } from '../source/sheets/column-letters.js';
import { type FoundPart as FoundLink, findSheets } from '../source/sheets/find-sheets.js';
import { normaliseHeader } from '../source/sheets/header.js';
import type { OpenedDump } from '../source/sheets/open-all.js';
import { renamedColumns } from '../source/sheets/renamed.js';
import type { DriftFinding } from './findings.js';

/** Stands for a column that a part of a sheet lacks: no row reaches so far. */
const nowhere = 1 << 20;

/** A part of a sheet of the contract: nearly always the only one. */
export interface InspectedPart {
  readonly link: FoundLink;
  /** 0 where no row holds any text. */
  readonly headerRow: number;
  /** Place in the rows of each column of the contract, in its order; beyond every row where it is missing. */
  readonly places: readonly number[];
  /** The same for the columns in `extra` of the sheet. */
  readonly extraPlaces: readonly number[];
}

/** A sheet of the contract as the file has it: some columns may be missing, others doubled or unknown. */
export interface FoundSheet {
  readonly sheet: Sheet;
  readonly parts: readonly InspectedPart[];
  /** For each column of the contract, in its order, whether any part has it. */
  readonly has: readonly boolean[];
  /** Headers of the columns that the contract does not know, and of the second ones of doubled columns. */
  readonly extra: readonly string[];
  /** What stands in the place of the header where that may be names of people. */
  readonly suspects: readonly string[];
}

export interface FoundWorkbook {
  readonly sheets: readonly FoundSheet[];
  readonly drift: readonly DriftFinding[];
}

/** Matches the sheets of a dump to look at them: whatever differs from the contract is a finding, not a refusal. */
export async function findToInspect(opened: OpenedDump): Promise<FoundWorkbook> {
  const drift: DriftFinding[] = [];
  const { chains, unknown, places } = await findSheets(opened);
  const all = [...chains.values()];
  const skipped = all.flatMap((chain) => chain.skipped);
  const refs = [...unknown, ...skipped, ...all.flatMap((chain) => chain.parts)];
  for (const { place, like } of unknown)
    drift.push(
      like === null
        ? finding('UNKNOWN_SHEET', place, null)
        : { ...finding('UNNUMBERED_PART', place, null), detail: like.sheet },
    );
  for (const { place } of skipped) drift.push(finding('DOUBLED_SHEET', place, null));
  for (const { place, ref } of refs)
    if (ref.state !== 'visible') drift.push(finding('HIDDEN_SHEET', place, null));
  drift.sort((a, b) => places.indexOf(a.sheet) - places.indexOf(b.sheet));
  for (const [sheet, { gaps }] of chains)
    for (const { number } of gaps)
      drift.push(finding('SHEET_PART_MISSING', partNameOf(sheet.sheet, number), null));
  const found = sheets.flatMap((sheet) => {
    const chain = chains.get(sheet);
    return chain === undefined ? [] : [findColumns(sheet, chain.parts, drift)];
  });
  for (const sheet of sheets) if (!chains.has(sheet)) drift.push(finding('MISSING_SHEET', sheet.sheet, null));
  return { sheets: found, drift };
}

interface MatchedPart {
  readonly link: FoundLink;
  /** -1 where it is missing. */
  readonly places: readonly number[];
  readonly extra: readonly { readonly place: number; readonly header: string }[];
  readonly suspects: readonly string[];
}

function findColumns(sheet: Sheet, links: readonly FoundLink[], drift: DriftFinding[]): FoundSheet {
  const matched = links.map((link) => matchPart(sheet, link, drift));
  const extra = [...new Set(matched.flatMap((one) => one.extra.map(({ header }) => header)))];
  return {
    sheet,
    has: Object.keys(sheet.columns).map((_, at) => matched.some(({ places }) => places[at]! >= 0)),
    extra,
    suspects: matched.flatMap((one) => one.suspects),
    parts: matched.map((one) => ({
      link: one.link,
      headerRow: one.link.header.row,
      places: one.places.map((place) => (place < 0 ? nowhere : place)),
      extraPlaces: extra.map((header) => one.extra.find((two) => two.header === header)?.place ?? nowhere),
    })),
  };
}

function matchPart(sheet: Sheet, link: FoundLink, drift: DriftFinding[]): MatchedPart {
  const { header, place: called } = link;
  const known = new Set<number>();
  const places = Object.values(sheet.columns).map((column) => {
    const names = new Set([column.header, ...column.aliases].map(normaliseHeader));
    const found = header.texts.flatMap((text, place) => (names.has(normaliseHeader(text)) ? [place] : []));
    const place = found[0] ?? -1;
    if (place < 0) drift.push(finding('MISSING_COLUMN', called, column.header));
    else known.add(place);
    if (found.length > 1) drift.push(finding('DOUBLED_COLUMN', called, column.header));
    return place;
  });
  // Where a sheet has names and its header is not what it should be, a header may be a name.
  const maySay = known.size > 0 && !(mayNamePeople(sheet) && places.includes(-1));
  const extra = header.texts.flatMap((text, place) => {
    if (known.has(place) || text.trim() === '') return [];
    return [{ place, header: maySay ? text.trim() : `(${columnLetters(place)})` }];
  });
  const doubled = new Set(sheetHeaders(sheet));
  const unknown = extra.map(({ header: name }) => name).filter((name) => !doubled.has(normaliseHeader(name)));
  for (const name of unknown) drift.push(finding('UNKNOWN_COLUMN', called, name));
  if (maySay) {
    const missing = Object.values(sheet.columns).flatMap((column, at) =>
      places[at] === -1 ? [column.header] : [],
    );
    for (const one of renamedColumns(missing, unknown))
      drift.push({ ...finding('RENAMED_COLUMN', called, one.missing), detail: one.found });
  }
  const suspects = maySay ? [] : header.texts.filter((_, place) => !known.has(place));
  return { link, places, extra, suspects };
}

function sheetHeaders(sheet: Sheet): string[] {
  return Object.values(sheet.columns).flatMap(({ header, aliases }) =>
    [header, ...aliases].map(normaliseHeader),
  );
}

export function finding(code: DriftFinding['code'], sheet: string, column: string | null): DriftFinding {
  return { code, sheet, column, cells: null, share: null, detail: null };
}
