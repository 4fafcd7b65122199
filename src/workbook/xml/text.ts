import { isUtf8 } from 'node:buffer';
import { badXml } from '../errors.js';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ampersand = 0x26;
const underscore = 0x5f;
const lowerX = 0x78;

/** The text of a range of bytes; what is not UTF-8, or no character of XML, is refused. */
export function rawText(bytes: Buffer, start: number, end: number): string {
  if (!isUtf8(bytes.subarray(start, end))) throw badXml('It holds bytes that are not UTF-8.');
  const text = bytes.toString('utf8', start, end);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids.
  if (/[\0-\x08\x0b\x0c\x0e-\x1f]/.test(text)) throw badXml('It holds control characters.');
  return text;
}

/** Resolves character references and the five entities of XML, and makes every line break a line feed. */
export function decodeText(bytes: Buffer, start: number, end: number): string {
  const text = rawText(bytes, start, end).replace(/\r\n?/g, '\n');
  return text.includes('&') ? text.replace(/&([^;&]*)(;?)/g, resolve) : text;
}

/** The value of an attribute of a token, a number or an address: without the white space around it. */
export function attributeText(bytes: Buffer, start: number, end: number): string {
  return decodeText(bytes, start, end).trim();
}

function resolve(whole: string, name: string, semicolon: string): string {
  const known = semicolon !== '' && Object.hasOwn(named, name) ? named[name] : undefined;
  if (known !== undefined) return known;
  const match = /^#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,10}))$/.exec(name);
  // What follows a bare & is text of the file, which may be a name: only what looks like a reference is repeated.
  if (match === null || semicolon === '') {
    const isReference = /^&#?\w{1,20};$/.test(whole);
    throw badXml(
      isReference ? `It holds an unknown reference ${whole}.` : 'It holds an & that begins no reference.',
    );
  }
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  const control = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;
  if (code > 0x10ffff || surrogate || control) throw badXml(`It refers to a character ${name} that is none.`);
  return String.fromCodePoint(code);
}

/**
 * Excel writes a character that XML cannot hold as `_xHHHH_`, and an underscore that would look like it as `_x005F_`.
 * `_x0000_` stays as it is written: no cell of Excel can hold a NUL, nor can most databases.
 */
export function unescapeExcel(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (whole, hex: string) =>
    hex === '0000' ? whole : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Whether text must be decoded before it is used; other text may be copied as it is, if it is UTF-8. */
export function needsDecoding(bytes: Buffer, start: number, end: number): boolean {
  let high = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === ampersand || (byte < 0x20 && byte !== 0x0a && byte !== 0x09)) return true;
    if (byte === underscore && bytes[at + 1] === lowerX) return true;
    if (byte >= 0x80) high = true;
  }
  return high && !isUtf8(bytes.subarray(start, end));
}
