export type SingleByteEncoding = 'windows-1252' | 'iso-8859-1';

export function isSingleByte(encoding: string): encoding is SingleByteEncoding {
  return encoding === 'windows-1252' || encoding === 'iso-8859-1';
}

/**
 * What windows-1252 has at 0x80 to 0x9F, where ISO-8859-1 has control characters. The five bytes that it leaves
 * undefined are the control characters of the same number, as Windows itself and LibreOffice read them.
 * (A table of our own: the TextDecoder of some releases of Node 20 to 23 gives the control characters for all of them.)
 */
const highOf1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** The UTF-8 of each byte from 0x80 on. */
const tables: Readonly<Record<SingleByteEncoding, readonly Buffer[]>> = {
  'windows-1252': table((byte) => (byte < 0xa0 ? highOf1252[byte - 0x80]! : String.fromCharCode(byte))),
  'iso-8859-1': table((byte) => String.fromCharCode(byte)),
};

function table(characterOf: (byte: number) => string): Buffer[] {
  return Array.from({ length: 128 }, (_, index) => Buffer.from(characterOf(0x80 + index)));
}

/** Each byte is a character, so that a part can be cut anywhere. */
export function singleByteToUtf8(bytes: Buffer, encoding: SingleByteEncoding): Buffer {
  const high = tables[encoding];
  // No character of theirs takes more than three bytes.
  const out = Buffer.allocUnsafe(bytes.length * 3);
  let to = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      out[to++] = byte;
      continue;
    }
    const character = high[byte - 0x80]!;
    for (let index = 0; index < character.length; index++) out[to++] = character[index]!;
  }
  return out.subarray(0, to);
}
