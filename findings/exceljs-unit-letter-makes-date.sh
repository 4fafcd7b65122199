#!/usr/bin/env bash
# exceljs 4.4.0.
# What happens: a number whose format shows a unit as an escaped letter (0.0\ \d for days, #,##0.00\ \m for metres),
#   or leaves the width of one (0.0_d), comes back as a Date: 4.5 is written and 1900-01-03T12:00Z is read. The same
#   unit in quotes (0.0" d") is read as 4.5. A duration shown in hours only ([h]) is the other way round: it stays a
#   number, while [h]:mm is a Date.
# Why it surprises: quotes and backslash mean the same in a number format, and the library wrote the file itself. It
#   takes text in quotes and brackets out before it looks for y, m, d, h, s, b, but not the character after a
#   backslash or an underscore.
# Whom it hurts: readers of planning sheets: lead times in days, lengths in metres and cycle times in seconds turn
#   into days of January 1900, and only in the columns where someone typed the unit in this way.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --prefer-offline exceljs@4.4.0
cat >probe.cjs <<'EOF'
const assert = require('node:assert/strict');
const ExcelJS = require('exceljs');

const date = new Date('1900-01-03T12:00:00Z');
const expected = [
  ['0.0\\ \\d', date],
  ['#,##0.00\\ \\m', date],
  ['0.0\\ \\s', date],
  ['0.0_d', date],
  ['0.0" d"', 4.5],
  ['0.0_)', 4.5],
  ['[h]', 4.5],
  ['[h]:mm', date],
];
(async () => {
  const written = new ExcelJS.Workbook();
  const sheet = written.addWorksheet('Prazos');
  expected.forEach(([format], i) => {
    sheet.getCell(i + 1, 1).value = 4.5;
    sheet.getCell(i + 1, 1).numFmt = format;
  });
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(await written.xlsx.writeBuffer());
  expected.forEach(([format, value], i) => {
    const cell = read.worksheets[0].getCell(i + 1, 1);
    console.log(format.padEnd(14), cell.value);
    assert.deepEqual(cell.value, value);
  });
})();
EOF
node probe.cjs
