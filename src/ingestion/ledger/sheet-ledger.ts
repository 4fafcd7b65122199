import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Sheet } from '../../contract/index.js';
import { type LedgerKey, ledgerKeyOf } from '../../contract/ledger-key.js';
import { largestLoss } from '../../platform/errors/guard-limits.js';
import { CsvLines } from '../../source/sheets/csv-lines.js';
import { ChunkSource } from './chunk-source.js';
import type { LedgerHead } from './heads.js';
import { findFields, type RawRow } from './raw-row.js';
import { hashWords } from './row-hash.js';
import { RowSieve, spoolRow } from './row-sieve.js';
import { RowSpool } from './row-spool.js';
import { LedgerWindow, type LeftChunk } from './window.js';

/** What was found of the published ledger in the new dump. */
export interface Difference {
  readonly head: LedgerHead;
  /** Rows of the file that core has as they are, and rows that repeat one of these. */
  readonly same: number;
  readonly repeated: number;
  /** Chunks with rows of core that were not met. */
  readonly left: readonly LeftChunk[];
  readonly unmet: number;
  /** Places of all chunks, in order. */
  readonly places: readonly number[];
}

export interface LedgerOptions {
  readonly pool: Pool;
  readonly sheet: Sheet;
  /** Where its rows are spooled until they are recorded. */
  readonly folder: string;
  /** The published ledger of the sheet; null: there is none to compare with. */
  readonly head: LedgerHead | null;
}

/** The ledger of one sheet on its way through a run: the published one is looked through, and a new one made. */
export class SheetLedger {
  readonly key: LedgerKey;
  readonly sheet: Sheet;
  /** Null where all rows are, or have to be, compared by the database. */
  difference: Difference | null = null;
  /** What was read of the published ledger is not what was written. */
  isDamaged = false;
  readonly #path: string;
  #spool: RowSpool;
  readonly #head: LedgerHead | null;
  readonly #source: ChunkSource | null;
  readonly #window: LedgerWindow | null;
  #sieve: RowSieve | null = null;

  private constructor({ pool, sheet, folder, head }: LedgerOptions, key: LedgerKey) {
    this.key = key;
    this.sheet = sheet;
    this.#path = join(folder, `${sheet.table}.rows`);
    this.#spool = this.#newSpool();
    this.#head = head;
    this.#source = head === null ? null : new ChunkSource(pool, sheet.sheet);
    this.#window = this.#source === null ? null : new LedgerWindow(this.#source);
  }

  /** Null where the sheet can have no ledger. */
  static open(options: LedgerOptions): SheetLedger | null {
    const key = ledgerKeyOf(options.sheet);
    return key === null ? null : new SheetLedger(options, key);
  }

  /** Whether only rows that the published dump does not have go on to the database. */
  get isSifting(): boolean {
    return this.#window !== null;
  }

  /** Resolves when rows may come; `onBlock` takes those that go on, where it is sifting. */
  async begin(onBlock: (block: Buffer) => void): Promise<RowSieve> {
    await this.#window?.room();
    this.#sieve = new RowSieve(this.key, this.#spool, this.#window, onBlock);
    return this.#sieve;
  }

  /** Hash and key of the fresh rows where only these went on, in the order of `sieve.fresh`; else, and once spooled anew, of all. */
  get spool(): RowSpool {
    return this.#spool;
  }

  /** Takes the rows of the sheet, whose file is read again, so that all of them are spooled: nothing is compared any more. */
  spoolAnew(): CsvLines {
    this.difference = null;
    this.#spool.close();
    this.#spool = this.#newSpool();
    const hash = new Int32Array(hashWords);
    const fields = new Int32Array(Object.keys(this.sheet.columns).length);
    return new CsvLines((bytes, from, to) => {
      const row: RawRow = { bytes, from, to, fields };
      findFields(row);
      spoolRow(row, this.key, this.#spool, hash);
    });
  }

  #newSpool(): RowSpool {
    return new RowSpool(this.#path, this.key.numbers.length);
  }

  /** Rows that did not go on to the database. */
  get knownRows(): number {
    return this.#window === null ? 0 : this.#window.same + this.#window.repeated;
  }

  get sieve(): RowSieve {
    if (this.#sieve === null) throw new Error('no row has come yet');
    return this.#sieve;
  }

  /** All rows have come: sets `difference`, unless the ledger cannot be believed or too little of it was met. */
  async finish(): Promise<void> {
    const [head, source, window] = [this.#head, this.#source, this.#window];
    if (head === null || source === null || window === null) return;
    const isSound = await window.finish();
    const unmet = head.rows - window.same;
    this.isDamaged = !isSound || source.rows !== head.rows || source.checksum !== head.checksum;
    // The guards want to see all rows where so many may be gone.
    if (this.isDamaged || unmet > largestLoss * head.rows) return;
    const { same, repeated, left } = window;
    this.difference = { head, same, repeated, left, unmet, places: source.places };
  }

  async close(): Promise<void> {
    await this.#source?.close();
    this.#spool.close();
  }
}
