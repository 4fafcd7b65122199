import { badXml } from '../errors.js';
import { rangeIs } from './namespaces.js';
import { attributeText, decodeText } from './text.js';

const lt = 0x3c;
const gt = 0x3e;
const slash = 0x2f;
const equals = 0x3d;
const letterX = 0x78;
const letterM = 0x6d;

/** The attributes of one start tag, as positions in its bytes: nothing is copied before it is asked for. */
export class Attributes {
  count = 0;
  /** Whether the tag closes itself. */
  selfClosing = false;
  /** Whether one of them may declare a namespace: only a name in `xm` can. */
  mayDeclare = false;
  #bytes: Buffer = Buffer.alloc(0);
  /** Four positions each: name (with its prefix) from and to, value from and to. */
  readonly #places: number[] = [];

  /** Reads them from the end of the tag's name on; returns the position after the tag, -1 where its end is not there. */
  read(bytes: Buffer, from: number, limit: number): number {
    this.#bytes = bytes;
    this.count = 0;
    this.mayDeclare = false;
    let at = from;
    for (;;) {
      while (at < limit && bytes[at]! <= 0x20) at++;
      if (at + 1 >= limit && bytes[at] !== gt) return -1;
      if (at >= limit) return -1;
      if (bytes[at] === gt) {
        this.selfClosing = false;
        return at + 1;
      }
      if (bytes[at] === slash) {
        if (bytes[at + 1] !== gt) throw badXml('A tag is not closed as it should be.');
        this.selfClosing = true;
        return at + 2;
      }
      at = this.#one(at, limit);
      if (at < 0) return -1;
    }
  }

  /** Index of the one of this name, prefix included; -1 where there is none. */
  find(name: Buffer): number {
    const places = this.#places;
    for (let index = 0; index < this.count; index++) {
      if (rangeIs(this.#bytes, places[index * 4]!, places[index * 4 + 1]!, name)) return index;
    }
    return -1;
  }

  /** The value of the one of this name, with references as they are written; null where there is none. */
  raw(name: Buffer): string | null {
    const index = this.find(name);
    if (index < 0) return null;
    return this.#bytes.toString('latin1', this.#places[index * 4 + 2]!, this.#places[index * 4 + 3]!);
  }

  /** Where its name stands, prefix included. */
  name(index: number): { from: number; to: number } {
    return { from: this.#places[index * 4]!, to: this.#places[index * 4 + 1]! };
  }

  /** Its value as it is written, references resolved. */
  value(index: number): string {
    return decodeText(this.#bytes, this.#places[index * 4 + 2]!, this.#places[index * 4 + 3]!);
  }

  /** Its value without the white space around it. */
  text(index: number): string {
    return attributeText(this.#bytes, this.#places[index * 4 + 2]!, this.#places[index * 4 + 3]!);
  }

  #one(from: number, limit: number): number {
    const bytes = this.#bytes;
    let at = from;
    while (at < limit && bytes[at]! > 0x20 && bytes[at] !== equals && bytes[at] !== gt && bytes[at] !== slash)
      at++;
    const nameEnd = at;
    while (at < limit && bytes[at]! <= 0x20) at++;
    if (at >= limit) return -1;
    if (bytes[at] !== equals) throw badXml('An attribute has no value.');
    at++;
    while (at < limit && bytes[at]! <= 0x20) at++;
    if (at >= limit) return -1;
    const quote = bytes[at]!;
    if (quote !== 0x22 && quote !== 0x27) throw badXml('The value of an attribute is not quoted.');
    const valueStart = at + 1;
    at = valueStart;
    while (at < limit && bytes[at] !== quote) {
      if (bytes[at] === lt) throw badXml('The value of an attribute holds a tag.');
      at++;
    }
    if (at >= limit) return -1;
    if (bytes[from] === letterX && bytes[from + 1] === letterM) this.mayDeclare = true;
    const slot = this.count++ * 4;
    this.#places[slot] = from;
    this.#places[slot + 1] = nameEnd;
    this.#places[slot + 2] = valueStart;
    this.#places[slot + 3] = at;
    return at + 1;
  }
}
