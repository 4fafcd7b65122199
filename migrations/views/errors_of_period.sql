-- The error lines of the boats that passed their first inspection in a period: of all products from the sums, of one product line by line.
CREATE FUNCTION errors_of_period(first_day date, last_day date, product integer) RETURNS TABLE (
  day date, familia text, first_inspection smallint, class text, fase_avaliacao integer, fase_culpada integer, descricao_id integer,
  errors integer, errors_severity_1 integer, errors_severity_2 integer, errors_severity_3 integer)
LANGUAGE sql STABLE ROWS 1000 AS $$
  SELECT e.start_day, e.familia, e.first_inspection, e.class, e.fase_avaliacao, e.fase_culpada, e.descricao_id, e.errors, e.errors_severity_1, e.errors_severity_2, e.errors_severity_3
  FROM periods_of(first_day, last_day) p JOIN agg_period_error e ON e.grain = p.grain AND e.start_day >= p.from_day AND e.start_day < p.before
  WHERE product IS NULL
  UNION ALL
  SELECT e.first_inspection_day, e.familia, e.first_inspection, e.class, e.fase_avaliacao, e.fase_culpada, e.descricao_id, e.errors,
         CASE WHEN e.gravidade = 1 THEN e.errors ELSE 0 END, CASE WHEN e.gravidade = 2 THEN e.errors ELSE 0 END,
         CASE WHEN e.gravidade = 3 THEN e.errors ELSE 0 END
  FROM agg_error_day e
  WHERE e.produto_id = product AND e.first_inspection_day >= coalesce(first_day, '-infinity') AND e.first_inspection_day <= coalesce(last_day, 'infinity')
$$;
