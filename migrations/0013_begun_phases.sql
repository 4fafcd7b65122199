-- What the forecast reads of an order's phases, kept, so that a run reads those of the orders that it touches only.
-- Up Migration

CREATE TABLE agg_comecos (
  of_id integer PRIMARY KEY,
  comecos text NOT NULL
);
COMMENT ON TABLE agg_comecos IS 'Orders that the forecast learns from or is made for: open, or finished in the last year and a half';
COMMENT ON COLUMN agg_comecos.comecos IS 'Phases that it began, by the day on which it first did: phase:day phase:day, days since 2000-01-01';

-- Down Migration

DROP TABLE agg_comecos;
