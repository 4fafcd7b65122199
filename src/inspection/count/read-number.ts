import { writeNumber } from '../../workbook/index.js';

const scratch = Buffer.alloc(64);
/** So many digits without the point are a whole number that a double holds exactly. */
const exactDigits = 15;
const powers = Array.from({ length: exactDigits + 1 }, (_, exponent) => 10 ** exponent);

/** The double that a number cell holds; NaN where its text is no number. */
export function readNumber(bytes: Buffer, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === 0x2d;
  if (negative) at++;
  const first = at;
  let digits = 0;
  let point = -1;
  for (; at < end; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (bytes[at] === 0x2e && point < 0 && at > first) point = at;
    else return slowNumber(bytes, start, end);
  }
  const length = end - first - (point < 0 ? 0 : 1);
  if (length === 0 || length > exactDigits) return slowNumber(bytes, start, end);
  // Both are exact, so the quotient is the double nearest to the decimal.
  const value = point < 0 ? digits : digits / powers[end - point - 1]!;
  return negative ? -value : value;
}

function slowNumber(bytes: Buffer, start: number, end: number): number {
  const room = end - start + 32;
  const out = room <= scratch.length ? scratch : Buffer.alloc(room);
  const to = writeNumber(out, 0, bytes, start, end);
  return to < 0 ? Number.NaN : Number(out.toString('latin1', 0, to));
}
