import { childrenNamed, parseXml } from '../xml/elements.js';

/** One arrow of the package: from the part that it belongs to, to `target`. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: the strict and the transitional form differ only before it. */
  readonly type: string;
  /** Name of the part in the archive. */
  readonly target: string;
}

/** Where the relations of a part are kept; those of the whole package under ''. */
export function relationsPath(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** The relations inside the package, of the part `source`. */
export function relationsOf(bytes: Buffer, source: string): Relation[] {
  return childrenNamed(parseXml(bytes, 'package'), 'Relationship')
    .filter(({ attributes }) => attributes.get('TargetMode') !== 'External')
    .map(({ attributes }) => ({
      id: attributes.get('Id') ?? '',
      type: (attributes.get('Type') ?? '').split('/').at(-1)!,
      target: resolve(source, attributes.get('Target') ?? ''),
    }));
}

/** A target is relative to the folder of its source, or absolute with a leading slash. */
function resolve(source: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const folder = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') folder.pop();
    else if (step !== '' && step !== '.') folder.push(step);
  }
  return folder.join('/');
}
