import type { Reference, Sheet } from '../../contract/index.js';
import { FingerprintSet } from './fingerprint-set.js';
import { IdSet } from './id-set.js';

export interface ReferenceRatio {
  readonly header: string;
  readonly target: string;
  /** Rows and distinct values that name something, and how many of them name what no sheet lists. */
  readonly rows: number;
  readonly orphanRows: number;
  readonly distinct: number;
  readonly orphanDistinct: number;
}

export interface SheetRatios {
  readonly sheet: string;
  readonly rows: number;
  /** Rows that repeat another one to the letter. */
  readonly duplicates: number;
  readonly nulls: readonly { readonly header: string; readonly nulls: number }[];
  readonly references: readonly ReferenceRatio[];
  /** Bytes of the sheet's XML, and what was left of them in the archive. */
  readonly bytes: number;
  readonly compressed: number;
}

export type SampleRatios = readonly SheetRatios[];

/** A cell; an absent one is undefined, a number that must keep its digits is an object. */
type Value = string | number | { readonly text: string } | undefined;

/** The keys that references lead to, by `table.key`. */
export class KeyRegister {
  readonly #keys = new Map<string, IdSet>();

  of(table: string, key: string): IdSet {
    const name = `${table}.${key}`;
    const known = this.#keys.get(name) ?? new IdSet();
    this.#keys.set(name, known);
    return known;
  }
}

/** Counts one sheet while its rows pass. Sheets that it refers to must have been registered before. */
export class RatioCounter {
  readonly #sheet: Sheet;
  readonly #headers: readonly string[];
  readonly #nulls: number[];
  readonly #seen = new FingerprintSet();
  readonly #references: ReferenceCounter[];
  readonly #keys: { at: number; ids: IdSet }[];
  #rows = 0;

  constructor(sheet: Sheet, register: KeyRegister) {
    this.#sheet = sheet;
    const columns = Object.keys(sheet.columns);
    this.#headers = Object.values(sheet.columns).map((column) => column.header);
    this.#nulls = this.#headers.map(() => 0);
    this.#references = sheet.references.map(
      (reference) =>
        new ReferenceCounter(
          reference,
          columns.indexOf(reference.column),
          register.of(reference.table, reference.key),
        ),
    );
    this.#keys =
      sheet.key === 'row' || sheet.key.length > 1
        ? []
        : sheet.key.map((key) => ({ at: columns.indexOf(key), ids: register.of(sheet.table, key) }));
  }

  row(values: readonly Value[]): void {
    this.#rows++;
    let low = 0x811c9dc5;
    let high = 0x1234567;
    for (let i = 0; i < this.#nulls.length; i++) {
      const value = values[i];
      if (isNull(value)) this.#nulls[i] = (this.#nulls[i] as number) + 1;
      const hash = hashOf(value);
      low = Math.imul(low ^ hash, 0x01000193);
      high = Math.imul((high ^ hash) + i, 0x85ebca6b) ^ (high >>> 13);
    }
    this.#seen.add(low, high);
    for (const reference of this.#references) reference.row(values);
    for (const { at, ids } of this.#keys) addId(ids, values[at]);
  }

  result(bytes: number, compressed: number): SheetRatios {
    return {
      sheet: this.#sheet.sheet,
      rows: this.#rows,
      duplicates: this.#rows - this.#seen.size,
      nulls: this.#headers.map((header, i) => ({ header, nulls: this.#nulls[i] ?? 0 })),
      references: this.#references.map((reference) =>
        reference.result(this.#sheet.columns[reference.column]?.header ?? '', reference.table),
      ),
      bytes,
      compressed,
    };
  }
}

class ReferenceCounter {
  readonly column: string;
  readonly table: string;
  readonly #at: number;
  readonly #known: IdSet;
  readonly #named = new IdSet();
  readonly #orphans = new IdSet();
  #rows = 0;
  #orphanRows = 0;

  constructor(reference: Reference, at: number, known: IdSet) {
    this.column = reference.column;
    this.table = reference.table;
    this.#at = at;
    this.#known = known;
  }

  row(values: readonly Value[]): void {
    const id = idOf(values[this.#at]);
    if (id === undefined) return;
    this.#rows++;
    this.#named.add(id);
    if (this.#known.has(id)) return;
    this.#orphanRows++;
    this.#orphans.add(id);
  }

  result(header: string, target: string): ReferenceRatio {
    return {
      header,
      target,
      rows: this.#rows,
      orphanRows: this.#orphanRows,
      distinct: this.#named.size,
      orphanDistinct: this.#orphans.size,
    };
  }
}

function isNull(value: Value): boolean {
  return value === undefined || value === 'NULL' || (typeof value === 'string' && value.trim() === '');
}

function idOf(value: Value): number | undefined {
  if (value === undefined || value === 'NULL') return undefined;
  const id = typeof value === 'object' ? Number.NaN : Number(value);
  return Number.isInteger(id) && id > 0 ? id : undefined;
}

function addId(ids: IdSet, value: Value): void {
  const id = idOf(value);
  if (id !== undefined) ids.add(id);
}

function hashOf(value: Value): number {
  if (typeof value === 'number') return hashNumber(value);
  return hashText(typeof value === 'object' ? value.text : value);
}

function hashNumber(value: number): number {
  const whole = Math.floor(value);
  const rest = value - whole;
  return Math.imul(whole | 0, 0x9e3779b1) ^ (rest === 0 ? 0 : (rest * 4_294_967_296) | 0);
}

function hashText(text: string | undefined): number {
  if (text === undefined) return 1;
  if (text === 'NULL') return 2;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
