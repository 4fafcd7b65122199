-- Error lines without a severity, of the boats that passed their first gate in a period: any of them may be of the one asked for.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set porta NULL \set fase_id NULL
-- \set classes '{BOAT_DEFECT,UNKNOWN}' \set descricao_id NULL \set detecting_fase_id NULL
SELECT coalesce(sum(e.erros - e.erros_g1 - e.erros_g2 - e.erros_g3), 0)::int AS lines
FROM erros_do_periodo(:from::date, :to::date, :produto_id::int) e
WHERE e.classe = ANY (:classes::text[]) AND (:familia::text IS NULL OR e.familia = :familia) AND (:porta::int IS NULL OR e.porta = :porta)
  AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id) AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
  AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
