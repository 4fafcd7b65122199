import type { BoatSearch } from '../../boat-search.ts';
import { stringifySearch } from '../../search-text.ts';
import { readDay } from './day.ts';
import { byFamily, filters, fold, openings, type PageKey, pages } from './lexicon.ts';

/** What a command may name: of the file, and of the factory. */
export interface Known {
  readonly phases: readonly { readonly fase_id: number; readonly fase_nome: string | null }[];
  readonly families: readonly { readonly code: string; readonly pt: string; readonly en: string }[];
  /** Day of the file. */
  readonly day: string;
}

/** Where a command leads. The label is made where it is shown, in the language of the page. */
export type Suggestion = { readonly href: string } & (
  | { readonly kind: 'boat'; readonly of: string }
  | { readonly kind: 'shipment'; readonly day: string }
  | { readonly kind: 'phase'; readonly name: string }
  | { readonly kind: 'page'; readonly page: PageKey; readonly familia?: string | undefined }
  | { readonly kind: 'boats'; readonly search: BoatSearch }
  | { readonly kind: 'text'; readonly text: string }
);

const most = 8;
/** What the list takes to look for; never half of a character. */
const mostCharacters = 100;

/** What is typed, as the places that it may mean; the likeliest first. A pure function. */
export function parse(typed: string, known: Known): readonly Suggestion[] {
  const text = fold(typed).replaceAll(/\s+/g, ' ');
  if (text === '') return [];
  const opening = openings.find(([form]) => form.test(text));
  const rest = opening === undefined ? text : text.replace(opening[0], '');
  const found = [
    ...(opening === undefined || opening[1] === 'boat' ? boats(rest) : []),
    ...(opening === undefined || opening[1] === 'shipment' ? shipments(rest, known) : []),
    ...(opening === undefined ? lists(text, known) : []),
    ...(opening === undefined ? pagesNamed(text, known) : []),
    ...(opening === undefined || opening[1] === 'phase' ? phases(rest, known) : []),
    ...anyBoat(typed.trim()),
  ];
  return [...new Map(found.map((one) => [one.href, one])).values()].slice(0, most);
}

function boats(text: string): Suggestion[] {
  return /^\d{1,8}$/.test(text) ? [{ kind: 'boat', of: text, href: `/barcos/${text}` }] : [];
}

function shipments(text: string, { day: fileDay }: Known): Suggestion[] {
  const day = readDay(text, fileDay);
  return day === null ? [] : [{ kind: 'shipment', day, href: `/expedicoes/${day}` }];
}

function phases(text: string, known: Known): Suggestion[] {
  if (text.length < 2) return [];
  return (
    known.phases
      .filter(({ fase_nome }) => fold(fase_nome ?? '').includes(text))
      // A name that begins so is meant sooner than one that has it somewhere.
      .toSorted((a, b) => fold(a.fase_nome!).indexOf(text) - fold(b.fase_nome!).indexOf(text))
      .map(({ fase_id, fase_nome }) => ({
        kind: 'phase',
        name: fase_nome!,
        href: `/barcos${stringifySearch({ estado: 'OPEN', fase: String(fase_id) })}`,
      }))
  );
}

function familyNamed(text: string, { families }: Known): string | undefined {
  return families.find(({ code, pt, en }) => [code, pt, en].some((name) => fold(name) === text))?.code;
}

/** Every word must be a filter: what is left over is a name, which the list itself looks for. */
function lists(text: string, known: Known): Suggestion[] {
  let rest = ` ${text} `;
  let search: BoatSearch = {};
  for (const name of Object.keys(filters).toSorted((a, b) => b.length - a.length)) {
    if (!rest.includes(` ${name} `)) continue;
    search = { ...search, ...filters[name] };
    rest = rest.replace(` ${name} `, ' ');
  }
  for (const word of rest.split(' ').filter((one) => one !== '')) {
    const familia = familyNamed(word, known);
    if (familia === undefined || search.familia !== undefined) return [];
    search = { ...search, familia };
  }
  if (search.estado === undefined) search = { estado: 'OPEN', ...search };
  return [{ kind: 'boats', search, href: `/barcos${stringifySearch({ ...search })}` }];
}

function pagesNamed(text: string, known: Known): Suggestion[] {
  const [first = '', second] = text.split(' ');
  const familia = second === undefined ? undefined : familyNamed(second, known);
  if (second !== undefined && familia === undefined) return [];
  return pages
    .filter(
      ([, key, names]) =>
        names.some((name) => name.startsWith(first)) && (familia === undefined || byFamily.has(key)),
    )
    .map(([path, page]) => ({ kind: 'page', page, familia, href: `${path}${stringifySearch({ familia })}` }));
}

/** Whatever else it is, it may be a word of a model. */
function anyBoat(typed: string): Suggestion[] {
  const text = Array.from(typed).slice(0, mostCharacters).join('');
  return [{ kind: 'text', text, href: `/barcos${stringifySearch({ texto: text })}` }];
}
