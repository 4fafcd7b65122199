import type { LedgerKey } from '../../contract/ledger-key.js';
import type { WrittenRow } from '../../source/cells/index.js';
import type { RawRow } from './raw-row.js';
import { hashRow, hashWords } from './row-hash.js';
import type { RowSpool } from './row-spool.js';
import type { LedgerWindow } from './window.js';

const blockBytes = 1 << 18;
const rowNumberBytes = 12;
const comma = 0x2c;
const newline = 0x0a;

/** Rows that go on to the database, and where the ledger has their neighbours. */
export interface FreshRow {
  readonly rowNo: number;
  readonly place: number;
}

/**
 * Takes every row of a sheet and hands on those that the published dump does not have as they are, each beginning with its
 * number; only these are spooled, in the order of `fresh`. Where there is no window to look through all rows are spooled and
 * none is handed on.
 */
export class RowSieve {
  readonly fresh: FreshRow[] = [];
  /** Numbers of the rows that are odd. */
  readonly odd = new Set<number>();
  readonly #layout: LedgerKey;
  readonly #spool: RowSpool;
  readonly #window: LedgerWindow | null;
  readonly #onBlock: (block: Buffer) => void;
  readonly #hash = new Int32Array(hashWords);
  #out = Buffer.allocUnsafeSlow(0);
  #at = 0;

  constructor(
    layout: LedgerKey,
    spool: RowSpool,
    window: LedgerWindow | null,
    onBlock: (block: Buffer) => void,
  ) {
    this.#layout = layout;
    this.#spool = spool;
    this.#window = window;
    this.#onBlock = onBlock;
  }

  room(): Promise<void> | undefined {
    return this.#window?.room();
  }

  take(row: WrittenRow): void {
    if (row.isOdd) this.odd.add(row.rowNo);
    const window = this.#window;
    if (window === null) {
      spoolRow(row, this.#layout, this.#spool, this.#hash);
      return;
    }
    hashRow(row.bytes, row.from, row.to, this.#hash, 0);
    if (!row.isOdd && window.meet(this.#hash) !== 'new') return;
    spoolHashed(row, this.#layout, this.#spool, this.#hash);
    this.fresh.push({ rowNo: row.rowNo, place: window.place });
    this.#handOn(row);
  }

  /** All rows have come. */
  end(): void {
    if (this.#at > 0) this.#onBlock(this.#out.subarray(0, this.#at));
    this.#at = 0;
  }

  #handOn({ bytes, from, to, rowNo }: WrittenRow): void {
    const needed = to - from + rowNumberBytes;
    if (this.#out.length - this.#at < needed) {
      this.end();
      this.#out = Buffer.allocUnsafeSlow(Math.max(blockBytes, needed));
    }
    this.#at += this.#out.write(String(rowNo), this.#at, 'latin1');
    this.#out[this.#at++] = comma;
    this.#at += bytes.copy(this.#out, this.#at, from, to);
    this.#out[this.#at++] = newline;
  }
}

/** Spools the hash and the key of a row; `hash` is where the hash is computed. */
export function spoolRow(row: RawRow, layout: LedgerKey, spool: RowSpool, hash: Int32Array): void {
  hashRow(row.bytes, row.from, row.to, hash, 0);
  spoolHashed(row, layout, spool, hash);
}

function spoolHashed({ bytes, fields }: RawRow, layout: LedgerKey, spool: RowSpool, hash: Int32Array): void {
  spool.hash(hash);
  for (const { place } of layout.numbers) spool.number(numberAt(bytes, fields[place]!));
}

/** The number that a field begins with; 0 for anything else, which no key in core is written as. */
function numberAt(bytes: Buffer, from: number): number {
  let at = from;
  const isNegative = bytes[at] === 0x2d;
  if (isNegative) at++;
  let value = 0;
  for (; at < bytes.length; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) break;
    value = (value * 10 + digit) | 0;
  }
  return isNegative ? -value : value;
}
