#!/usr/bin/env bash
# luxon 3.7.2 beside date-fns 4.1.0, Node 20.20.2 (its ICU carries CLDR 48).
# What happens: asked for the week of a day in Portuguese of Portugal, Luxon takes the locale's week rules from the
#   runtime (week begins on Sunday, first week needs four days) and date-fns takes its own (Monday, four days). In
#   most years only Sundays differ. In years that begin on a Thursday (2026, 2032) it is every day but Sunday:
#   Monday 16 March 2026 is week 12 for date-fns and for ISO 8601, and week 11 for Luxon.
# Why it surprises: Portugal plans in ISO weeks, both libraries are told "Portuguese", and a test with working days
#   of 2024 passes; the disagreement comes with the year. Neither library warns.
# Whom it hurts: anyone who labels or groups production by localWeekNumber or startOf('week') with useLocaleWeeks.
#   weekNumber (ISO) agrees with date-fns in all the years tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --prefer-offline luxon@3.7.2 date-fns@4.1.0
cat >probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import { getISOWeek, getWeek } from 'date-fns';
import { pt } from 'date-fns/locale/pt';
import { DateTime } from 'luxon';

const day = (iso) => DateTime.fromISO(iso, { locale: 'pt-PT', zone: 'utc' });
const weeks = (d) => [getWeek(d.toJSDate(), { locale: pt }), d.localWeekNumber];
/** Days of the year, Monday to Saturday and Sundays, on which the two week numbers differ. */
function differing(year) {
  const count = { weekdays: 0, sundays: 0, iso: 0 };
  for (let d = day(`${year}-01-01`); d.year === year; d = d.plus({ days: 1 })) {
    const [fns, luxon] = weeks(d);
    if (fns !== luxon) count[d.weekday === 7 ? 'sundays' : 'weekdays'] += 1;
    if (d.weekNumber !== getISOWeek(d.toJSDate())) count.iso += 1;
  }
  return count;
}
console.log('16 March 2026 [date-fns, Luxon]', weeks(day('2026-03-16')));
assert.deepEqual(weeks(day('2026-03-16')), [12, 11]);
for (const [year, weekdays, sundays] of [[2024, 0, 52], [2025, 3, 52], [2026, 313, 0], [2032, 314, 0]]) {
  console.log(year, differing(year));
  assert.deepEqual(differing(year), { weekdays, sundays, iso: 0 });
}
EOF
TZ=UTC node probe.mjs
