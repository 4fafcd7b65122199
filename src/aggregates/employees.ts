import { firstDaySql } from '../contract/sql.js';
import { addToArray } from './phases.js';
import { secondsSql } from './rules.js';
import type { Scope } from './scope.js';
import { phaseDelta, type Step, touchedPhases } from './touched.js';

/** What everybody took part in, counted anew. */
export async function buildEmployees({ client, asOf }: Scope): Promise<void> {
  // From the file's own columns, as everywhere here: no aggregate rests on the derived columns of phases.
  const event = 'coalesce(f.faseof_fim, f.faseof_inicio)';
  await client.query(`
    CREATE TEMP TABLE a_employee ON COMMIT DROP AS
    SELECT w.funcionariofaseof_funcionario_id AS funcionario_id, f.faseof_fase_id AS fase_id,
           ${firstDaySql('month', `CASE WHEN ${event} <= ${asOf} THEN ${event} END`)} AS month,
           count(*)::int AS participations, (count(*) FILTER (WHERE w.funcionariofaseof_chefe))::int AS led_phases,
           (count(*) FILTER (WHERE f.faseof_retorno))::int AS reworks, array_agg(${secondsSql('f', asOf)}) AS seconds
    FROM funcionarios_fase_ordem_fabrico w JOIN fases_ordem_fabrico f ON f.faseof_id = w.funcionariofaseof_faseof_id GROUP BY 1, 2, 3`);
  await client.query('DELETE FROM agg_employee_phase');
  await client.query(`
    INSERT INTO agg_employee_phase (funcionario_id, fase_id, month, participations, led_phases, reworks, seconds)
    SELECT funcionario_id, fase_id, month, participations, led_phases, reworks, array_remove(seconds, NULL) FROM a_employee`);
  await client.query('DROP TABLE a_employee');
}

/** The figures of those whose phases or assignments were touched, put right. */
export async function adjustEmployees({ client, runId }: Step): Promise<void> {
  const changed = `run_changes n WHERE n.run_id = ${runId} AND n.table_name = 'funcionarios_fase_ordem_fabrico'`;
  const now = `SELECT w.funcionariofaseof_faseof_id AS faseof_id, w.funcionariofaseof_funcionario_id AS funcionario_id, w.funcionariofaseof_chefe AS is_leader
    FROM funcionarios_fase_ordem_fabrico w JOIN ${touchedPhases} t ON t.faseof_id = w.funcionariofaseof_faseof_id`;
  await client.query(`
    CREATE TEMP TABLE a_changed_assignment ON COMMIT DROP AS
    SELECT split_part(n.key, '|', 1)::integer AS faseof_id, split_part(n.key, '|', 2)::integer AS funcionario_id,
           n.before IS NOT NULL AS existed, (n.before->>'funcionariofaseof_chefe')::boolean AS is_leader FROM ${changed};
    ANALYZE a_changed_assignment;
    CREATE TEMP TABLE a_current_assignment ON COMMIT DROP AS ${now};
    ANALYZE a_current_assignment;
    CREATE TEMP TABLE a_delta ON COMMIT DROP AS
    SELECT p.funcionario_id, f.fase_id, ${firstDaySql('month', 'f.event_time')} AS month, p.is_leader, f.is_rework, f.seconds, sum(f.sign)::int AS n
    FROM (
      SELECT -1 AS sign, faseof_id, funcionario_id, is_leader FROM a_changed_assignment WHERE existed
      UNION ALL SELECT -1, a.faseof_id, a.funcionario_id, a.is_leader FROM a_current_assignment a
        WHERE NOT EXISTS (SELECT FROM a_changed_assignment m WHERE m.faseof_id = a.faseof_id AND m.funcionario_id = a.funcionario_id)
      UNION ALL SELECT 1, faseof_id, funcionario_id, is_leader FROM a_current_assignment
    ) p JOIN ${phaseDelta} f ON f.faseof_id = p.faseof_id AND f.sign = p.sign
    GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(f.sign) <> 0`);
  await client.query(`
    CREATE TEMP TABLE a_employee_new ON COMMIT DROP AS
    SELECT d.funcionario_id, d.fase_id, d.month, coalesce(h.participations, 0) + d.participations AS participations,
           coalesce(h.led_phases, 0) + d.led_phases AS led_phases, coalesce(h.reworks, 0) + d.reworks AS reworks,
           ${addToArray('h.seconds', 'd.durations', 'd.times')} AS seconds
    FROM (
      SELECT funcionario_id, fase_id, month, sum(n)::int AS participations, coalesce(sum(n) FILTER (WHERE is_leader), 0)::int AS led_phases,
             coalesce(sum(n) FILTER (WHERE is_rework), 0)::int AS reworks,
             array_agg(seconds ORDER BY seconds) FILTER (WHERE seconds IS NOT NULL) AS durations,
             array_agg(n ORDER BY seconds) FILTER (WHERE seconds IS NOT NULL) AS times
      FROM a_delta GROUP BY 1, 2, 3) d
    LEFT JOIN agg_employee_phase h ON h.funcionario_id = d.funcionario_id AND h.fase_id = d.fase_id
      AND coalesce(h.month, '-infinity') = coalesce(d.month, '-infinity')`);
  await client.query(`
    DELETE FROM agg_employee_phase h USING a_employee_new d
    WHERE h.funcionario_id = d.funcionario_id AND h.fase_id = d.fase_id AND coalesce(h.month, '-infinity') = coalesce(d.month, '-infinity')`);
  await client.query(`
    INSERT INTO agg_employee_phase (funcionario_id, fase_id, month, participations, led_phases, reworks, seconds)
    SELECT funcionario_id, fase_id, month, participations, led_phases, reworks, seconds FROM a_employee_new WHERE participations <> 0`);
  await client.query('DROP TABLE a_changed_assignment, a_current_assignment, a_delta, a_employee_new');
}
