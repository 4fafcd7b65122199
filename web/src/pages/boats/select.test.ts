import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBoatSearch } from '../../boat-search.ts';
import { dayNumber } from '../../words/format.ts';
import { type BoatColumns, type Group, groupOf, groups, prepare, select, sortKeys } from './select.ts';

const products = [
  { produto_id: 7, produto_nome: 'K1 Águia 70 S', familia: 'K1' },
  { produto_id: 8, produto_nome: 'Órbita 2', familia: 'other' },
  { produto_id: 9, produto_nome: 'C1 Zênite', familia: 'C1' },
  { produto_id: 17, produto_nome: null, familia: '?' },
];
const phases = [
  { fase_id: 11, fase_nome: 'Por laminar', fase_sequencia: 1 },
  { fase_id: 6, fase_nome: 'Desmolde', fase_sequencia: 2 },
  { fase_id: 12, fase_nome: 'Entregue', fase_sequencia: 3 },
];

const day = fc.option(fc.integer({ min: 19_000, max: 19_005 }));
const boat = fc.record({
  produto_id: fc.option(fc.constantFrom(7, 8, 9, 17)),
  fase_id: fc.option(fc.constantFrom(11, 6, 12)),
  state: fc.nat(4),
  due_status: fc.option(fc.nat(3)),
  zombie: fc.nat(1),
  created_day: day,
  finished_day: day,
  due_day: day,
  phase_since_day: day,
  expected_day: day,
  age_days: fc.option(fc.nat(9)),
  phases: fc.nat(4),
  phases_done: fc.nat(4),
  errors: fc.nat(3),
  severe_errors: fc.nat(1),
});

function columnsOf(boats: readonly Record<string, number | null>[]): BoatColumns {
  const names = [
    'produto_id fase_id state due_status zombie created_day finished_day due_day phase_since_day expected_day',
    'age_days phases phases_done errors severe_errors',
  ].flatMap((line) => line.split(' '));
  const columns = Object.fromEntries(names.map((name) => [name, boats.map((one) => one[name])]));
  return {
    orders: boats.length,
    as_of_day: 19_010,
    states: ['CREATED', 'IN_PROGRESS', 'AWAITING_SHIPPING', 'DONE', 'SCRAPPED'],
    due_statuses: ['NO_DUE', 'ON_TRACK', 'AT_RISK', 'LATE'],
    products,
    phases,
    columns: { ...columns, of_id: boats.map((_, n) => 900_000 - n) },
  } as unknown as BoatColumns;
}

const some = fc.array(boat, { maxLength: 30 }).map(columnsOf);
const search = fc.record(
  {
    texto: fc.constantFrom('aguia', 'ÁGUIA 70', '8999', 'desmolde k1', 'zzz', '?', '7'),
    estado: fc.constantFrom('OPEN', 'DONE,CREATED', 'ZOMBIE', 'NADA'),
    familia: fc.constantFrom('K1', '?', 'other'),
    fase: fc.constantFrom('6', '11', '99'),
    prazo: fc.constantFrom('RISK', 'NO_DUE', 'NADA'),
    expedicao: fc.constant('2022-01-08'),
  },
  { requiredKeys: [] },
);

describe('the list of boats', () => {
  it('shows, of those that pass the other filters, the groups that were asked for, and counts them all', () => {
    fc.assert(
      fc.property(some, search, (data, asked) => {
        const prepared = prepare(data);
        const { shown, counts } = select(prepared, asked);
        const all = select(prepared, { ...asked, estado: undefined }).shown;
        const wanted = (asked.estado ?? '')
          .split(',')
          .filter((one): one is Group => groups.some((group) => group === one))
          .flatMap((one) => (one === 'OPEN' ? ['CREATED', 'IN_PROGRESS', 'AWAITING_SHIPPING'] : [one]));
        const inGroups = all.filter((n) => wanted.length === 0 || wanted.includes(groupOf(data, n)));
        expect(shown).toEqual(inGroups);
        expect(counts.ALL).toBe(all.length);
        for (const group of groups.filter((one) => one !== 'ALL' && one !== 'OPEN'))
          expect(counts[group]).toBe(all.filter((n) => groupOf(data, n) === group).length);
        expect(counts.OPEN).toBe(counts.CREATED + counts.IN_PROGRESS + counts.AWAITING_SHIPPING);
      }),
    );
  });

  it('is cut down by each filter as one would by hand', () => {
    fc.assert(
      fc.property(some, search, (data, { estado: _, texto, ...asked }) => {
        const { columns: c, due_statuses } = data;
        const familyOf = (n: number) =>
          products.find((one) => one.produto_id === c.produto_id[n])?.familia ?? '?';
        const due = (n: number) => (c.due_status[n] === null ? '' : due_statuses[c.due_status[n]!]!);
        const byHand = c.of_id
          .map((__, n) => n)
          .filter((n) => asked.familia === undefined || familyOf(n) === asked.familia)
          .filter((n) => asked.fase === undefined || c.fase_id[n] === Number(asked.fase))
          .filter((n) => asked.prazo !== 'RISK' || ['AT_RISK', 'LATE'].includes(due(n)))
          .filter((n) => asked.prazo === undefined || asked.prazo === 'RISK' || due(n) === asked.prazo)
          .filter((n) => asked.expedicao === undefined || c.due_day[n] === dayNumber(asked.expedicao));
        expect(select(prepare(data), asked).shown).toEqual(byHand);
        expect(texto === undefined || select(prepare(data), { texto }).shown.length <= data.orders).toBe(
          true,
        );
      }),
    );
  });

  it('finds every word, whatever its accents and case, in number, model, family and phase', () => {
    const data = columnsOf([
      { produto_id: 7, fase_id: 6, state: 1, zombie: 0 },
      { produto_id: 8, fase_id: 12, state: 3, zombie: 0 },
      { produto_id: null, fase_id: null, state: 0, zombie: 0 },
    ]);
    const found = (texto: string) => select(prepare(data), { texto }).shown;
    expect([found('aguia'), found('ÁGUIA  desmolde'), found('orbita'), found('k1 entregue')]).toEqual([
      [0],
      [0],
      [1],
      [],
    ]);
    expect([found('899998'), found('9'), found('?'), found('  ')]).toEqual([[2], [0, 1, 2], [2], [0, 1, 2]]);
  });

  it('is sorted by each column both ways, what is not known last', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...sortKeys), (data, key) => {
        const [up, down] = [key, `-${key}`].map((ordem) => select(prepare(data), { ordem }).shown);
        expect(up!.toSorted()).toEqual(down!.toSorted());
        if (key !== 'due') return;
        for (const [list, sign] of [
          [up!, 1],
          [down!, -1],
        ] as const) {
          const days = list.map((n) => data.columns.due_day[n] ?? null);
          const known = days.filter((one) => one !== null);
          expect(days.slice(0, known.length)).toEqual(known);
          expect(known).toEqual(known.toSorted((a, b) => sign * (a - b)));
        }
      }),
    );
    const names = prepare(
      columnsOf([7, 8, 9, 17].map((produto_id) => ({ produto_id, state: 0, zombie: 0 }))),
    );
    expect(select(names, { ordem: 'model' }).shown).toEqual([2, 0, 1, 3]);
  });
});

it('an address with what cannot be is read as if it were not there', () => {
  expect(
    readBoatSearch({ estado: 'open', fase: '1e3', expedicao: '19 mai', ordem: 'due', texto: '' }),
  ).toEqual({
    texto: undefined,
    estado: undefined,
    familia: undefined,
    fase: undefined,
    prazo: undefined,
    expedicao: undefined,
    acabados: undefined,
    ordem: 'due',
    vista: undefined,
  });
});
