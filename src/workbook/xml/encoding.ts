import { TextDecoder } from 'node:util';
import { badXml } from '../errors.js';

type Take = (chunk: Buffer) => void;

/** Passes UTF-8 on as it comes, without its byte order mark; transcodes UTF-16. */
export class Utf8Input {
  readonly #take: Take;
  /** The first bytes, as long as there are too few to judge. */
  #head: Buffer | null = Buffer.alloc(0);
  #decoder: TextDecoder | null = null;

  constructor(take: Take) {
    this.#take = take;
  }

  push(chunk: Buffer): void {
    if (this.#head !== null) {
      this.#head = this.#head.length === 0 && chunk.length >= 4 ? chunk : Buffer.concat([this.#head, chunk]);
      if (this.#head.length >= 4) this.#judge(this.#head);
    } else {
      this.#pass(chunk);
    }
  }

  end(): void {
    if (this.#head !== null) this.#judge(this.#head);
    if (this.#decoder === null) return;
    const rest = decode(this.#decoder, Buffer.alloc(0), false);
    if (rest.length > 0) this.#take(rest);
  }

  #judge(head: Buffer): void {
    this.#head = null;
    const encoding = encodingOf(head);
    if (encoding !== 'utf-8') this.#decoder = new TextDecoder(encoding, { fatal: true });
    const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
    this.#pass(marked ? head.subarray(3) : head);
  }

  #pass(chunk: Buffer): void {
    const bytes = this.#decoder === null ? chunk : decode(this.#decoder, chunk, true);
    if (bytes.length > 0) this.#take(bytes);
  }
}

function decode(decoder: TextDecoder, chunk: Buffer, stream: boolean): Buffer {
  try {
    return Buffer.from(decoder.decode(chunk, { stream }));
  } catch {
    throw badXml('It is not the UTF-16 that it says it is.');
  }
}

/** By the byte order mark, or by the zero beside the first `<`. */
function encodingOf(head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

/** A whole part in UTF-8. */
export function toUtf8(part: Buffer): Buffer {
  const chunks: Buffer[] = [];
  const input = new Utf8Input((chunk) => chunks.push(chunk));
  input.push(part);
  input.end();
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}
