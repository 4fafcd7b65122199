#!/usr/bin/env bash
# pg 8.23.1 on Node 20.20.2.
# What happens: pg writes a Date parameter as local time with an offset in whole minutes. Before standard time the
#   offsets of cities had seconds: Lisbon was 36 min 45 s behind until 1912, Madrid 14 min 44 s until 1901. The
#   seconds are cut off, so the text names another instant: midnight of 1 January 1900 goes out 45 s (Madrid 44 s)
#   too early. Stored in a timestamptz and read back on PostgreSQL 15 in that zone it is 1899-12-31 23:59:15, the
#   day before.
# Why it surprises: the same Date reaches a date or a timestamp column whole, reading back is exact to the second
#   (postgres-date knows offsets with seconds), and in Berlin nothing happens to that day.
# Whom it hurts: data with 1900-01-01 as the "no date" mark, as many ERPs and spreadsheets have it: the comparison
#   with the mark fails, and counts by day or by year get an 1899. toISOString() in place of the Date avoids it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --prefer-offline pg@8.23.1
cat >probe.cjs <<'EOF'
const assert = require('node:assert/strict');
const { prepareValue } = require('pg/lib/utils');

const date = new Date(1900, 0, 1);
const sent = prepareValue(date);
const drift = (Date.parse(sent) - date.getTime()) / 1000;
console.log(process.env.TZ, 'meant', date.toISOString(), 'sent', sent, 'drift in seconds', drift);
assert.equal(`${sent} ${drift}`, process.argv[2]);
EOF
TZ=Europe/Lisbon node probe.cjs '1900-01-01T00:00:00.000-00:36 -45'
TZ=Europe/Madrid node probe.cjs '1900-01-01T00:00:00.000-00:14 -44'
TZ=Europe/Berlin node probe.cjs '1900-01-01T00:00:00.000+01:00 0'
