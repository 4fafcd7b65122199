-- What each employee took part in, over whole months; durations against the phase's own median.
-- In psql: \set from '''2023-02-01''' \set to '''2023-04-30''' \set fase_id NULL \set least 10 \set after 0 \set rows 51
WITH rows AS MATERIALIZED (
  SELECT funcionario_id, fase_id, participations, led_phases, reworks, seconds
  FROM agg_employee_phase
  WHERE month >= :from::date AND month <= :to::date AND (:fase_id::int IS NULL OR fase_id = :fase_id)
), sums AS (
  SELECT funcionario_id, sum(participations)::int AS participations, sum(led_phases)::int AS led_phases, sum(reworks)::int AS reworks,
         count(DISTINCT fase_id)::int AS phases
  FROM rows GROUP BY 1
), ranked AS (
  SELECT *, row_number() OVER (ORDER BY participations DESC, pseudonym COLLATE "C") AS rank,
         sum(participations) OVER ()::int AS rows_used
  -- Each pseudonym is made once: OFFSET 0 keeps it from being made again wherever it is named.
  FROM (SELECT *, pseudonym(funcionario_id) AS pseudonym FROM sums OFFSET 0) s
), page AS MATERIALIZED (
  SELECT * FROM ranked WHERE rank > :after::int ORDER BY rank LIMIT :rows::int
), medians AS (
  -- Sorting durations is what costs: only those of whom the page shows.
  SELECT l.funcionario_id, l.fase_id, count(*) AS n, percentile_disc(0.5) WITHIN GROUP (ORDER BY s) AS median
  FROM rows l CROSS JOIN LATERAL unnest(l.seconds) s
  WHERE l.funcionario_id IN (SELECT funcionario_id FROM page)
  GROUP BY 1, 2
), paces AS (
  SELECT d.funcionario_id, sum(d.n)::int AS n, sum(d.n * d.median / m.median_seconds::float8) / sum(d.n) AS ratio
  FROM medians d JOIN agg_phase_median m ON m.fase_id = d.fase_id
  GROUP BY 1
)
SELECT o.rank::int AS rank, o.pseudonym, o.funcionario_id, f.funcionario_nome, o.participations,
       o.led_phases, o.phases AS distinct_phases, o.reworks AS rework_participations,
       o.reworks::float8 / nullif(o.participations, 0) AS rework_share, coalesce(r.n, 0) AS durations,
       CASE WHEN r.n >= :least::int THEN r.ratio END AS duration_ratio, o.rows_used
FROM page o
LEFT JOIN paces r ON r.funcionario_id = o.funcionario_id
LEFT JOIN funcionarios f ON f.funcionario_id = o.funcionario_id
ORDER BY o.rank
