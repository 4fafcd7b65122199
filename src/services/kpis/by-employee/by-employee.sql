-- What each employee took part in, over whole months; durations against the phase's own median.
-- In psql: \set from '''2023-02-01''' \set to '''2023-04-30''' \set fase_id NULL \set least 10 \set after 0 \set rows 51
WITH linhas AS MATERIALIZED (
  SELECT funcionario_id, fase_id, participacoes, chefias, retornos, segundos
  FROM agg_funcionario_fase
  WHERE mes >= :from::date AND mes <= :to::date AND (:fase_id::int IS NULL OR fase_id = :fase_id)
), somas AS (
  SELECT funcionario_id, sum(participacoes)::int AS participacoes, sum(chefias)::int AS chefias, sum(retornos)::int AS retornos,
         count(DISTINCT fase_id)::int AS fases
  FROM linhas GROUP BY 1
), ordenados AS (
  SELECT *, row_number() OVER (ORDER BY participacoes DESC, pseudonym COLLATE "C") AS rank,
         sum(participacoes) OVER ()::int AS rows_used
  -- Each pseudonym is made once: OFFSET 0 keeps it from being made again wherever it is named.
  FROM (SELECT *, pseudonimo(funcionario_id) AS pseudonym FROM somas OFFSET 0) s
), pagina AS MATERIALIZED (
  SELECT * FROM ordenados WHERE rank > :after::int ORDER BY rank LIMIT :rows::int
), medianas AS (
  -- Sorting durations is what costs: only those of whom the page shows.
  SELECT l.funcionario_id, l.fase_id, count(*) AS n, percentile_disc(0.5) WITHIN GROUP (ORDER BY s) AS mediana
  FROM linhas l CROSS JOIN LATERAL unnest(l.segundos) s
  WHERE l.funcionario_id IN (SELECT funcionario_id FROM pagina)
  GROUP BY 1, 2
), ritmos AS (
  SELECT d.funcionario_id, sum(d.n)::int AS n, sum(d.n * d.mediana / m.mediana_segundos::float8) / sum(d.n) AS razao
  FROM medianas d JOIN agg_fase_mediana m ON m.fase_id = d.fase_id
  GROUP BY 1
)
SELECT o.rank::int AS rank, o.pseudonym, o.funcionario_id, f.funcionario_nome, o.participacoes AS participations,
       o.chefias AS led_phases, o.fases AS distinct_phases, o.retornos AS rework_participations,
       o.retornos::float8 / nullif(o.participacoes, 0) AS rework_share, coalesce(r.n, 0) AS durations,
       CASE WHEN r.n >= :least::int THEN r.razao END AS duration_ratio, o.rows_used
FROM pagina o
LEFT JOIN ritmos r ON r.funcionario_id = o.funcionario_id
LEFT JOIN funcionarios f ON f.funcionario_id = o.funcionario_id
ORDER BY o.rank
