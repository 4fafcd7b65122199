-- Phases of finished orders that stand on record without any date.
SELECT array_agg(f.faseof_of_id)::text AS of_ids, array_agg(f.faseof_fase_id)::text AS fase_ids
FROM fases_ordem_fabrico f JOIN agg_order a ON a.of_id = f.faseof_of_id
WHERE f.faseof_inicio IS NULL AND f.faseof_fim IS NULL AND f.faseof_fase_id IS NOT NULL AND a.state = 'DONE' AND a.lead_time_days IS NOT NULL
