import { badXml, tooLarge } from '../errors.js';
import { passesThrough } from './compatibility.js';
import { Token, XmlTokenizer } from './tokenizer.js';

/** Reads the items of one kind of part: the rows of a sheet, or the shared strings. */
export interface ItemReader {
  /** Names of the root, of the element that holds the items, and of an item. */
  readonly root: Buffer;
  readonly container: Buffer;
  readonly item: Buffer;
  /** The end tag of an item as it is mostly written. */
  readonly itemEnd: Buffer;
  /** Reads the item at `from` if it has the canonical shape; returns the position after it, else -1. */
  fast(bytes: Buffer, from: number): number;
  /** Reads the item whose start tag was just read, whatever its shape; false where its end is not there yet. */
  general(tokens: XmlTokenizer): boolean;
  /** The bytes that were read up to now will not last. */
  settle(): void;
}

const State = { before: 0, inside: 1, after: 2, done: 3 } as const;

/**
 * Cuts a part that arrives in chunks into items. Only the item that is cut by the end of a chunk is copied: it is
 * put together with as much of the next chunk as it needs, and the rest of that chunk is read where it lies.
 */
export class ItemScanner {
  readonly #reader: ItemReader;
  readonly #itemBytes: number;
  readonly #tokens = new XmlTokenizer();
  #state: number = State.before;
  /** Elements that are open at the container's end, itself included. */
  #containerDepth = 0;
  /** How deep the outermost element stands that is none of ours and may hold anything; 0 outside of one. */
  #foreignDepth = 0;
  /** Whether an item without a prefix is one of ours. */
  #mayBeFast = false;
  #carry: Buffer = Buffer.alloc(4096);
  #carryLength = 0;
  /** Length of the carry from which on it is worth trying again; it doubles, so that trying costs little. */
  #attemptAt = 0;

  /** `itemBytes` limits the bytes of an item, and so of what is carried over. */
  constructor(reader: ItemReader, itemBytes: number) {
    this.#reader = reader;
    this.#itemBytes = itemBytes;
  }

  push(chunk: Buffer): void {
    if (this.#state === State.done) return;
    const from = this.#carryLength > 0 ? this.#finishCarry(chunk) : 0;
    if (from >= chunk.length) return;
    const rest = this.#scan(chunk, from, chunk.length);
    if (rest < chunk.length) this.#retain(chunk, rest, chunk.length);
  }

  /** No chunk follows. */
  end(): void {
    if (this.#carryLength > 0 && this.#state !== State.done) {
      this.#scan(this.#carry.subarray(0, this.#carryLength), 0, this.#carryLength);
    }
    if (this.#state !== State.done) throw badXml('It ends too early.');
  }

  /** Completes what is carried with the head of the chunk; returns the position in the chunk that follows it. */
  #finishCarry(chunk: Buffer): number {
    let known = this.#carryLength;
    let taken = 0;
    for (;;) {
      const take = Math.min(Math.max(this.#attemptAt - this.#carryLength, 1), chunk.length - taken);
      this.#retain(chunk, taken, taken + take, false);
      taken += take;
      if (this.#carryLength < this.#attemptAt) return taken;
      const done = this.#scan(this.#carry.subarray(0, this.#carryLength), 0, known);
      if (done >= known) {
        this.#carryLength = 0;
        return done - known;
      }
      this.#carry.copyWithin(0, done, this.#carryLength);
      this.#carryLength -= done;
      known -= done;
      this.#planAttempt();
      if (taken === chunk.length) return taken;
    }
  }

  #retain(chunk: Buffer, from: number, to: number, plan = true): void {
    const length = this.#carryLength + to - from;
    if (length > this.#carry.length) {
      const grown = Buffer.allocUnsafe(length * 2);
      this.#carry.copy(grown, 0, 0, this.#carryLength);
      this.#carry = grown;
    }
    chunk.copy(this.#carry, this.#carryLength, from, to);
    this.#carryLength = length;
    if (plan) this.#planAttempt();
  }

  #planAttempt(): void {
    if (this.#carryLength > this.#itemBytes) throw tooLarge(`An element ${this.#reader.item.toString()}`);
    this.#attemptAt = Math.min(this.#carryLength * 2 + 1024, this.#itemBytes + 1);
  }

  /** Reads items from `from` on, as long as they start before `to`; returns where the first incomplete one starts. */
  #scan(bytes: Buffer, from: number, to: number): number {
    const reader = this.#reader;
    // The last end tag in sight is what keeps the fast reader, which never looks at the length, within the bytes.
    const fastTo = bytes.lastIndexOf(reader.itemEnd);
    let at = from;
    while (at < to && this.#state !== State.done) {
      if (at < fastTo && this.#mayBeFast) {
        const next = reader.fast(bytes, at);
        if (next >= 0) {
          at = next;
          continue;
        }
      }
      const next = this.#step(bytes, at);
      if (next < 0) break;
      at = next;
    }
    reader.settle();
    return this.#state === State.done ? to : at;
  }

  /** Reads one token or one item, by the general path; -1 where it is not complete. */
  #step(bytes: Buffer, at: number): number {
    const tokens = this.#tokens;
    tokens.reset(bytes, at);
    const token = tokens.next();
    if (token === Token.incomplete) return -1;
    if (token === Token.start) return this.#start() ? tokens.pos : -1;
    if (token === Token.end) this.#leave();
    return tokens.pos;
  }

  /** A start tag outside of items; false where what it opens must be read as a whole and is not complete. */
  #start(): boolean {
    const tokens = this.#tokens;
    const reader = this.#reader;
    if (tokens.enteredDepth === 0) return this.#root();
    if (this.#state === State.inside && !passesThrough(tokens)) {
      return tokens.isOwn(reader.item) ? reader.general(tokens) : tokens.skipElement();
    }
    if (this.#state !== State.inside && this.#foreignDepth === 0 && !passesThrough(tokens)) {
      if (tokens.isOwn(reader.container)) return this.#container();
      if (!tokens.selfClosing) this.#foreignDepth = tokens.enteredDepth + 1;
    }
    this.#enter();
    return true;
  }

  #root(): boolean {
    const tokens = this.#tokens;
    const { root, container } = this.#reader;
    tokens.atRoot();
    if (!tokens.isOwn(root)) throw badXml('It is not the kind of part that it should be.');
    if (tokens.isOwn(container)) return this.#container();
    this.#enter();
    if (tokens.selfClosing) throw this.#noContainer();
    return true;
  }

  #container(): boolean {
    const tokens = this.#tokens;
    if (this.#state !== State.before) throw badXml(`It holds ${this.#reader.container} twice.`);
    this.#containerDepth = tokens.enteredDepth + 1;
    this.#state = State.inside;
    this.#enter();
    if (tokens.selfClosing) this.#endContainer();
    return true;
  }

  #enter(): void {
    const tokens = this.#tokens;
    if (!tokens.selfClosing) tokens.enter();
    this.#mayBeFast = this.#state === State.inside && tokens.ownsUnprefixed;
  }

  /** An end tag outside of items. */
  #leave(): void {
    const tokens = this.#tokens;
    const depth = tokens.enteredDepth;
    if (depth < this.#foreignDepth) this.#foreignDepth = 0;
    if (this.#state === State.inside && depth < this.#containerDepth) this.#endContainer();
    else if (depth === 0 && this.#state === State.before) throw this.#noContainer();
    else if (depth === 0) this.#state = State.done;
    this.#mayBeFast = this.#state === State.inside && tokens.ownsUnprefixed;
  }

  #noContainer(): Error {
    return badXml(`It holds no ${this.#reader.container}.`);
  }

  #endContainer(): void {
    this.#state = this.#tokens.enteredDepth === 0 ? State.done : State.after;
    this.#mayBeFast = false;
  }
}
