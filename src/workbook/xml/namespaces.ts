/**
 * What the namespace of a name says. `none`: in no namespace; `other`: in one that says nothing to us;
 * `undeclared`: its prefix stands for nothing.
 */
export type Space =
  | 'main'
  | 'relationships'
  | 'package'
  | 'terms'
  | 'compatibility'
  | 'none'
  | 'other'
  | 'undeclared';

/** The namespaces that a workbook's parts use, in the transitional form and in the strict one. */
const spaces: Readonly<Record<string, Space>> = {
  '': 'none',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'main',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'relationships',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'package',
  'http://purl.org/dc/terms/': 'terms',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'compatibility',
};

interface Binding {
  /** Empty for the default namespace. */
  readonly prefix: Buffer;
  readonly space: Space;
  /** Of the element that declares it; the root's is 1. */
  readonly depth: number;
}

const xmlPrefix = Buffer.from('xml');

/** The prefixes that are declared at one place of a document. */
export class NamespaceScope {
  readonly #bindings: Binding[] = [];

  declare(prefix: Buffer, uri: string, depth: number): void {
    const space = Object.hasOwn(spaces, uri) ? spaces[uri]! : 'other';
    this.#bindings.push({ prefix: Buffer.from(prefix), space, depth });
  }

  /** Forgets what elements deeper than this have declared. */
  leaveTo(depth: number): void {
    const bindings = this.#bindings;
    while (bindings.length > 0 && bindings[bindings.length - 1]!.depth > depth) bindings.pop();
  }

  /** What the prefix from `start` to `end`, without its colon, stands for; an empty one is the default. */
  spaceOf(bytes: Buffer, start: number, end: number): Space {
    const bindings = this.#bindings;
    for (let index = bindings.length - 1; index >= 0; index--) {
      const { prefix, space } = bindings[index]!;
      if (rangeIs(bytes, start, end, prefix)) return space;
    }
    if (start === end) return 'none';
    return rangeIs(bytes, start, end, xmlPrefix) ? 'other' : 'undeclared';
  }
}

/** Whether these bytes stand from `start` to `end`. */
export function rangeIs(bytes: Buffer, start: number, end: number, wanted: Buffer): boolean {
  if (end - start !== wanted.length) return false;
  for (let at = 0; at < wanted.length; at++) if (bytes[start + at] !== wanted[at]) return false;
  return true;
}
