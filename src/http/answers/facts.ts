import type pg from 'pg';
import type { Language } from '../../platform/errors/kinds.js';
import type { Reply } from '../../services/index.js';
import { wordOf } from '../exports/columns/codes.js';

type Support = Reply['support'];
type Fact = readonly [name: string, value: string];

/** What stands beside each fact. Reasons, definitions and what is left out are kept in Portuguese alone. */
const words = {
  pt: {
    ...{ state: 'estado', reason: 'razão', suggestion: 'o que fazer', run: 'carga' },
    ...{ version: 'versão dos dados', moment: 'momento do ficheiro', method: 'definição', query: 'consulta' },
    ...{ used: 'linhas usadas', excluded: 'de fora', rate: 'correspondência de' },
    ...{ window: 'período', ever: 'desde sempre', to: 'a', end: 'até ao fim' },
    bounds: 'limites',
    between: (low: number, high: number) =>
      `entre ${low} e ${high}, conforme o que fossem as linhas que faltam`,
    rule: 'regra',
    undecided: 'por decidir',
    from: { ASKED: 'pedido', SETTING: 'das Definições, desde', USUAL: 'de origem' },
    gate: 'critério',
    rows: (covered: number, rows: number) => `${covered} de ${rows} linhas`,
    threshold: 'limiar',
  },
  en: {
    ...{ state: 'state', reason: 'reason', suggestion: 'what to do', run: 'run' },
    ...{ version: 'version of the data', moment: "file's moment", method: 'definition', query: 'query' },
    ...{ used: 'rows used', excluded: 'left out', rate: 'match rate of' },
    ...{ window: 'period', ever: 'of all time', to: 'to', end: 'the end' },
    bounds: 'bounds',
    between: (low: number, high: number) =>
      `between ${low} and ${high}, depending on what the missing rows were`,
    rule: 'rule',
    undecided: 'not decided',
    from: { ASKED: 'asked', SETTING: 'from Settings, since', USUAL: 'usual' },
    gate: 'gate',
    rows: (covered: number, rows: number) => `${covered} of ${rows} rows`,
    threshold: 'threshold',
  },
} as const;

/** What an exported answer rests on, in the words of the page. */
export function factsOf(reply: Reply, language: Language): readonly Fact[] {
  const { support } = reply;
  const w = words[language];
  return [
    [w.state, String(wordOf('state', reply.status, language))],
    ...('reason' in reply ? [[w.reason, reply.reason] as const] : []),
    ...('suggestion' in reply ? [[w.suggestion, reply.suggestion] as const] : []),
    [w.run, String(support.run_id)],
    [w.version, String(support.data_version)],
    [w.moment, support.as_of],
    ...windowOf(support, language),
    [w.method, support.method],
    [w.query, support.sql ?? ''],
    [w.used, String(support.rows_used)],
    ...support.rows_excluded.map(({ reason, rows }) => [`${w.excluded}: ${reason}`, String(rows)] as const),
    ...boundsOf(support, language),
    ...support.rules.map((one) => ruleOf(one, language)),
    ...(support.gates ?? []).map((one) => gateOf(one, language)),
    ...support.match_rates.map(
      ({ reference, row_rate }) => [`${w.rate} ${reference}`, String(row_rate ?? '')] as const,
    ),
  ];
}

function windowOf({ window }: Support, language: Language): Fact[] {
  if (window === undefined) return [];
  const w = words[language];
  return [[w.window, `${window.from ?? w.ever} ${w.to} ${window.to ?? w.end}`]];
}

function boundsOf({ bounds }: Support, language: Language): Fact[] {
  if (bounds?.lowest == null || bounds.highest == null) return [];
  return [[words[language].bounds, words[language].between(bounds.lowest, bounds.highest)]];
}

/** A setting by which the answer was counted. */
function ruleOf({ name, value, from, decided_at }: Support['rules'][number], language: Language): Fact {
  const w = words[language];
  const where = from === 'SETTING' ? `${w.from[from]} ${decided_at}` : w.from[from];
  return [`${w.rule} ${name}`, `${value ?? w.undecided} (${where})`];
}

type Gate = NonNullable<Support['gates']>[number];

function gateOf({ gate, state, threshold, rows, covered_rows }: Gate, language: Language): Fact {
  const w = words[language];
  const limit = threshold === null ? '' : `; ${w.threshold} ${threshold}`;
  return [
    `${w.gate} ${gate}`,
    `${String(wordOf('state', state, language))}: ${w.rows(covered_rows, rows)}${limit}`,
  ];
}

/** The file whose rows the answer is of, as it was called. */
export async function sourceNameOf(pool: pg.Pool, { support }: Reply): Promise<string> {
  const { rows } = await pool.query<{ source_name: string }>(
    'SELECT source_name FROM ingestion_runs WHERE run_id = $1',
    [support.run_id],
  );
  return rows[0]?.source_name ?? '';
}
