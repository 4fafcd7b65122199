import type { ClientBase } from 'pg';
import { keepLostRows } from './lost-rows.js';
import { errorMeasures, orderMeasures, phaseMeasures, type RowDay, unlistedMeasure } from './measures.js';

/** Rows that are counted: by which days, and what of each. */
interface Source {
  readonly days: Readonly<Partial<Record<RowDay, string>>>;
  readonly family: string;
  /** Measure -> SQL of what a row adds to it. */
  readonly measures: Readonly<Record<string, string>>;
  readonly from: string;
}

const named = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]));

const orderDays = { criacao: 'dia_criacao', acabamento: 'dia_acabamento', desmolde: 'dia_desmolde' } as const;

const sources: readonly Source[] = [
  { days: orderDays, family: 'familia', measures: named(orderMeasures), from: 'ordem_cobertura' },
  {
    days: { desmolde: 'dia_desmolde' },
    family: 'familia',
    measures: named(errorMeasures),
    from: 'erro_cobertura',
  },
  { days: orderDays, family: `'?'`, measures: { [unlistedMeasure]: '1' }, from: 'ordem_nao_listada' },
  {
    days: { fase: 'mes' },
    family: 'familia',
    measures: {
      [phaseMeasures[0]]: 'fases',
      [phaseMeasures[1]]:
        'CASE WHEN EXISTS (SELECT FROM fases_catalogo c WHERE c.fase_id = x.fase_id) THEN fases ELSE 0 END',
      [phaseMeasures[2]]: 'cardinality(segundos)',
    },
    from: 'agg_fase_mes',
  },
];

/** Counts, within the publishing transaction, which rows the new state lost, and what it has of what it should have. */
export async function keepCoverage(client: ClientBase, runId: number, base: number | null): Promise<void> {
  await keepMeans(client);
  await keepLostRows(client, runId, base);
  await countCoverage(client);
}

/** The same for a state whose aggregates changed without a run. */
export async function recountCoverage(client: ClientBase): Promise<void> {
  await keepMeans(client);
  await countCoverage(client);
}

/** What the views need to know of products, and of all orders together. */
async function keepMeans(client: ClientBase): Promise<void> {
  await client.query('DELETE FROM cobertura_rota');
  await client.query(`
    INSERT INTO cobertura_rota (produto_id, passos)
    SELECT produtofase_produto_id, count(*)::integer FROM fases_standard_modelos
    WHERE produtofase_produto_id IS NOT NULL GROUP BY 1`);
  await client.query(`
    UPDATE cobertura_desmolde SET dias = (
      SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY dia_acabamento - dia_porta) FROM agg_ordem
      WHERE dia_acabamento >= dia_porta)`);
}

/** By month and family. The aggregates must be refreshed, and the issues kept. */
async function countCoverage(client: ClientBase): Promise<void> {
  await client.query('DELETE FROM cobertura');
  for (const source of sources) await client.query(sumsOf(source));
  await client.query(lostSums);
}

/** All measures of a source in one pass, then turned into a row each. */
function sumsOf({ days, family, measures, from }: Source): string {
  const clocks = Object.entries(days).map(([day, column]) => `('${day}', x.${column})`);
  const names = Object.keys(measures);
  const sums = names.map((name, place) => `sum(${measures[name]}) AS m${place}`);
  const turned = names.map((name, place) => `('${name}', s.m${place})`);
  return `
    INSERT INTO cobertura (relogio, mes, familia, medida, linhas)
    SELECT s.relogio, s.mes, s.familia, v.medida, v.linhas
    FROM (
      SELECT d.relogio, coalesce(date_trunc('month', d.dia)::date, '-infinity') AS mes, ${family} AS familia, ${sums.join(', ')}
      FROM ${from} x CROSS JOIN LATERAL (VALUES ${clocks.join(', ')}) d(relogio, dia)
      GROUP BY 1, 2, 3
    ) s CROSS JOIN LATERAL (VALUES ${turned.join(', ')}) v(medida, linhas)
    WHERE v.linhas > 0`;
}

const lostSums = `
  INSERT INTO cobertura (relogio, mes, familia, medida, linhas)
  SELECT d.relogio, coalesce(date_trunc('month', d.dia)::date, '-infinity'), familia, 'perdidas_' || tabela, sum(linhas)
  FROM linhas_perdidas x
  CROSS JOIN LATERAL (VALUES ('criacao', x.dia_criacao), ('acabamento', x.dia_acabamento), ('desmolde', x.dia_desmolde)) d(relogio, dia)
  GROUP BY 1, 2, 3, 4`;
