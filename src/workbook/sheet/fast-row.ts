import { isUtf8 } from 'node:buffer';
import { type CellContext, CellKind, mostColumns, type RowView } from './row-view.js';

/**
 * The canonical shape of a row, as Excel and most other programs write it, read byte by byte:
 * `<row r="2" spans="1:6"><c r="A2" s="1"><v>44743</v></c><c r="E2" t="s"><v>6</v></c></row>`.
 * Whatever deviates from it by one byte is `notCanonical`, and the general path reads the row again.
 *
 * The caller guarantees that some `</row>` stands at or after `p`. Each loop here ends at a `<`, so no read goes
 * beyond that tag, and no position has to be compared with the end of the bytes.
 */
export const notCanonical = -1;

const lt = 0x3c;
const gt = 0x3e;
const quote = 0x22;
const slash = 0x2f;
const space = 0x20;
const equals = 0x3d;
const ampersand = 0x26;
const letterC = 0x63;
const letterR = 0x72;
const letterS = 0x73;
const letterT = 0x74;
const letterV = 0x76;

/** Where the cell's text ended, for the helpers below that must return two numbers. */
let textEnd = 0;

/** Reads the row at `p` into `row` and returns the position after it, or `notCanonical`. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a call for every cell costs as much as the cell.
export function fastRow(b: Buffer, from: number, row: RowView, context: CellContext): number {
  let p = from;
  // `<row r="`
  if (b[p] !== lt || b[p + 1] !== letterR || b[p + 2] !== 0x6f || b[p + 3] !== 0x77) return notCanonical;
  if (b[p + 4] !== space || b[p + 5] !== letterR || b[p + 6] !== equals || b[p + 7] !== quote)
    return notCanonical;
  p += 8;
  const digits = p;
  let rowNumber = 0;
  let c = b[p]!;
  while (c >= 0x30 && c <= 0x39) {
    rowNumber = rowNumber * 10 + c - 0x30;
    c = b[++p]!;
  }
  const digitCount = p - digits;
  if (c !== quote || digitCount === 0 || digitCount > 9 || rowNumber === 0) return notCanonical;
  p = endOfStartTag(b, p + 1);
  if (p < 0) return notCanonical;

  const { kind, start, end } = row;
  const { dateStyles, sharedCount } = context;
  const styleCount = dateStyles.length;
  let width = 0;
  for (;;) {
    if (b[p] !== lt) return notCanonical;
    if (b[p + 1] !== letterC) {
      // `</row>`
      if (b[p + 1] !== slash || b[p + 2] !== letterR || b[p + 3] !== 0x6f) return notCanonical;
      if (b[p + 4] !== 0x77 || b[p + 5] !== gt) return notCanonical;
      row.rowNumber = rowNumber;
      row.width = width;
      row.bytes = b;
      return p + 6;
    }
    // `<c r="`
    if (b[p + 2] !== space || b[p + 3] !== letterR || b[p + 4] !== equals || b[p + 5] !== quote)
      return notCanonical;
    p += 6;
    let column = 0;
    c = b[p]!;
    while (c >= 0x41 && c <= 0x5a) {
      column = column * 26 + c - 0x40;
      c = b[++p]!;
    }
    if (column === 0 || column > mostColumns) return notCanonical;
    // The row's number once more.
    for (let at = digits; at < digits + digitCount; at++) if (b[p++] !== b[at]) return notCanonical;
    if (b[p] !== quote) return notCanonical;
    c = b[++p]!;

    // ` s="1"`
    let style = 0;
    if (c === space && b[p + 1] === letterS && b[p + 2] === equals && b[p + 3] === quote) {
      p += 4;
      c = b[p]!;
      while (c >= 0x30 && c <= 0x39) {
        style = style * 10 + c - 0x30;
        c = b[++p]!;
      }
      if (c !== quote || style >= styleCount) return notCanonical;
      c = b[++p]!;
    }
    let type: number = dateStyles[style] === 1 ? CellKind.date : CellKind.number;
    // ` t="s"`
    if (c === space) {
      if (b[p + 1] !== letterT || b[p + 2] !== equals || b[p + 3] !== quote) return notCanonical;
      p += 4;
      if (b[p] === letterS && b[p + 1] === quote) {
        type = CellKind.shared;
        p += 2;
      } else {
        type = typeAt(b, p, type);
        if (type < 0) return notCanonical;
        p = textEnd;
      }
      c = b[p]!;
    }

    const index = column - 1;
    if (index < width) return notCanonical;
    while (width < index) kind[width++] = CellKind.empty;
    width = column;

    // `/>`
    if (c === slash) {
      if (b[p + 1] !== gt) return notCanonical;
      kind[index] = CellKind.empty;
      p += 2;
      continue;
    }
    if (c !== gt) return notCanonical;
    p++;

    // `<v>`
    if (b[p] !== lt || b[p + 1] !== letterV || b[p + 2] !== gt) {
      const at = type === CellKind.text ? inlineTextAt(b, p) : notCanonical;
      if (at >= 0) {
        start[index] = at;
        end[index] = textEnd;
        kind[index] = type;
        p = afterInlineText(b, textEnd);
        if (p < 0) return notCanonical;
        continue;
      }
      p = endOfFormula(b, p);
      if (p < 0) return notCanonical;
      if (b[p] === lt && b[p + 1] === slash && b[p + 2] === letterC && b[p + 3] === gt) {
        kind[index] = CellKind.formula;
        start[index] = end[index] = p;
        p += 4;
        continue;
      }
      if (b[p] !== lt || b[p + 1] !== letterV || b[p + 2] !== gt) return notCanonical;
    }
    p += 3;

    if (type === CellKind.shared) {
      let shared = 0;
      const at = p;
      c = b[p]!;
      while (c >= 0x30 && c <= 0x39) {
        shared = shared * 10 + c - 0x30;
        c = b[++p]!;
      }
      if (p === at || c !== lt || shared >= sharedCount) return notCanonical;
      start[index] = shared;
      end[index] = shared;
    } else if (type === CellKind.text) {
      start[index] = p;
      p = endOfText(b, p);
      if (p < 0) return notCanonical;
      end[index] = p;
    } else {
      start[index] = p;
      c = b[p]!;
      while (c !== lt) {
        if (c <= space || c === ampersand || c >= 0x80) return notCanonical;
        c = b[++p]!;
      }
      if (p === start[index]) return notCanonical;
      if (type === CellKind.boolean && (p - start[index]! !== 1 || (b[p - 1]! & 0xfe) !== 0x30))
        return notCanonical;
      end[index] = p;
    }
    kind[index] = type;
    // `</v></c>`
    if (b[p + 1] !== slash || b[p + 2] !== letterV || b[p + 3] !== gt || b[p + 4] !== lt) return notCanonical;
    if (b[p + 5] !== slash || b[p + 6] !== letterC || b[p + 7] !== gt) return notCanonical;
    p += 8;
  }
}

/** Passes over the other attributes of a row; a row that closes itself is left to the general path. */
function endOfStartTag(b: Buffer, from: number): number {
  const p = endOfAttributes(b, from);
  return b[p] === gt ? p + 1 : notCanonical;
}

/** Passes over attributes of the form ` name="value"`, which may hold a `>`; returns where the tag ends. */
function endOfAttributes(b: Buffer, from: number): number {
  let p = from;
  while (b[p] === space) {
    const name = ++p;
    let c = b[p]!;
    // It may declare a namespace.
    if (c === 0x78 && b[p + 1] === 0x6d) return notCanonical;
    while ((c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || (c >= 0x30 && c <= 0x3a)) c = b[++p]!;
    if (p === name || c !== equals || b[p + 1] !== quote) return notCanonical;
    p += 2;
    while (b[p] !== quote) {
      if (b[p] === lt) return notCanonical;
      p++;
    }
    p++;
  }
  return p;
}

/** The rarer values of `t`, from the quote on; `textEnd` is then the position after the closing quote. */
function typeAt(b: Buffer, p: number, plain: number): number {
  const first = b[p]!;
  if (b[p + 1] === quote) {
    textEnd = p + 2;
    if (first === 0x6e) return plain;
    if (first === 0x62) return CellKind.boolean;
    if (first === 0x65) return CellKind.error;
    return first === 0x64 ? CellKind.isoDate : notCanonical;
  }
  // `str"`
  if (first === letterS && b[p + 1] === letterT && b[p + 2] === letterR && b[p + 3] === quote) {
    textEnd = p + 4;
    return CellKind.text;
  }
  for (let at = 0; at < inlineStr.length; at++) if (b[p + at] !== inlineStr[at]) return notCanonical;
  textEnd = p + inlineStr.length;
  return CellKind.text;
}

const inlineStr = Buffer.from('inlineStr"');
const inlineOpen = Buffer.from('<is><t>');
const inlineOpenPreserved = Buffer.from('<is><t xml:space="preserve">');
const inlineClose = Buffer.from('</t></is></c>');

/** Passes over `<f ...>...</f>` or `<f .../>`; returns the position after it. */
function endOfFormula(b: Buffer, from: number): number {
  if (b[from] !== lt || b[from + 1] !== 0x66) return notCanonical;
  let p = endOfAttributes(b, from + 2);
  if (p < 0) return notCanonical;
  if (b[p] === slash) return b[p + 1] === gt ? p + 2 : notCanonical;
  if (b[p] !== gt) return notCanonical;
  while (b[p] !== lt) p++;
  return b[p + 1] === slash && b[p + 2] === 0x66 && b[p + 3] === gt ? p + 4 : notCanonical;
}

/** The start of an inline text that needs no decoding, with its end in `textEnd`. */
function inlineTextAt(b: Buffer, from: number): number {
  const preserved = startsWith(b, from, inlineOpenPreserved);
  if (!preserved && !startsWith(b, from, inlineOpen)) return notCanonical;
  const at = from + (preserved ? inlineOpenPreserved.length : inlineOpen.length);
  textEnd = endOfText(b, at);
  if (textEnd < 0) return notCanonical;
  // White space around a text that does not ask to keep it is for the general path to take away.
  if (!preserved && textEnd > at && (b[at]! <= space || b[textEnd - 1]! <= space)) return notCanonical;
  return at;
}

function afterInlineText(b: Buffer, from: number): number {
  return startsWith(b, from, inlineClose) ? from + inlineClose.length : notCanonical;
}

function startsWith(b: Buffer, from: number, wanted: Buffer): boolean {
  for (let at = 0; at < wanted.length; at++) if (b[from + at] !== wanted[at]) return false;
  return true;
}

/** The end of a text that needs no decoding. */
function endOfText(b: Buffer, from: number): number {
  let p = from;
  let c = b[p]!;
  let seen = 0;
  while (c !== lt) {
    if (c === ampersand || (c < space && c !== 0x0a && c !== 0x09)) return notCanonical;
    if (c === 0x5f && b[p + 1] === 0x78) return notCanonical;
    seen |= c;
    c = b[++p]!;
  }
  return seen >= 0x80 && !isUtf8(b.subarray(from, p)) ? notCanonical : p;
}
