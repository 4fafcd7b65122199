import { badXml } from '../errors.js';
import { Attributes } from './attributes.js';
import { NamespaceScope, rangeIs, type Space } from './namespaces.js';

export const Token = { incomplete: 0, start: 1, end: 2, text: 3, cdata: 4 } as const;
export type TokenKind = (typeof Token)[keyof typeof Token];

const lt = 0x3c;
const gt = 0x3e;
const slash = 0x2f;
const colon = 0x3a;
const exclamation = 0x21;
const question = 0x3f;
const cdataOpen = Buffer.from('<![CDATA[');
const cdataClose = Buffer.from(']]>');
const commentOpen = Buffer.from('<!--');
const commentClose = Buffer.from('-->');
const instructionClose = Buffer.from('?>');
const xmlns = Buffer.from('xmlns');
/** Elements nested deeper than this are an attack. */
const deepest = 256;

/**
 * A small XML tokenizer over bytes. It makes no strings and no objects; it reads the token at `pos`, and where the
 * bytes end within a token it says `incomplete` and stays where it was. Comments and processing instructions are
 * passed over. It watches that the tags are nested as they should be.
 */
export class XmlTokenizer {
  bytes: Buffer = Buffer.alloc(0);
  pos = 0;
  limit = 0;
  /** Name of the element of a start or end tag, with its prefix from `nameStart`, without it from `localStart`. */
  nameStart = 0;
  localStart = 0;
  nameEnd = 0;
  /** Raw text: references in it are not yet resolved. */
  textStart = 0;
  textEnd = 0;
  /** Of the start tag that was read last. */
  readonly attributes = new Attributes();
  /** The namespace of the part's own elements. */
  readonly #ownSpace: Space;
  /** The root is in no namespace, so that the elements of none are the part's own too. */
  #bare = false;
  /** Names of the open elements, two positions each. */
  readonly #open: number[] = [];
  /** Names of the elements around `open` that were entered for good: `reset` leaves them open. */
  readonly #entered: string[] = [];
  readonly #scope = new NamespaceScope();

  constructor(ownSpace: Space = 'main') {
    this.#ownSpace = ownSpace;
  }

  /** Starts anew at `pos`, with no element open but those that were entered. */
  reset(bytes: Buffer, pos: number): void {
    this.bytes = bytes;
    this.pos = pos;
    this.limit = bytes.length;
    this.#open.length = 0;
    this.#scope.leaveTo(this.#entered.length);
  }

  /** Elements that are open since `reset`; a self-closing one is never open. */
  get depth(): number {
    return this.#open.length / 2;
  }

  /** Elements that are open for good. */
  get enteredDepth(): number {
    return this.#entered.length;
  }

  /** The element whose start tag was just read, the first since `reset`, stays open until its end tag is read. */
  enter(): void {
    if (this.#entered.length >= deepest) throw badXml('Its elements are nested too deep.');
    this.#entered.push(this.bytes.toString('latin1', this.nameStart, this.nameEnd));
    this.#open.length = 0;
  }

  /** The start tag that was just read is the root's: a root in no namespace takes the elements of none for its own. */
  atRoot(): void {
    this.#bare = this.#space === 'none';
  }

  /** Whether elements without a prefix are the part's own among those that are open for good. */
  get ownsUnprefixed(): boolean {
    this.#scope.leaveTo(this.#entered.length);
    return this.#isOwn(this.spaceOf(0, 0));
  }

  next(): TokenKind {
    this.#scope.leaveTo(this.#entered.length + this.depth);
    for (;;) {
      const at = this.pos;
      if (at >= this.limit) return Token.incomplete;
      if (this.bytes[at] !== lt) return this.#text();
      if (at + 1 >= this.limit) return Token.incomplete;
      const second = this.bytes[at + 1]!;
      if (second === slash) return this.#endTag();
      if (second !== exclamation && second !== question) return this.#startTag();
      const found = second === question ? this.#instruction() : this.#markup();
      if (found !== null) return found;
    }
  }

  /** Passes over the rest of the element whose start tag was read last; false where its end is not there yet. */
  skipElement(): boolean {
    if (this.selfClosing) return true;
    const outside = this.depth - 1;
    for (;;) {
      const token = this.next();
      if (token === Token.incomplete) return false;
      if (token === Token.end && this.depth === outside) return true;
    }
  }

  /** The namespace that the prefix from `start` to `end`, without its colon, stands for; an empty one is the default. */
  spaceOf(start: number, end: number): Space {
    return this.#scope.spaceOf(this.bytes, start, end);
  }

  /** Whether the tag is of the part's own namespace. */
  get isOwnSpace(): boolean {
    return this.#isOwn(this.knownSpace());
  }

  /** Whether it is this element of the part's own namespace: other namespaces may use the same names. */
  isOwn(name: Buffer): boolean {
    return this.#isNamed(name) && this.isOwnSpace;
  }

  /** Whether it is this element of that namespace. */
  isIn(space: Space, name: Buffer): boolean {
    return this.#isNamed(name) && this.knownSpace() === space;
  }

  /** The namespace of the tag. What looks like one of ours may not be passed over because its prefix says nothing. */
  knownSpace(): Space {
    const space = this.#space;
    if (space !== 'undeclared') return space;
    const name = this.bytes.toString('latin1', this.nameStart, this.nameEnd);
    throw badXml(`An element ${name} has a prefix that is not declared.`);
  }

  get #space(): Space {
    return this.spaceOf(this.nameStart, Math.max(this.nameStart, this.localStart - 1));
  }

  #isNamed(name: Buffer): boolean {
    return this.rangeIs(this.localStart, this.nameEnd, name);
  }

  #isOwn(space: Space): boolean {
    return space === this.#ownSpace || (this.#bare && space === 'none');
  }

  rangeIs(start: number, end: number, wanted: Buffer): boolean {
    return rangeIs(this.bytes, start, end, wanted);
  }

  get selfClosing(): boolean {
    return this.attributes.selfClosing;
  }

  /** Index of an attribute by its name with prefix, -1 where the tag has none. */
  attribute(name: Buffer): number {
    return this.attributes.find(name);
  }

  /** The value of an attribute, without the white space around it. */
  attributeText(attribute: number): string {
    return this.attributes.text(attribute);
  }

  #text(): TokenKind {
    const end = this.bytes.indexOf(lt, this.pos);
    if (end < 0) return Token.incomplete;
    this.textStart = this.pos;
    this.textEnd = end;
    this.pos = end;
    return Token.text;
  }

  /** A CDATA section, or null after a comment. */
  #markup(): TokenKind | null {
    if (this.#startsWith(commentOpen)) {
      const end = this.bytes.indexOf(commentClose, this.pos + commentOpen.length);
      if (end < 0) return Token.incomplete;
      this.pos = end + commentClose.length;
      return null;
    }
    if (this.#startsWith(cdataOpen)) {
      const end = this.bytes.indexOf(cdataClose, this.pos + cdataOpen.length);
      if (end < 0) return Token.incomplete;
      this.textStart = this.pos + cdataOpen.length;
      this.textEnd = end;
      this.pos = end + cdataClose.length;
      return Token.cdata;
    }
    if (this.limit - this.pos < cdataOpen.length) return Token.incomplete;
    // A document type could define entities of any size; no workbook has one.
    throw badXml('It holds a document type declaration, which no workbook needs.');
  }

  #startsWith(wanted: Buffer): boolean {
    const end = this.pos + wanted.length;
    return end <= this.limit && this.rangeIs(this.pos, end, wanted);
  }

  #instruction(): TokenKind | null {
    const end = this.bytes.indexOf(instructionClose, this.pos + 2);
    if (end < 0) return Token.incomplete;
    this.pos = end + instructionClose.length;
    return null;
  }

  #endTag(): TokenKind {
    const nameStart = this.pos + 2;
    const end = this.bytes.indexOf(gt, nameStart);
    if (end < 0) return Token.incomplete;
    this.#name(nameStart, end);
    const open = this.#open;
    if (open.length === 0) {
      this.#leave();
    } else {
      const openEnd = open.pop()!;
      const openStart = open.pop()!;
      const sameLength = openEnd - openStart === this.nameEnd - nameStart;
      if (!sameLength || !this.#sameName(openStart, openEnd, nameStart)) {
        throw notClosed(this.bytes.toString('latin1', openStart, openEnd));
      }
    }
    this.pos = end + 1;
    return Token.end;
  }

  /** The end tag closes an element that was entered. */
  #leave(): void {
    const name = this.#entered.pop();
    if (name === undefined) throw badXml('It closes an element that is not open.');
    if (name !== this.bytes.toString('latin1', this.nameStart, this.nameEnd)) throw notClosed(name);
  }

  #sameName(start: number, end: number, other: number): boolean {
    const { bytes } = this;
    for (let at = start; at < end; at++) if (bytes[at] !== bytes[other + at - start]) return false;
    return true;
  }

  /** Sets the name that starts here; it ends at white space, `/` or at `end`. */
  #name(start: number, end: number): void {
    const { bytes } = this;
    let at = start;
    this.localStart = start;
    for (; at < end; at++) {
      const byte = bytes[at]!;
      if (byte <= 0x20 || byte === slash) break;
      if (byte === colon) this.localStart = at + 1;
    }
    if (at === start) throw badXml('A tag has no name.');
    this.nameStart = start;
    this.nameEnd = at;
  }

  #startTag(): TokenKind {
    const { bytes, limit } = this;
    let nameEnd = this.pos + 1;
    while (nameEnd < limit && bytes[nameEnd]! > 0x20 && bytes[nameEnd] !== gt && bytes[nameEnd] !== slash)
      nameEnd++;
    if (nameEnd >= limit) return Token.incomplete;
    const from = this.pos + 1;
    const end = this.attributes.read(bytes, nameEnd, limit);
    if (end < 0) return Token.incomplete;
    this.#name(from, nameEnd);
    this.pos = end;
    if (this.attributes.mayDeclare) this.#declare();
    if (!this.selfClosing) this.#open.push(from, nameEnd);
    return Token.start;
  }

  /** Takes note of the namespaces that the start tag declares. */
  #declare(): void {
    const depth = this.#entered.length + this.depth + 1;
    for (let index = 0; index < this.attributes.count; index++) {
      const { from, to } = this.attributes.name(index);
      if (!this.rangeIs(from, from + xmlns.length, xmlns)) continue;
      const uri = this.attributeText(index);
      if (to === from + xmlns.length) this.#scope.declare(this.bytes.subarray(0, 0), uri, depth);
      else if (this.bytes[from + xmlns.length] === colon)
        this.#scope.declare(this.bytes.subarray(from + xmlns.length + 1, to), uri, depth);
    }
  }
}

function notClosed(name: string): Error {
  return badXml(`An element ${name} is not closed.`);
}
