import type pg from 'pg';
import type { Reply } from '../../services/index.js';
import { wordOf } from '../exports/columns/codes.js';

type Support = Reply['support'];
type Fact = readonly [name: string, value: string];

/** What an exported answer rests on, in the words of the page. */
export function factsOf(reply: Reply): readonly Fact[] {
  const { support } = reply;
  return [
    ['estado', String(wordOf('state', reply.status))],
    ...('reason' in reply ? [['razão', reply.reason] as const] : []),
    ...('suggestion' in reply ? [['o que fazer', reply.suggestion] as const] : []),
    ['carga', String(support.run_id)],
    ['versão dos dados', String(support.data_version)],
    ['momento do ficheiro', support.as_of],
    ...windowOf(support),
    ['definição', support.method],
    ['consulta', support.sql ?? ''],
    ['linhas usadas', String(support.rows_used)],
    ...support.rows_excluded.map(({ reason, rows }) => [`de fora: ${reason}`, String(rows)] as const),
    ...boundsOf(support),
    ...support.rules.map(ruleOf),
    ...(support.gates ?? []).map(gateOf),
    ...support.match_rates.map(
      ({ reference, row_rate }) => [`correspondência de ${reference}`, String(row_rate ?? '')] as const,
    ),
  ];
}

function windowOf({ window }: Support): Fact[] {
  if (window === undefined) return [];
  return [['período', `${window.from ?? 'desde sempre'} a ${window.to ?? 'até ao fim'}`]];
}

function boundsOf({ bounds }: Support): Fact[] {
  if (bounds?.lowest == null || bounds.highest == null) return [];
  return [
    ['limites', `entre ${bounds.lowest} e ${bounds.highest}, conforme o que fossem as linhas que faltam`],
  ];
}

/** A setting by which the answer was counted. */
function ruleOf({ name, value, from, decided_at }: Support['rules'][number]): Fact {
  const where = { ASKED: 'pedido', SETTING: `das Definições, desde ${decided_at}`, USUAL: 'de origem' }[from];
  return [`regra ${name}`, `${value ?? 'por decidir'} (${where})`];
}

function gateOf({ gate, state, threshold, rows, covered_rows }: NonNullable<Support['gates']>[number]): Fact {
  const limit = threshold === null ? '' : `; limiar ${threshold}`;
  return [`critério ${gate}`, `${String(wordOf('state', state))}: ${covered_rows} de ${rows} linhas${limit}`];
}

/** The file whose rows the answer is of, as it was called. */
export async function sourceNameOf(pool: pg.Pool, { support }: Reply): Promise<string> {
  const { rows } = await pool.query<{ source_name: string }>(
    'SELECT source_name FROM ingestion_runs WHERE run_id = $1',
    [support.run_id],
  );
  return rows[0]?.source_name ?? '';
}
