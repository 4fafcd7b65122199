import { addToArray } from './phases.js';
import { secondsSql } from './rules.js';
import type { Scope } from './scope.js';
import { phaseDelta, type Step, touchedPhases } from './touched.js';

const month = (day: string): string => `date_trunc('month', ${day})::date`;

/** What everybody took part in, counted anew. */
export async function buildEmployees({ client, asOf }: Scope): Promise<void> {
  // From the file's own columns, as everywhere here: no aggregate rests on the derived columns of phases.
  const event = 'coalesce(f.faseof_fim, f.faseof_inicio)';
  await client.query(`
    CREATE TEMP TABLE a_funcionario ON COMMIT DROP AS
    SELECT w.funcionariofaseof_funcionario_id AS funcionario_id, f.faseof_fase_id AS fase_id,
           ${month(`CASE WHEN ${event} <= ${asOf} THEN ${event} END`)} AS mes,
           count(*)::int AS participacoes, (count(*) FILTER (WHERE w.funcionariofaseof_chefe))::int AS chefias,
           (count(*) FILTER (WHERE f.faseof_retorno))::int AS retornos, array_agg(${secondsSql('f', asOf)}) AS segundos
    FROM funcionarios_fase_ordem_fabrico w JOIN fases_ordem_fabrico f ON f.faseof_id = w.funcionariofaseof_faseof_id GROUP BY 1, 2, 3`);
  await client.query('DELETE FROM agg_funcionario_fase');
  await client.query(`
    INSERT INTO agg_funcionario_fase (funcionario_id, fase_id, mes, participacoes, chefias, retornos, segundos)
    SELECT funcionario_id, fase_id, mes, participacoes, chefias, retornos, array_remove(segundos, NULL) FROM a_funcionario`);
  await client.query('DROP TABLE a_funcionario');
}

/** The figures of those whose phases or assignments were touched, put right. */
export async function adjustEmployees({ client, runId }: Step): Promise<void> {
  const changed = `run_changes n WHERE n.run_id = ${runId} AND n.tabela = 'funcionarios_fase_ordem_fabrico'`;
  const now = `SELECT w.funcionariofaseof_faseof_id AS faseof_id, w.funcionariofaseof_funcionario_id AS funcionario_id, w.funcionariofaseof_chefe AS chefe
    FROM funcionarios_fase_ordem_fabrico w JOIN ${touchedPhases} t ON t.faseof_id = w.funcionariofaseof_faseof_id`;
  await client.query(`
    CREATE TEMP TABLE a_mudado ON COMMIT DROP AS
    SELECT split_part(n.chave, '|', 1)::integer AS faseof_id, split_part(n.chave, '|', 2)::integer AS funcionario_id,
           n.before IS NOT NULL AS havia, (n.before->>'funcionariofaseof_chefe')::boolean AS chefe FROM ${changed};
    ANALYZE a_mudado;
    CREATE TEMP TABLE a_agora ON COMMIT DROP AS ${now};
    ANALYZE a_agora;
    CREATE TEMP TABLE a_delta ON COMMIT DROP AS
    SELECT p.funcionario_id, f.fase_id, ${month('f.evento')} AS mes, p.chefe, f.retorno, f.segundos, sum(f.sinal)::int AS n
    FROM (
      SELECT -1 AS sinal, faseof_id, funcionario_id, chefe FROM a_mudado WHERE havia
      UNION ALL SELECT -1, a.faseof_id, a.funcionario_id, a.chefe FROM a_agora a
        WHERE NOT EXISTS (SELECT FROM a_mudado m WHERE m.faseof_id = a.faseof_id AND m.funcionario_id = a.funcionario_id)
      UNION ALL SELECT 1, faseof_id, funcionario_id, chefe FROM a_agora
    ) p JOIN ${phaseDelta} f ON f.faseof_id = p.faseof_id AND f.sinal = p.sinal
    GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(f.sinal) <> 0`);
  await client.query(`
    CREATE TEMP TABLE a_novo ON COMMIT DROP AS
    SELECT d.funcionario_id, d.fase_id, d.mes, coalesce(h.participacoes, 0) + d.participacoes AS participacoes,
           coalesce(h.chefias, 0) + d.chefias AS chefias, coalesce(h.retornos, 0) + d.retornos AS retornos,
           ${addToArray('h.segundos', 'd.valores', 'd.vezes')} AS segundos
    FROM (
      SELECT funcionario_id, fase_id, mes, sum(n)::int AS participacoes, coalesce(sum(n) FILTER (WHERE chefe), 0)::int AS chefias,
             coalesce(sum(n) FILTER (WHERE retorno), 0)::int AS retornos,
             array_agg(segundos ORDER BY segundos) FILTER (WHERE segundos IS NOT NULL) AS valores,
             array_agg(n ORDER BY segundos) FILTER (WHERE segundos IS NOT NULL) AS vezes
      FROM a_delta GROUP BY 1, 2, 3) d
    LEFT JOIN agg_funcionario_fase h ON h.funcionario_id = d.funcionario_id AND h.fase_id = d.fase_id
      AND coalesce(h.mes, '-infinity') = coalesce(d.mes, '-infinity')`);
  await client.query(`
    DELETE FROM agg_funcionario_fase h USING a_novo d
    WHERE h.funcionario_id = d.funcionario_id AND h.fase_id = d.fase_id AND coalesce(h.mes, '-infinity') = coalesce(d.mes, '-infinity')`);
  await client.query(`
    INSERT INTO agg_funcionario_fase (funcionario_id, fase_id, mes, participacoes, chefias, retornos, segundos)
    SELECT funcionario_id, fase_id, mes, participacoes, chefias, retornos, segundos FROM a_novo WHERE participacoes <> 0`);
  await client.query('DROP TABLE a_mudado, a_agora, a_delta, a_novo');
}
