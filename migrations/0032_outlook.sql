-- How many boats come, tried week by week: what an interval for boats that depend on one another is told from.
-- Up Migration

CREATE TABLE forecast_origin_open (
  origin_day date NOT NULL,
  horizon_days integer NOT NULL,
  orders integer NOT NULL,
  expected double precision NOT NULL,
  came integer NOT NULL,
  factor double precision NOT NULL,
  low integer,
  high integer,
  alone_low integer NOT NULL,
  alone_high integer NOT NULL,
  PRIMARY KEY (horizon_days, origin_day)
);
COMMENT ON TABLE forecast_origin_open IS 'Of the orders open on the morning of a past day, how many were expected and came within so many days from it on';
COMMENT ON COLUMN forecast_origin_open.factor IS 'The hazard of every order would have had to be multiplied by it for as many to come as came';
COMMENT ON COLUMN forecast_origin_open.low IS 'Interval told from the factors of the 52 weeks over by then; null where fewer were. alone_low, alone_high: were the boats independent';

CREATE TABLE forecast_origin_output (
  origin_day date NOT NULL,
  horizon_days integer NOT NULL,
  pace double precision NOT NULL,
  expected double precision NOT NULL,
  came integer NOT NULL,
  low integer,
  high integer,
  PRIMARY KEY (horizon_days, origin_day)
);
COMMENT ON TABLE forecast_origin_output IS 'Boats expected to be finished within so many days from a past day on, by the pace of 13 weeks and by the forecast, and those that were';

CREATE TABLE forecast_finish_order (
  cutoff_day date PRIMARY KEY,
  orders integer NOT NULL,
  correlation double precision NOT NULL,
  correlation_base double precision NOT NULL
);
COMMENT ON TABLE forecast_finish_order IS 'Rank correlation of the order in which open boats were told to be finished with the one in which they were; correlation_base: by the baseline';

-- Down Migration

DROP TABLE forecast_finish_order;
DROP TABLE forecast_origin_output;
DROP TABLE forecast_origin_open;
