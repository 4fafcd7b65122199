import type { Sheet } from '../../contract/index.js';
import type { SheetRef, Workbook } from '../../workbook/index.js';
import { type Chain, chain, type Link } from './chain.js';
import { hasHeaders } from './header.js';
import { readHeader } from './header-row.js';
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

export interface FoundSheets {
  readonly chains: ReadonlyMap<Sheet, Chain<FoundPart>>;
  /** The others: of another name, or with a number but not the headers of a part. */
  readonly unknown: readonly { readonly place: string; readonly ref: SheetRef }[];
  /** How all of them are called. */
  readonly places: readonly string[];
}

/** Finds the sheets of the contract by their names, and the parts in which they go on by names and headers. */
export async function findSheets({ workbooks }: OpenedDump): Promise<FoundSheets> {
  const links = new Map<Sheet, FoundPart[]>();
  const unknown: FoundSheets['unknown'][number][] = [];
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
      if (called === null || header === null || !(called.isPlain || hasHeaders(called.sheet, header.texts))) {
        unknown.push({ place, ref });
        continue;
      }
      const link = { workbook, ref, name, header, file, place, number: called.number };
      links.set(called.sheet, [...(links.get(called.sheet) ?? []), link]);
    }
  }
  const chains = new Map([...links].map(([sheet, found]) => [sheet, chain(found)]));
  return { chains, unknown, places };
}
