-- In psql: \set run_id 1
SELECT gate, state, rate::float8 AS rate, threshold::float8 AS threshold, rows, covered_rows, reason, remedy,
       bounds->>'figure' AS figure, (bounds->>'value')::float8 AS value, (bounds->>'lowest')::float8 AS lowest,
       (bounds->>'highest')::float8 AS highest
FROM feature_gates
WHERE run_id = :run_id
