import { badXml } from '../errors.js';
import { toUtf8 } from './encoding.js';
import type { Space } from './namespaces.js';
import { decodeText, rawText } from './text.js';
import { Token, type TokenKind, XmlTokenizer } from './tokenizer.js';

/** An element of a small part. */
export interface XmlElement {
  /** Without its prefix; that of another namespace than the part's own has the namespace in front: `other:sheet`. */
  readonly name: string;
  /** By name; one that is in a namespace has that in front: `relationships:id`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly inside it. */
  readonly text: string;
}

const deepest = 256;

interface Open {
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  text: string;
}

const alternateContent = 'compatibility:AlternateContent';
const fallback = 'compatibility:Fallback';

/** Reads a small part as a whole, and returns its root. `ownSpace` is the namespace of the part's own elements. */
export function parseXml(part: Buffer, ownSpace: Space): XmlElement {
  const tokens = new XmlTokenizer(ownSpace);
  tokens.reset(toUtf8(part), 0);
  const top: Open = { name: '', attributes: new Map(), children: [], text: '' };
  const path: Open[] = [top];
  for (let token = tokens.next(); token !== Token.incomplete; token = tokens.next()) {
    if (token === Token.start) open(tokens, path);
    else if (token === Token.end) close(path);
    else path.at(-1)!.text += textOf(tokens, token);
  }
  const [root] = top.children;
  if (root === undefined || top.children.length > 1 || path.length > 1) throw badXml('It is not complete.');
  return root;
}

function open(tokens: XmlTokenizer, path: Open[]): void {
  const inside = path.at(-1)!;
  if (path.length === 1 && inside.children.length === 0) tokens.atRoot();
  const element = openElement(tokens);
  inside.children.push(element);
  if (!tokens.selfClosing) path.push(element);
  if (path.length > deepest) throw badXml('Its elements are nested too deep.');
}

function close(path: Open[]): void {
  const element = path.pop()!;
  const parent = path.at(-1);
  if (parent === undefined) throw badXml('It closes an element that is not open.');
  if (element.name === alternateContent) replaceByFallback(parent, element);
}

function textOf({ bytes, textStart, textEnd }: XmlTokenizer, token: TokenKind): string {
  return (token === Token.text ? decodeText : rawText)(bytes, textStart, textEnd);
}

/** `mc:AlternateContent` stands for what its fallback holds: we know none of the extensions that it offers. */
function replaceByFallback(parent: Open, alternate: Open): void {
  parent.children.pop();
  for (const { name, children } of alternate.children)
    if (name === fallback) parent.children.push(...children);
}

function openElement(tokens: XmlTokenizer): Open {
  const { bytes } = tokens;
  const attributes = new Map<string, string>();
  for (let index = 0; index < tokens.attributes.count; index++) {
    const { from, to } = tokens.attributes.name(index);
    const name = bytes.toString('utf8', from, to);
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    const colon = name.lastIndexOf(':');
    const space = colon < 0 ? '' : `${tokens.spaceOf(from, from + Buffer.byteLength(name.slice(0, colon)))}:`;
    attributes.set(space + name.slice(colon + 1), tokens.attributes.value(index));
  }
  const local = bytes.toString('utf8', tokens.localStart, tokens.nameEnd);
  const name = tokens.isOwnSpace ? local : `${tokens.knownSpace()}:${local}`;
  return { name, attributes, children: [], text: '' };
}

/** The first child of this name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}
