import fc from 'fast-check';
import { type Dump, type DumpRow, serial, smallDump } from '../../support/dump.js';

/** What happens to a factory from one day to the next. */
export type Step =
  | { readonly kind: 'dump'; readonly edits: readonly Edit[]; readonly options: DumpOptions }
  | { readonly kind: 'rollback' }
  | { readonly kind: 'replay' };

export interface DumpOptions {
  /** Days that the dump's moment goes on. */
  readonly days: number;
  readonly force: boolean;
  /** A sheet that this file lacks; it is back in the next. */
  readonly without: string | null;
  readonly shuffled: string | null;
}

/** One change of one row; `row` and `value` are taken modulo what there is. */
export interface Edit {
  readonly table: (typeof tables)[number];
  readonly what: (typeof edits)[number];
  readonly row: number;
  readonly value: number;
}

const tables = [
  'fases_ordem_fabrico',
  'erros_ordem_fabrico',
  'ordens_fabrico',
  'funcionarios_fase_ordem_fabrico',
  'fases_standard_modelos',
  'modelos',
] as const;

const edits = [
  'insert',
  'change',
  'change',
  'delete',
  'repeat',
  'repeatFar',
  'conflict',
  'conflictWithNew',
  'conflictTwice',
  'badCell',
  'badKey',
  'restore',
  'otherWriting',
  'contradict',
  'future',
  'textDate',
  'toEnd',
  'moveToOrder',
  ...(['culprit', 'culprit', 'culprit'] as const),
  ...(['missingParent', 'missingParent', 'missingParent'] as const),
  ...(['otherTimes', 'otherTimes'] as const),
  ...(['reopen', 'reopen'] as const),
] as const;

const edit: fc.Arbitrary<Edit> = fc.record({
  table: fc.constantFrom(...tables.slice(0, 3), ...tables),
  what: fc.constantFrom(...edits),
  // The first rows are tried again and again, so that what one change brings another takes away.
  row: fc.oneof(fc.nat(4), fc.nat(1000)),
  value: fc.nat(1000),
});

const dump: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('dump' as const),
  edits: fc.array(edit, { minLength: 0, maxLength: 9 }),
  options: fc.record({
    days: fc.integer({ min: 0, max: 3 }),
    force: fc.oneof(
      { arbitrary: fc.constant(false), weight: 8 },
      { arbitrary: fc.constant(true), weight: 1 },
    ),
    without: rarely(fc.constantFrom(...tables)),
    shuffled: rarely(fc.constantFrom(...tables)),
  }),
});

function rarely<T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ arbitrary: fc.constant(null), weight: 9 }, { arbitrary: some, weight: 1 });
}

export const chains: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { arbitrary: dump, weight: 8 },
    { arbitrary: fc.constant<Step>({ kind: 'rollback' }), weight: 1 },
    { arbitrary: fc.constant<Step>({ kind: 'replay' }), weight: 1 },
  ),
  { minLength: 2, maxLength: 5 },
);

const plain: DumpOptions = { days: 1, force: false, without: null, shuffled: null };
const dumpOf = (...some: Pick<Edit, 'table' | 'what' | 'row'>[]): Step => ({
  kind: 'dump',
  edits: some.map((one) => ({ ...one, value: 3 })),
  options: plain,
});

/** Chains that are always tried: what one dump brings another takes away. */
export const certainChains: Step[][] = (
  [
    { table: 'erros_ordem_fabrico', what: 'missingParent', row: 0 },
    { table: 'fases_ordem_fabrico', what: 'missingParent', row: 2 },
    { table: 'funcionarios_fase_ordem_fabrico', what: 'missingParent', row: 1 },
    { table: 'ordens_fabrico', what: 'missingParent', row: 3 },
  ] as const
).map((one) => [dumpOf(), dumpOf(one), dumpOf(one), dumpOf()]);

/** The factory that the first dump is of. */
export function firstDay(): Dump {
  return smallDump();
}

/** The factory after these changes; the one before stays as it is. */
export function nextDay(before: Dump, changes: readonly Edit[]): Dump {
  const after: Dump = Object.fromEntries(Object.entries(before).map(([table, rows]) => [table, [...rows]]));
  for (const one of changes) apply(after, one);
  return after;
}

/** Numbers, texts and dates of each table that may be changed, and its key. */
const columns: Readonly<
  Record<
    Edit['table'],
    { key: readonly string[]; number: string; date: string | null; actual: [string, string] | null }
  >
> = {
  fases_ordem_fabrico: {
    key: ['faseof_id'],
    number: 'faseof_peso',
    date: 'faseof_data_prevista',
    actual: ['faseof_inicio', 'faseof_fim'],
  },
  erros_ordem_fabrico: { key: [], number: 'ofch_gravidade', date: null, actual: null },
  ordens_fabrico: {
    key: ['of_id'],
    number: 'of_fase_id',
    date: 'of_data_transporte',
    actual: ['of_data_criacao', 'of_data_acabamento'],
  },
  funcionarios_fase_ordem_fabrico: {
    key: ['funcionariofaseof_faseof_id', 'funcionariofaseof_funcionario_id'],
    number: 'funcionariofaseof_chefe',
    date: null,
    actual: null,
  },
  fases_standard_modelos: {
    key: ['produtofase_produto_id', 'produtofase_sequencia'],
    number: 'produtofase_coeficiente',
    date: null,
    actual: null,
  },
  modelos: { key: ['produto_id'], number: 'produto_peso_desmolde', date: null, actual: null },
};

function apply(dump: Dump, edit: Edit): void {
  const { what, row, value } = edit;
  // Culprits are named by error lines alone.
  const table = what === 'culprit' ? 'erros_ordem_fabrico' : edit.table;
  const rows = dump[table]!;
  if (rows.length === 0) return;
  const at = row % rows.length;
  const one = rows[at]!;
  const { key, number, date, actual } = columns[table];
  const set = (cells: DumpRow): void => void rows.splice(at, 1, { ...one, ...cells });
  const small = number === 'funcionariofaseof_chefe' ? value % 2 : 1 + (value % 3);
  switch (what) {
    case 'insert':
      return void rows.splice(at, 0, { ...one, ...newKey(key, value) });
    case 'change':
      return set({ [number]: small });
    case 'delete':
      return void rows.splice(at, 1);
    case 'repeat':
      return void rows.splice(at, 0, one);
    case 'repeatFar':
      return void rows.push(one);
    case 'conflict':
      return void rows.push({ ...one, [number]: small });
    case 'conflictWithNew':
      return void rows.push({ ...one, ...newKey(key, 7) }, { ...one, ...newKey(key, 7), [number]: small });
    case 'conflictTwice':
      return void rows.push({ ...one, [number]: small }, { ...one, [number]: small + 1 });
    case 'badCell':
      return set({ [number]: 'talvez' });
    case 'badKey':
      return set({ [key[0] ?? 'ofch_of_id']: 'x' });
    case 'restore':
      return set(firstDay()[table]![at] ?? one);
    case 'otherWriting':
      return set({ [number]: ` ${small} ` });
    case 'contradict':
      return actual === null
        ? undefined
        : set({ [actual[0]]: serial('2023-04-18T10:00:00'), [actual[1]]: serial('2023-04-02T08:00:00') });
    case 'future':
      return actual === null ? undefined : set({ [actual[1]]: serial(`2023-04-2${value % 10}T12:00:00`) });
    case 'textDate':
      return date === null ? undefined : set({ [date]: `${10 + (value % 15)}/04/2023` });
    case 'toEnd':
      return void rows.push(...rows.splice(at, 1));
    case 'moveToOrder':
    case 'culprit':
    case 'missingParent':
      return set(otherReference(dump, one, { table, what, value }));
    case 'otherTimes': {
      if (actual === null) return;
      const day = String(1 + (value % 17)).padStart(2, '0');
      return set({
        [actual[0]]: serial(`2023-04-${day}T08:00:00`),
        [actual[1]]: serial(`2023-04-${day}T15:30:00`),
      });
    }
    case 'reopen':
      return actual === null ? undefined : set({ [actual[1]]: null });
  }
}

/** Cells that refer to something else than they did. */
function otherReference(
  dump: Dump,
  row: DumpRow,
  { table, what, value }: Pick<Edit, 'table' | 'what' | 'value'>,
): DumpRow {
  if (what === 'missingParent') {
    const [column, absent] = Object.entries(missing[table])[0] ?? [];
    if (column === undefined) return {};
    return { [column]: row[column] === absent ? (firstDay()[table]![0]![column] ?? null) : absent! };
  }
  if (what === 'moveToOrder') {
    if (table === 'fases_ordem_fabrico') return { faseof_of_id: 1001 + (value % 20) };
    return table === 'erros_ordem_fabrico' ? { ofch_of_id: 1001 + (value % 20) } : {};
  }
  const phases = dump.fases_ordem_fabrico!;
  const id = (nth: number): DumpRow[string] => phases[nth % phases.length]?.faseof_id ?? null;
  return { ofch_faseof_avaliacao: id(value), ofch_faseof_culpada: id(7 * value + 3) };
}

/** A column that refers to another sheet, and a number that nothing there has. */
const missing: Readonly<Record<Edit['table'], DumpRow>> = {
  fases_ordem_fabrico: { faseof_fase_id: 901 },
  erros_ordem_fabrico: { ofch_faseof_culpada: 990_001 },
  ordens_fabrico: { of_produto_id: 9001 },
  funcionarios_fase_ordem_fabrico: { funcionariofaseof_funcionario_id: 9901 },
  fases_standard_modelos: { produtofase_fase_id: 902 },
  modelos: {},
};

function newKey(key: readonly string[], value: number): DumpRow {
  if (key.length === 0) return { ofch_descricao_erro: `Pintura com bolhas ${value % 5}` };
  return { [key.at(-1)!]: key.length === 1 ? 90_000 + (value % 200) : 20 + (value % 30) };
}
