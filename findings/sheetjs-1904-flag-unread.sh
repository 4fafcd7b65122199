#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS 0.20.3 as published on npm), exceljs 4.4.0, read-excel-file 9.3.17.
# What happens: SheetJS marks a workbook of the 1904 date system with date1904="true". ExcelJS and read-excel-file
#   take only "1" for yes, so both read 31 March 2024 from it as 30 March 2020. SheetJS reads its own file right,
#   and with the mark rewritten as "1" all three agree.
# Why it surprises: the attribute is an XML Schema boolean, for which "true" and "1" are the same value; all three
#   support the 1904 system, and a test with a workbook saved by Excel, which writes "1", passes in each of them.
# Whom it hurts: whoever hands workbooks between JavaScript libraries: each date moves by 1462 days, all of them
#   alike, so that intervals still look right. readxl 1.4.2 (R) was seen to do the same as ExcelJS with this file.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --prefer-offline \
  @e965/xlsx@0.20.3 exceljs@4.4.0 read-excel-file@9.3.17 fflate@0.8.2
cat >probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';

const book = XLSX.utils.book_new();
book.Workbook = { WBProps: { date1904: true } };
const options = { cellDates: true, date1904: true, UTC: true };
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[new Date('2024-03-31')]], options), 'Folha');
const asTrue = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' });

const parts = unzipSync(asTrue);
const workbookXml = strFromU8(parts['xl/workbook.xml']);
assert.match(workbookXml, / date1904="true"/);
parts['xl/workbook.xml'] = strToU8(workbookXml.replace('date1904="true"', 'date1904="1"'));
const asOne = zipSync(parts);

const iso = (value) => value.toISOString().slice(0, 10);
async function days(bytes) {
  writeFileSync('book.xlsx', bytes);
  const exceljs = new ExcelJS.Workbook();
  await exceljs.xlsx.readFile('book.xlsx');
  const sheetjs = XLSX.read(bytes, { cellDates: true, UTC: true }).Sheets.Folha;
  return {
    sheetjs: iso(XLSX.utils.sheet_to_json(sheetjs, { header: 1, UTC: true })[0][0]),
    exceljs: iso(exceljs.worksheets[0].getCell('A1').value),
    readExcelFile: iso((await readExcelFile('book.xlsx'))[0].data[0][0]),
  };
}
console.log('date1904="true"', await days(asTrue));
console.log('date1904="1"   ', await days(asOne));
const [right, wrong] = ['2024-03-31', '2020-03-30'];
assert.deepEqual(await days(asTrue), { sheetjs: right, exceljs: wrong, readExcelFile: wrong });
assert.deepEqual(await days(asOne), { sheetjs: right, exceljs: right, readExcelFile: right });
EOF
node probe.mjs
