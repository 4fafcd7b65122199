const digit0 = 0x30;
const point = 0x2e;
const minus = 0x2d;
/** Up to so many digits a decimal is the shortest that means its double; beyond, digits may be noise. */
const exactDigits = 15;
/** A number below 0.000001 is written with an exponent. */
const mostLeadingZeros = 5;

/**
 * Writes a number in its shortest exact form and returns the position after it, or -1 if the text is not a finite
 * number: the form that JavaScript gives the double, `1.5`, `0.01075`, `1e+21`, `1e-7`; minus zero is `0`.
 */
export function writeNumber(out: Buffer, at: number, bytes: Buffer, start: number, end: number): number {
  const plainEnd = endOfPlain(bytes, start, end);
  if (plainEnd < 0) return writeAny(out, at, bytes, start, end);
  if (at + plainEnd - start > out.length) return -1;
  let to = at;
  for (let p = start; p < plainEnd; p++) out[to++] = bytes[p]!;
  return to;
}

/** Where the shortest form ends if it is the head of the text; -1 if it must be computed. */
function endOfPlain(bytes: Buffer, start: number, end: number): number {
  const first = bytes[start] === minus ? start + 1 : start;
  const pointAt = endOfDigits(bytes, first, end);
  const wholeDigits = pointAt - first;
  if (wholeDigits === 0 || wholeDigits > exactDigits) return -1;
  const zeroWhole = bytes[first] === digit0;
  if (zeroWhole && (wholeDigits > 1 || first > start)) return -1;
  if (pointAt === end) return end;
  const fraction = pointAt + 1;
  if (bytes[pointAt] !== point || endOfDigits(bytes, fraction, end) !== end) return -1;
  let last = end;
  while (last > fraction && bytes[last - 1] === digit0) last--;
  if (last === fraction) return pointAt;
  let significant = fraction;
  if (zeroWhole) while (bytes[significant] === digit0) significant++;
  if (significant - fraction > mostLeadingZeros) return -1;
  return (zeroWhole ? 0 : wholeDigits) + last - significant > exactDigits ? -1 : last;
}

function endOfDigits(bytes: Buffer, from: number, end: number): number {
  let p = from;
  while (p < end && bytes[p]! >= digit0 && bytes[p]! <= digit0 + 9) p++;
  return p;
}

const numberText = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
/** A double needs no more; longer texts are an attack on the regular expression. */
const longestText = 1100;

function writeAny(out: Buffer, at: number, bytes: Buffer, start: number, end: number): number {
  if (end - start > longestText) return -1;
  const text = bytes.toString('latin1', start, end);
  const value = numberText.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) return -1;
  const shortest = String(value === 0 ? 0 : value);
  if (at + shortest.length > out.length) return -1;
  return at + out.write(shortest, at, 'latin1');
}
