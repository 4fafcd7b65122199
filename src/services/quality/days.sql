-- Boats by the day of their first inspection, and their error lines on that same day, by family and kind of route; without a day what
-- has none that can be trusted, which may be of any period.
SELECT day, date_trunc('week', day)::date AS week, familia, first_inspection, boats, defects, mould_lines, passed_lines, lines_without_inspection, finished_without_inspection
FROM agg_day_quality
UNION ALL
SELECT NULL, NULL, familia, first_inspection, sum(boats)::int, sum(defects)::int, sum(mould_lines)::int, sum(passed_lines)::int,
       sum(lines_without_inspection)::int, sum(finished_without_inspection)::int
FROM agg_period_quality WHERE grain = 'no_day' GROUP BY familia, first_inspection
