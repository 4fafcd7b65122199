import { normalise } from '../../aggregates/index.js';
import {
  dueStatuses,
  dueStatusWords,
  openStates,
  orderStates,
  stateWords,
} from '../../contract/factory/index.js';

/** What a filter's value is read as. */
type ValueKind =
  | 'days'
  | 'first_day'
  | 'last_day'
  | 'phase'
  | 'model'
  | 'family'
  | 'codes'
  | 'choice'
  | 'yes_no'
  | 'plain';

/** A filter as people write it, and the parameters that it becomes. */
export interface FilterWord {
  /** Portuguese first, English second, then whatever else it is called. */
  readonly names: readonly string[];
  readonly kind: ValueKind;
  /** Of `days`: the beginnings of `_from` and `_to`; '' for the period itself. Else the parameter. */
  readonly parameter: string;
  /** What the API calls what people write, for `codes` and `choice`. */
  readonly codes?: Readonly<Record<string, readonly string[]>>;
  /** What lies after the dump's moment cannot have happened. */
  readonly isPast?: true;
}

/** Every filter there is; a question has those whose parameters it has. */
export const filterWords: readonly FilterWord[] = [
  { names: ['prazo', 'due', 'expedicao'], kind: 'days', parameter: 'due' },
  { names: ['criada', 'created', 'criado'], kind: 'days', parameter: 'created', isPast: true },
  { names: ['acabada', 'finished', 'acabado'], kind: 'days', parameter: 'finished', isPast: true },
  { names: ['inspecionada', 'inspected'], kind: 'days', parameter: 'inspected', isPast: true },
  { names: ['periodo', 'period'], kind: 'days', parameter: '', isPast: true },
  { names: ['de', 'from', 'desde'], kind: 'first_day', parameter: 'from', isPast: true },
  { names: ['a', 'to', 'ate'], kind: 'last_day', parameter: 'to' },
  { names: ['fase', 'phase'], kind: 'phase', parameter: 'fase_id' },
  { names: ['culpada', 'culprit'], kind: 'phase', parameter: 'culprit_fase_id' },
  { names: ['modelo', 'model'], kind: 'model', parameter: 'produto_id' },
  { names: ['familia', 'family'], kind: 'family', parameter: 'familia' },
  { names: ['estado', 'state'], kind: 'codes', parameter: 'state', codes: statesBy() },
  {
    names: ['situacao', 'status'],
    kind: 'codes',
    parameter: 'due_status',
    codes: codesBy(dueStatuses, dueStatusWords),
  },
  { names: ['parados', 'zombies'], kind: 'yes_no', parameter: 'is_zombie' },
  { names: ['texto', 'text'], kind: 'plain', parameter: 'text' },
  { names: ['ordem', 'order'], kind: 'plain', parameter: 'of_id' },
  { names: ['ordenar', 'sort'], kind: 'choice', parameter: 'sort', codes: sorts() },
  { names: ['linhas', 'rows'], kind: 'plain', parameter: 'limit' },
];

function codesBy<C extends string>(
  codes: readonly C[],
  words: Readonly<Record<C, { readonly pt: string; readonly en: string }>>,
): Record<string, readonly string[]> {
  return Object.fromEntries(
    codes.flatMap((code) => [words[code].pt, words[code].en, code].map((word) => [written(word), [code]])),
  );
}

function statesBy(): Record<string, readonly string[]> {
  return { ...codesBy(orderStates, stateWords), 'por-entregar': openStates, open: openStates };
}

/** Both ways round. */
function sorts(): Record<string, readonly string[]> {
  const names = {
    ...{ ordem: 'of_id', criada: 'created', acabada: 'finished', prazo: 'due', fase: 'phase_since' },
    ...{ modelo: 'produto_id', idade: 'age', erros: 'errors', atraso: 'delay' },
  };
  const ways = Object.entries(names).flatMap(([word, name]) =>
    [word, name].map((one) => [one, name] as const),
  );
  return Object.fromEntries(
    ways.flatMap(([word, name]) => [
      [word, [name]],
      [`-${word}`, [`-${name}`]],
    ]),
  );
}

/** A word as it is compared: without accents, in one piece. */
export function written(word: string): string {
  return normalise(word).trim().replaceAll(/\s+/g, '-');
}
