-- The phases that are rework, by their number.
SELECT array_agg(faseof_id)::text AS faseof_ids FROM fases_ordem_fabrico WHERE faseof_retorno
