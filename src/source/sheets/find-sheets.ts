import type { Sheet } from '../../contract/index.js';
import type { SheetRef, Workbook } from '../../workbook/index.js';
import { type Chain, chain, type Link } from './chain.js';
import { findLike } from './find-like.js';
import { hasHeaders } from './header.js';
import { readHeader, refuseRepeatedHeader } from './header-row.js';
import { refuseLostSheets } from './lost-sheets.js';
import type { OpenedDump } from './open-all.js';
import { partText } from './part-name.js';
import { readSheetName } from './sheet-name.js';
import type { PartName } from './types.js';

/** A sheet of a workbook that is a sheet of the contract, or a part of one. */
export interface FoundPart extends Link {
  readonly workbook: Workbook;
  readonly ref: SheetRef;
  readonly name: PartName;
  /** The first row that holds any text. */
  readonly header: { readonly row: number; readonly texts: readonly string[] };
}

export interface UnknownSheet {
  readonly place: string;
  readonly ref: SheetRef;
  /** The sheet, among those that were found, whose headers it has, and rows below them. */
  readonly like: Sheet | null;
}

export interface FoundSheets {
  readonly chains: ReadonlyMap<Sheet, Chain<FoundPart>>;
  /** The others: of another name, or with a number but not the headers of a part. */
  readonly unknown: readonly UnknownSheet[];
  /** How all of them are called. */
  readonly places: readonly string[];
}

/** Finds the sheets of the contract by their names, and the parts in which they go on by names and headers. */
export async function findSheets({ workbooks }: OpenedDump): Promise<FoundSheets> {
  const links = new Map<Sheet, FoundPart[]>();
  const others: { workbook: Workbook; ref: SheetRef; place: string }[] = [];
  const places: string[] = [];
  for (const [
    file,
    {
      workbook,
      file: { name: fileName },
    },
  ] of workbooks.entries()) {
    refuseLostSheets(workbook);
    for (const ref of workbook.sheets) {
      const name = { workbook: workbooks.length > 1 ? fileName : null, sheet: ref.name };
      const place = partText(name);
      places.push(place);
      const called = readSheetName(ref.name);
      const header = called === null ? null : await readHeader(workbook, ref);
      if (called !== null && header !== null && header.row > 0 && !hasHeaders(called.sheet, header.texts))
        await refuseRepeatedHeader(workbook, ref, header);
      if (called === null || header === null || !(called.isPlain || hasHeaders(called.sheet, header.texts))) {
        others.push({ workbook, place, ref });
        continue;
      }
      const link = { workbook, ref, name, header, file, place, number: called.number };
      links.set(called.sheet, [...(links.get(called.sheet) ?? []), link]);
    }
  }
  const chains = new Map([...links].map(([sheet, found]) => [sheet, chain(found)]));
  const unknown: UnknownSheet[] = [];
  for (const { workbook, ref, place } of others)
    unknown.push({ place, ref, like: await findLike(workbook, ref, [...chains.keys()]) });
  return { chains, unknown, places };
}
