import { tooLarge } from '../errors.js';
import { ByteSink } from '../xml/byte-sink.js';
import { Utf8Input } from '../xml/encoding.js';
import { type ItemReader, ItemScanner } from '../xml/item-scanner.js';
import { readRichText } from '../xml/rich-text.js';
import { needsDecoding } from '../xml/text.js';
import type { XmlTokenizer } from '../xml/tokenizer.js';

/** The texts that the cells of all sheets share, one after the other in UTF-8. */
export interface SharedStrings {
  readonly count: number;
  readonly bytes: Buffer;
  /** Text `i` lies between `offsets[i]` and `offsets[i + 1]`; there are `count + 1` of them. */
  readonly offsets: Uint32Array;
}

export const noSharedStrings: SharedStrings = {
  count: 0,
  bytes: Buffer.alloc(0),
  offsets: new Uint32Array(1),
};

const lt = 0x3c;
const plainOpen = Buffer.from('<si><t>');
const preservedOpen = Buffer.from('<si><t xml:space="preserve">');
const close = Buffer.from('</t></si>');

/** Packs the shared strings as their XML arrives. */
export class SharedStringsReader implements ItemReader {
  readonly root = Buffer.from('sst');
  readonly container = Buffer.from('sst');
  readonly item = Buffer.from('si');
  readonly itemEnd = Buffer.from('</si>');
  #offsets = new Uint32Array(1024);
  #count = 0;
  readonly #sink: ByteSink;
  readonly #items: ItemScanner;
  readonly #input: Utf8Input;

  constructor(itemBytes: number, limitBytes: number) {
    this.#sink = new ByteSink(64 * 1024, limitBytes, 'The list of shared texts');
    this.#items = new ItemScanner(this, itemBytes);
    this.#input = new Utf8Input((chunk) => this.#items.push(chunk));
  }

  push(chunk: Buffer): void {
    this.#input.push(chunk);
  }

  end(): SharedStrings {
    this.#input.end();
    this.#items.end();
    const bytes = Buffer.from(this.#sink.bytes.subarray(0, this.#sink.length));
    return { count: this.#count, bytes, offsets: this.#offsets.slice(0, this.#count + 1) };
  }

  /** `<si><t>text</t></si>`, where the text can be copied as it is. */
  fast(bytes: Buffer, from: number): number {
    const preserved = startsWith(bytes, from, preservedOpen);
    if (!preserved && !startsWith(bytes, from, plainOpen)) return -1;
    const start = from + (preserved ? preservedOpen.length : plainOpen.length);
    let end = start;
    while (bytes[end] !== lt) end++;
    if (!startsWith(bytes, end, close) || needsDecoding(bytes, start, end)) return -1;
    if (!preserved && end > start && (bytes[start]! <= 0x20 || bytes[end - 1]! <= 0x20)) return -1;
    this.#sink.append(bytes, start, end);
    this.#add();
    return end + close.length;
  }

  general(tokens: XmlTokenizer): boolean {
    const before = this.#sink.length;
    if (readRichText(tokens, this.#sink)) {
      this.#add();
      return true;
    }
    this.#sink.length = before;
    return false;
  }

  /** The texts are copied when they are read. */
  settle(): void {}

  #add(): void {
    this.#count++;
    if (this.#count === this.#offsets.length) {
      const grown = new Uint32Array(this.#count * 2);
      grown.set(this.#offsets);
      this.#offsets = grown;
    }
    if (this.#sink.length > 0xffff_ffff) throw tooLarge('The list of shared texts');
    this.#offsets[this.#count] = this.#sink.length;
  }
}

function startsWith(bytes: Buffer, from: number, wanted: Buffer): boolean {
  for (let at = 0; at < wanted.length; at++) if (bytes[from + at] !== wanted[at]) return false;
  return true;
}
