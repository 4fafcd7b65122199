#!/usr/bin/env bash
# exceljs 4.4.0.
# What happens: its streaming writer stores a text of several formats as an inline string with one run per format.
#   Its streaming reader gives back only the last run of such a cell, as a plain string; its reader of whole files
#   gives them all. "OF-10 97" with a bold 97 is read as "97".
# Why it surprises: writer and reader are the same library in the same mode, and what is left looks like a complete
#   value. Runs in the table of shared strings are joined correctly, so the same text written with useSharedStrings
#   reads well.
# Whom it hurts: exporters and importers of large sheets, for whom the streaming interface is meant: codes and notes
#   with one word in bold lose their beginning, without an error.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --prefer-offline exceljs@4.4.0
cat >probe.cjs <<'EOF'
const assert = require('node:assert/strict');
const ExcelJS = require('exceljs');

async function write(useSharedStrings) {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: 'runs.xlsx', useSharedStrings });
  const value = { richText: [{ text: 'OF-10 ' }, { font: { bold: true }, text: '97' }] };
  workbook.addWorksheet('Folha').addRow([value, 'fim']).commit();
  await workbook.commit();
}
const texts = (row) => [row.getCell(1).text, row.getCell(2).text];
async function whole() {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile('runs.xlsx');
  return texts(workbook.worksheets[0].getRow(1));
}
async function streamed() {
  const options = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache' };
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader('runs.xlsx', options))
    for await (const row of sheet) return texts(row);
}
(async () => {
  await write(false);
  console.log('inline string: whole', await whole(), 'streamed', await streamed());
  assert.deepEqual(await whole(), ['OF-10 97', 'fim']);
  assert.deepEqual(await streamed(), ['97', 'fim']);
  await write(true);
  console.log('shared string: whole', await whole(), 'streamed', await streamed());
  assert.deepEqual(await whole(), ['OF-10 97', 'fim']);
  assert.deepEqual(await streamed(), ['OF-10 97', 'fim']);
})();
EOF
node probe.cjs
