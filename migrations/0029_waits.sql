-- The phases of each order in one row, so that the waits of all boats are read in a moment; and no lead times by period any more:
-- nothing reads them since they are counted from the orders themselves.
-- Up Migration

CREATE TABLE agg_order_phases (
  of_id integer PRIMARY KEY,
  faseof_ids integer[] NOT NULL,
  fase_ids integer[] NOT NULL,
  sequences integer[] NOT NULL,
  started_seconds integer[] NOT NULL,
  ended_seconds integer[] NOT NULL
);
COMMENT ON TABLE agg_order_phases IS 'Of each order the phases that began or ended: lists of equal length, in no order';
COMMENT ON COLUMN agg_order_phases.started_seconds IS 'Since 2000-01-01, as FaseOf_Inicio says; null where it is missing. No more than 68 years either way';
COMMENT ON COLUMN agg_order_phases.ended_seconds IS 'The same of FaseOf_Fim';

-- As the first run after this would write them, so that nobody is told meanwhile that no boat waits.
INSERT INTO agg_order_phases
SELECT faseof_of_id, array_agg(faseof_id), array_agg(faseof_fase_id), array_agg(faseof_sequencia::int),
       array_agg(CASE WHEN faseof_inicio IS NOT NULL THEN greatest(least(date_part('epoch', faseof_inicio) - 946684800, 2147483647), -2147483647)::int END),
       array_agg(CASE WHEN faseof_fim IS NOT NULL THEN greatest(least(date_part('epoch', faseof_fim) - 946684800, 2147483647), -2147483647)::int END)
FROM fases_ordem_fabrico WHERE faseof_inicio IS NOT NULL OR faseof_fim IS NOT NULL GROUP BY faseof_of_id;

DROP TABLE agg_period_lead_time;

-- Down Migration

CREATE TABLE agg_period_lead_time (
  grain text COLLATE "C" NOT NULL,
  start_day date NOT NULL,
  familia text COLLATE "C" NOT NULL,
  lead_time_days integer NOT NULL,
  orders integer NOT NULL
);
CREATE INDEX agg_period_lead_time_idx ON agg_period_lead_time (grain, start_day);
COMMENT ON TABLE agg_period_lead_time IS 'Lead times of finished orders (agg_order.lead_time_days) by finish day, counted';

INSERT INTO agg_period_lead_time
SELECT g.grain, g.start_day, o.familia, o.lead_time_days, count(*)::int
FROM agg_order o CROSS JOIN LATERAL (VALUES
  ('day', o.finished_day), ('month', date_trunc('month', o.finished_day)::date), ('year', date_trunc('year', o.finished_day)::date), ('all', '-infinity')
) g (grain, start_day)
WHERE o.state = 'DONE' AND o.lead_time_days IS NOT NULL GROUP BY 1, 2, 3, 4;

DROP TABLE agg_order_phases;
