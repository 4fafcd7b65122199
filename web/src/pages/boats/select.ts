import type { AnswerOf } from '../../api/client.ts';
import { endangeredStatuses, openStates, orderStates } from '../../api/codes.ts';
import type { BoatSearch } from '../../boat-search.ts';
import { dayNumber } from '../../words/format.ts';

export type BoatColumns = NonNullable<AnswerOf<'/api/prodplan/boats'>['data']>;

type Ended = Exclude<(typeof orderStates)[number], (typeof openStates)[number]>;
const endStates = orderStates.filter((state): state is Ended => !openStates.some((open) => open === state));

/** The groups of states that the list can be cut down to; of the open ones zombies are a group of their own. */
export const groups = ['ALL', 'OPEN', ...openStates, 'ZOMBIE', ...endStates] as const;
export type Group = (typeof groups)[number];

export const sortKeys = ['of', 'model', 'phase', 'state', 'due', 'age', 'progress', 'errors'] as const;
export type SortKey = (typeof sortKeys)[number];

/** What is worked out once for each file: names without accents, places of phases, places of names in the alphabet. */
export interface Prepared {
  readonly data: BoatColumns;
  readonly products: ReadonlyMap<
    number,
    BoatColumns['products'][number] & { readonly folded: string; readonly rank: number }
  >;
  readonly phases: ReadonlyMap<
    number,
    BoatColumns['phases'][number] & { readonly folded: string; readonly rank: number }
  >;
}

export interface Selected {
  /** Places in the columns, in the order in which they are shown. */
  readonly shown: readonly number[];
  /** Boats that pass all filters but that of the state, by group. */
  readonly counts: Readonly<Record<Group, number>>;
}

/** Lower case, no accents: what is searched for and what it is searched in. */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

export function prepare(data: BoatColumns): Prepared {
  const collator = new Intl.Collator('pt-PT', { numeric: true });
  const names = data.products.map(({ produto_nome }) => produto_nome ?? '\uffff').toSorted(collator.compare);
  const place = new Map(names.map((name, n) => [name, n]));
  return {
    data,
    products: new Map(
      data.products.map((one) => [
        one.produto_id,
        {
          ...one,
          folded: fold(`${one.produto_id} ${one.produto_nome ?? ''} ${one.familia}`),
          rank: place.get(one.produto_nome ?? '\uffff')!,
        },
      ]),
    ),
    phases: new Map(
      data.phases.map((one, rank) => [one.fase_id, { ...one, folded: fold(one.fase_nome ?? ''), rank }]),
    ),
  };
}

/** Filters and sorts; a list of 27 000 takes some ten milliseconds. `only`: the numbers of those that are meant at all. */
export function select(prepared: Prepared, search: BoatSearch, only?: ReadonlySet<number>): Selected {
  const passes = filterOf(prepared, search, only);
  const wanted = groupsOf(search.estado);
  const counts = Object.fromEntries(groups.map((group) => [group, 0])) as Record<Group, number>;
  const shown: number[] = [];
  for (let n = 0; n < prepared.data.columns.of_id.length; n++) {
    if (!passes(n)) continue;
    const group = groupOf(prepared.data, n);
    counts.ALL++;
    counts[group]++;
    if (isOpen(group)) counts.OPEN++;
    if (wanted === null || wanted.has(group)) shown.push(n);
  }
  return { shown: sorted(shown, prepared, search.ordem), counts };
}

function isOpen(group: Group): boolean {
  return openStates.some((state) => state === group);
}

/** The group that a boat counts in, one for each boat. */
export function groupOf({ columns, states }: BoatColumns, n: number): Exclude<Group, 'ALL' | 'OPEN'> {
  return columns.zombie[n] === 1 ? 'ZOMBIE' : states[columns.state[n]!]!;
}

/** Null: all of them. What names no group is passed over. */
function groupsOf(text: string | undefined): ReadonlySet<Group> | null {
  const named = (text ?? '').split(',').filter((one): one is Group => groups.some((known) => known === one));
  if (named.length === 0 || named.includes('ALL')) return null;
  return new Set(named.flatMap((one) => (one === 'OPEN' ? groups.filter(isOpen) : [one])));
}

function filterOf(
  prepared: Prepared,
  search: BoatSearch,
  only: ReadonlySet<number> | undefined,
): (n: number) => boolean {
  const { columns, due_statuses } = prepared.data;
  const tests: ((n: number) => boolean)[] = wordTests(prepared, search.texto);
  const { familia, fase, prazo, expedicao, acabados, produto } = search;
  if (only !== undefined) tests.push((n) => only.has(columns.of_id[n]!));
  if (produto !== undefined) tests.push((n) => columns.produto_id[n] === Number(produto));
  if (familia !== undefined)
    tests.push((n) => (prepared.products.get(columns.produto_id[n] ?? 0)?.familia ?? '?') === familia);
  if (fase !== undefined) tests.push((n) => columns.fase_id[n] === Number(fase));
  if (prazo !== undefined) {
    const codes = prazo === 'RISK' ? [...endangeredStatuses] : [prazo];
    const known: readonly string[] = due_statuses;
    const places = new Set(codes.map((code) => known.indexOf(code)));
    tests.push((n) => places.has(columns.due_status[n] ?? -2));
  }
  if (expedicao !== undefined) tests.push(isOn(columns.due_day, expedicao));
  if (acabados !== undefined) tests.push(isOn(columns.finished_day, acabados));
  return (n) => tests.every((test) => test(n));
}

function isOn(column: readonly (number | null)[], day: string): (n: number) => boolean {
  const wanted = dayNumber(day);
  return (n) => column[n] === wanted;
}

/** Every word must occur, anywhere; each name is looked at once, and not once for each boat. */
function wordTests({ data: { columns }, products, phases }: Prepared, text = ''): ((n: number) => boolean)[] {
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.map((word) => {
    const having = (names: ReadonlyMap<number, { readonly folded: string }>): ReadonlySet<number> =>
      new Set([...names].filter(([, { folded }]) => folded.includes(word)).map(([id]) => id));
    const [ofProduct, ofPhase] = [having(products), having(phases)];
    const isNumber = /^\d+$/.test(word);
    const isUnknown = '?'.includes(word);
    return (n) => {
      const product = columns.produto_id[n];
      return (
        ofProduct.has(product ?? -1) ||
        ofPhase.has(columns.fase_id[n] ?? -1) ||
        (isNumber && String(columns.of_id[n]).includes(word)) ||
        (isUnknown && product === null)
      );
    };
  });
}

type Value = number | null | undefined;

/** What is not known comes last, whichever way the list is sorted; the newest number first among equals. */
function sorted(shown: number[], prepared: Prepared, order = '-of'): number[] {
  const descending = order.startsWith('-');
  const key = order.replace('-', '');
  // The columns come in the order of the numbers, the newest first.
  if (key === 'of' || !sortKeys.some((one) => one === key))
    return key === 'of' && !descending ? shown.reverse() : shown;
  const keyOf = values(prepared)[key as SortKey];
  const direction = descending ? -1 : 1;
  const keys = new Map<number, Value>(shown.map((n) => [n, keyOf(n)]));
  return shown.sort((a, b) => {
    const [one, other] = [keys.get(a), keys.get(b)];
    if (one == null || other == null) return Number(one == null) - Number(other == null) || a - b;
    return direction * (one - other) || a - b;
  });
}

function values({ data: { columns }, products, phases }: Prepared): Record<SortKey, (n: number) => Value> {
  return {
    of: (n) => columns.of_id[n],
    model: (n) => products.get(columns.produto_id[n] ?? -1)?.rank,
    phase: (n) => phases.get(columns.fase_id[n] ?? -1)?.rank,
    state: (n) => columns.state[n],
    due: (n) => columns.due_day[n],
    age: (n) => leadOrAge(columns, n),
    progress: (n) => (columns.phases[n] === 0 ? null : columns.phases_done[n]! / columns.phases[n]!),
    errors: (n) => columns.errors[n],
  };
}

/** Days from creation to the end, or to the file where it has not ended. */
export function leadOrAge(columns: BoatColumns['columns'], n: number): number | null {
  const [created, finished] = [columns.created_day[n], columns.finished_day[n]];
  if (finished == null) return columns.age_days[n] ?? null;
  return created == null || finished < created ? null : finished - created;
}
