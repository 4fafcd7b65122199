import { badXml } from '../errors.js';
import { toUtf8 } from './encoding.js';
import { decodeText, rawText } from './text.js';
import { Token, XmlTokenizer } from './tokenizer.js';

/** An element of a small part; names are without their prefix. */
export interface XmlElement {
  readonly name: string;
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

/** Reads a small part as a whole, and returns its root. */
export function parseXml(part: Buffer): XmlElement {
  const tokens = new XmlTokenizer();
  tokens.reset(toUtf8(part), 0);
  const top: Open = { name: '', attributes: new Map(), children: [], text: '' };
  const path: Open[] = [top];
  for (;;) {
    const token = tokens.next();
    const inside = path.at(-1)!;
    if (token === Token.incomplete) break;
    if (token === Token.start) {
      const element = openElement(tokens);
      inside.children.push(element);
      if (!tokens.selfClosing) path.push(element);
    } else if (token === Token.end) {
      path.pop();
    } else {
      const decode = token === Token.text ? decodeText : rawText;
      inside.text += decode(tokens.bytes, tokens.textStart, tokens.textEnd);
    }
    if (path.length === 0) throw badXml('It closes an element that is not open.');
    if (path.length > deepest) throw badXml('Its elements are nested too deep.');
  }
  const [root] = top.children;
  if (root === undefined || top.children.length > 1 || path.length > 1) throw badXml('It is not complete.');
  return root;
}

function openElement(tokens: XmlTokenizer): Open {
  const { bytes } = tokens;
  const attributes = new Map<string, string>();
  for (let index = 0; index < tokens.attributeCount; index++) {
    const name = bytes.toString('utf8', tokens.attributes[index * 4], tokens.attributes[index * 4 + 1]);
    if (name.startsWith('xmlns')) continue;
    const colon = name.indexOf(':');
    const local = name.slice(colon + 1);
    if (colon >= 0 && attributes.has(local)) continue;
    attributes.set(local, decodeText(bytes, tokens.valueStart(index), tokens.valueEnd(index)));
  }
  return {
    name: bytes.toString('utf8', tokens.localStart, tokens.nameEnd),
    attributes,
    children: [],
    text: '',
  };
}

/** The first child of this name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}
