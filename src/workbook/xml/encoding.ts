import { TextDecoder } from 'node:util';
import { badXml } from '../errors.js';
import { isSingleByte, type SingleByteEncoding, singleByteToUtf8 } from './single-byte.js';

type Take = (chunk: Buffer) => void;
type Utf16 = 'utf-16le' | 'utf-16be';
type Encoding = 'utf-8' | Utf16 | SingleByteEncoding;

/** The declaration of a part ends within so many bytes. */
const longestDeclaration = 1024;
/** Names in lower case without what people write between their parts: `ISO_8859-1` is `iso88591`. */
const byName: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  usascii: 'utf-8',
  ascii: 'utf-8',
  ansix341968: 'utf-8',
  iso646us: 'utf-8',
  // A part in UTF-16 is known by its first bytes; one that only says so was rewritten since, as UTF-8.
  utf16: 'utf-8',
  utf16le: 'utf-8',
  utf16be: 'utf-8',
  windows1252: 'windows-1252',
  cp1252: 'windows-1252',
  xcp1252: 'windows-1252',
  iso88591: 'iso-8859-1',
  iso885911987: 'iso-8859-1',
  isoir100: 'iso-8859-1',
  latin1: 'iso-8859-1',
  l1: 'iso-8859-1',
  cp819: 'iso-8859-1',
  ibm819: 'iso-8859-1',
};

/** Passes UTF-8 on as it comes, without its byte order mark; transcodes UTF-16, windows-1252 and ISO-8859-1. */
export class Utf8Input {
  readonly #take: Take;
  /** The first bytes, as long as there are too few to judge. */
  #head: Buffer | null = Buffer.alloc(0);
  #transcode: ((chunk: Buffer) => Buffer) | null = null;
  #utf16: TextDecoder | null = null;

  constructor(take: Take) {
    this.#take = take;
  }

  push(chunk: Buffer): void {
    if (this.#head === null) return this.#pass(chunk);
    const head = this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk]);
    if (mayBeJudged(head)) this.#judge(head);
    else this.#head = Buffer.from(head);
  }

  end(): void {
    if (this.#head !== null) this.#judge(this.#head);
    if (this.#utf16 === null) return;
    const rest = decodeUtf16(this.#utf16, Buffer.alloc(0), false);
    if (rest.length > 0) this.#take(rest);
  }

  #judge(head: Buffer): void {
    this.#head = null;
    const encoding = encodingOf(head);
    if (isSingleByte(encoding)) {
      this.#transcode = (chunk) => singleByteToUtf8(chunk, encoding);
    } else if (encoding !== 'utf-8') {
      const decoder = new TextDecoder(encoding, { fatal: true });
      this.#utf16 = decoder;
      this.#transcode = (chunk) => decodeUtf16(decoder, chunk, true);
    }
    this.#pass(isMarkedUtf8(head) ? head.subarray(3) : head);
  }

  #pass(chunk: Buffer): void {
    const bytes = this.#transcode === null ? chunk : this.#transcode(chunk);
    if (bytes.length > 0) this.#take(bytes);
  }
}

function decodeUtf16(decoder: TextDecoder, chunk: Buffer, stream: boolean): Buffer {
  try {
    return Buffer.from(decoder.decode(chunk, { stream }));
  } catch {
    throw badXml('It is not the UTF-16 that it says it is.');
  }
}

/** Whether the bytes hold the whole declaration, or show that there is none. */
function mayBeJudged(head: Buffer): boolean {
  if (head.length < 4) return false;
  if (head.length >= longestDeclaration || isMarkedUtf8(head) || utf16Of(head) !== null) return true;
  const text = head.toString('latin1').trimStart();
  return text.length >= 5 && (!text.startsWith('<?xml') || text.includes('?>'));
}

/** By the byte order mark, by the zero beside the first `<`, else by the declaration; without any it is UTF-8. */
function encodingOf(head: Buffer): Encoding {
  const utf16 = utf16Of(head);
  if (utf16 !== null) return utf16;
  if (isMarkedUtf8(head)) return 'utf-8';
  const text = head.toString('latin1', 0, longestDeclaration);
  const declared = /^\s*<\?xml\s[^>]*?\sencoding\s*=\s*(["'])(.*?)\1[^>]*\?>/s.exec(text)?.[2];
  if (declared === undefined) return 'utf-8';
  const name = declared.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (Object.hasOwn(byName, name)) return byName[name]!;
  throw badXml(`It is written in ${declared.slice(0, 40)}, which is not read here: save it in UTF-8.`);
}

function utf16Of([first, second]: Buffer): Utf16 | null {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return null;
}

function isMarkedUtf8(head: Buffer): boolean {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
}

/** A whole part in UTF-8. */
export function toUtf8(part: Buffer): Buffer {
  const chunks: Buffer[] = [];
  const input = new Utf8Input((chunk) => chunks.push(chunk));
  input.push(part);
  input.end();
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}
