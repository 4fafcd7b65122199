import type { ClientBase } from 'pg';
import { phase } from '../contract/factory/index.js';
import { keepFoundIssues } from '../evidence/index.js';
import { specialFunctions } from '../platform/special-functions.js';
import { breakRule, findBreaks, type RecordingBreak, type Series } from './recording-breaks.js';

interface Published {
  readonly runId: number;
  readonly asOf: string;
  /** The last run that had what is no longer there: the one before, or this one where no run changed it. */
  readonly lastRun: number | null;
}

interface Count {
  readonly mes: string;
  readonly fase: number;
  readonly classe: string | null;
  readonly texto: string | null;
  readonly n: number;
}

/** Keeps the breaks in recording as issues. `agg_ordem` and `agg_erro_dia` must be refreshed. */
export async function refreshBreaks(client: ClientBase, { runId, asOf, lastRun }: Published): Promise<void> {
  const thisMonth = `${asOf.slice(0, 7)}-01`;
  // They load while the database counts.
  const [functions, boats] = await Promise.all([specialFunctions(), countBoats(client, thisMonth)]);
  const lines = await countLines(client, thisMonth);
  const found = findBreaks(seriesOf(boats, lines), functions);
  await keepFoundIssues(client, { runId, lastRun, type: 'RECORDING_BREAK' }, found.map(issueOf));
}

async function countBoats(client: ClientBase, before: string): Promise<Count[]> {
  const passed = (id: number, day: string): string =>
    `SELECT to_char(date_trunc('month', ${day}), 'YYYY-MM-DD') AS mes, ${id} AS fase, NULL AS classe, NULL AS texto, count(*)::int AS n
     FROM agg_ordem WHERE ${day} < $1::date GROUP BY 1`;
  const { rows } = await client.query<Count>(
    `${passed(phase.demould, 'dia_desmolde')} UNION ALL ${passed(phase.finalControl, 'dia_controlo')}`,
    [before],
  );
  return rows;
}

async function countLines(client: ClientBase, before: string): Promise<Count[]> {
  const { rows } = await client.query<Count>(
    `SELECT to_char(e.mes, 'YYYY-MM-DD') AS mes, e.fase, e.classe, d.descricao AS texto, e.n
     FROM (SELECT date_trunc('month', dia) AS mes, fase_avaliacao AS fase, classe, descricao_id, sum(erros)::int AS n
           FROM agg_erro_dia WHERE data_fiavel AND dia < $1::date AND fase_avaliacao IN (${phase.demould}, ${phase.finalControl})
           GROUP BY 1, 2, 3, 4) e
     LEFT JOIN agg_erro_descricao d USING (descricao_id)`,
    [before],
  );
  return rows;
}

/** Of each finding phase: all lines, those of each class, and those of each text. */
function seriesOf(boats: readonly Count[], lines: readonly Count[]): Series[] {
  const groups = new Map<string, { key: Omit<Series, 'meses'>; byMonth: Map<string, number> }>();
  const add = (key: Omit<Series, 'meses'>, { mes, n }: Count): void => {
    const name = JSON.stringify(key);
    const group = groups.get(name) ?? { key, byMonth: new Map() };
    groups.set(name, group);
    group.byMonth.set(mes, (group.byMonth.get(mes) ?? 0) + n);
  };
  for (const one of lines) {
    const { fase, classe, texto } = one;
    add({ classe: null, texto: null, fase }, one);
    add({ classe, texto: null, fase }, one);
    if (texto !== null) add({ classe, texto, fase }, one);
  }
  return [...groups.values()]
    .filter(({ byMonth }) => [...byMonth.values()].reduce((a, b) => a + b, 0) >= breakRule.leastLines)
    .map(({ key, byMonth }) => ({
      ...key,
      meses: monthsOf(boats, key.fase).map(({ mes, n }) => ({
        mes,
        linhas: byMonth.get(mes) ?? 0,
        barcos: n,
      })),
    }));
}

function monthsOf(boats: readonly Count[], fase: number): Pick<Count, 'mes' | 'n'>[] {
  return boats.filter((one) => one.fase === fase).toSorted((a, b) => (a.mes < b.mes ? -1 : 1));
}

function issueOf(one: RecordingBreak): { chave: string; rows: number; sample: object[] } {
  const what = one.texto ?? one.classe ?? 'todas as linhas';
  const { desde, fase, classe, texto, testes } = one;
  const short = (value: number): number => Number(value.toPrecision(4));
  const sample = {
    desde,
    fase,
    classe,
    texto,
    antes: short(one.antes),
    depois: short(one.depois),
    p: short(one.p),
    testes,
  };
  return { chave: `${what}, fase ${fase}, desde ${desde}`, rows: one.linhas, sample: [sample] };
}
