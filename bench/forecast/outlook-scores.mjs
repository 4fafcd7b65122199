/** Interval score at 80 %: the width, and ten times what a count lies outside. */
const score = (low, high) =>
  `(${high} - ${low} + 10 * greatest(0, ${low} - came) + 10 * greatest(0, came - ${high}))`;

/** Of the boats open at each past week that has an interval: how often it held what came, and its score against that of independent boats. */
export const openScores = `
  SELECT horizon_days, count(*)::int AS weeks, (count(*) FILTER (WHERE came BETWEEN low AND high))::int AS covered,
         (count(*) FILTER (WHERE came BETWEEN alone_low AND alone_high))::int AS covered_alone,
         sum(${score('low', 'high')})::float8 AS score, sum(${score('alone_low', 'alone_high')})::float8 AS score_alone
  FROM forecast_origin_open WHERE low IS NOT NULL GROUP BY horizon_days ORDER BY horizon_days`;

/** Of all boats: the median error over all weeks tried, of the forecast and of the pace of 13 weeks, and how often the interval held. */
export const outputScores = `
  SELECT horizon_days, count(*)::int AS weeks, count(low)::int AS judged, (count(*) FILTER (WHERE came BETWEEN low AND high))::int AS covered,
         percentile_disc(0.5) WITHIN GROUP (ORDER BY abs(came - expected) / greatest(came, 1)) AS error,
         percentile_disc(0.5) WITHIN GROUP (ORDER BY abs(came - pace) / greatest(came, 1)) AS error_pace
  FROM forecast_origin_output GROUP BY horizon_days ORDER BY horizon_days`;
