import type { ByteSink } from './byte-sink.js';
import { passesThrough } from './compatibility.js';
import { decodeText, needsDecoding, rawText, unescapeExcel } from './text.js';
import { Token, type TokenKind, type XmlTokenizer } from './tokenizer.js';

const nameOfText = Buffer.from('t');
const nameOfRun = Buffer.from('r');
const spaceAttribute = Buffer.from('xml:space');

/**
 * Appends the text of a string item (`si` or `is`), whose start tag was just read, up to its end: plain text or the
 * runs of rich text one after the other, without the phonetic ones. False where the end is not there yet.
 */
export function readRichText(tokens: XmlTokenizer, into: ByteSink): boolean {
  if (tokens.selfClosing) return true;
  const outside = tokens.depth - 1;
  for (;;) {
    const token = tokens.next();
    if (token === Token.incomplete) return false;
    if (token === Token.end && tokens.depth === outside) return true;
    if (token !== Token.start || passesThrough(tokens) || tokens.isOwn(nameOfRun)) continue;
    const complete = tokens.isOwn(nameOfText) ? readTextElement(tokens, into) : tokens.skipElement();
    if (!complete) return false;
  }
}

function readTextElement(tokens: XmlTokenizer, into: ByteSink): boolean {
  const space = tokens.attribute(spaceAttribute);
  const kept = space >= 0 && tokens.attributeText(space) === 'preserve';
  return readText(tokens, into, kept ? 'text' : 'trimmed text');
}

/** `raw`: as XML has it; `text`: Excel's escapes are resolved too; `trimmed text`: also without space around it. */
export type TextMode = 'raw' | 'text' | 'trimmed text';

/** Appends all text of the element whose start tag was just read, up to its end; false where that is not there. */
export function readText(tokens: XmlTokenizer, into: ByteSink, mode: TextMode): boolean {
  if (tokens.selfClosing) return true;
  const outside = tokens.depth - 1;
  const { bytes } = tokens;
  // Nearly always there is one piece of text that can be copied; anything else is put together as a string.
  let plainStart = 0;
  let plainEnd = 0;
  let text: string | null = null;
  for (;;) {
    const token = tokens.next();
    if (token === Token.incomplete) return false;
    if (token === Token.end && tokens.depth === outside) break;
    if (token === Token.start && !tokens.skipElement()) return false;
    if (token !== Token.text && token !== Token.cdata) continue;
    if (text === null && plainEnd === 0 && isPlain(tokens, token, mode)) {
      plainStart = tokens.textStart;
      plainEnd = tokens.textEnd;
    } else {
      text ??= rawText(bytes, plainStart, plainEnd);
      text += pieceOf(tokens, token);
    }
  }
  if (text === null) into.append(bytes, plainStart, plainEnd);
  else into.appendText(finished(text, mode));
  return true;
}

function isPlain(tokens: XmlTokenizer, token: TokenKind, mode: TextMode): boolean {
  const { bytes, textStart, textEnd } = tokens;
  if (token !== Token.text || needsDecoding(bytes, textStart, textEnd)) return false;
  return (
    mode !== 'trimmed text' ||
    textEnd === textStart ||
    (bytes[textStart]! > 0x20 && bytes[textEnd - 1]! > 0x20)
  );
}

function pieceOf(tokens: XmlTokenizer, token: TokenKind): string {
  if (token === Token.text) return decodeText(tokens.bytes, tokens.textStart, tokens.textEnd);
  return rawText(tokens.bytes, tokens.textStart, tokens.textEnd).replace(/\r\n?/g, '\n');
}

function finished(text: string, mode: TextMode): string {
  if (mode === 'raw') return text;
  // Excel drops white space around a text that does not carry xml:space="preserve".
  return unescapeExcel(mode === 'text' ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''));
}
