-- Boats that passed their first gate in a period and their error lines, by the phase that is the gate.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set porta NULL
SELECT q.porta, sum(q.barcos)::int AS orders_past_first_gate, sum(q.barcos_sem_defeito)::int AS orders_without_defect,
       sum(q.barcos_sem_g2)::int AS orders_without_severity_2, sum(q.barcos_sem_g3)::int AS orders_without_severity_3,
       sum(q.defeitos)::int AS defects, sum(q.defeitos_g1)::int AS severity_1, sum(q.defeitos_g2)::int AS severity_2,
       sum(q.defeitos_g3)::int AS severity_3, sum(q.defeitos_sem_culpada)::int AS defects_without_culprit,
       sum(q.defeitos_culpada_em_falta)::int AS defects_culprit_missing,
       sum(q.defeitos_desconhecidos)::int AS defects_unknown, sum(q.linhas_molde)::int AS mould_lines,
       sum(q.linhas_passou)::int AS passed_lines
FROM periodos_de(:from::date, :to::date) p
JOIN agg_periodo_qualidade q ON q.grao = p.grao AND q.inicio >= p.desde AND q.inicio < p.antes
WHERE (:produto_id::int IS NULL OR q.produto_id = :produto_id)
  AND (:familia::text IS NULL OR q.familia = :familia) AND (:porta::int IS NULL OR q.porta = :porta)
GROUP BY q.porta HAVING sum(q.barcos) > 0 ORDER BY q.porta
