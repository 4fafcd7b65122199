#!/usr/bin/env bash
# exceljs 4.4.0, read-excel-file 9.3.17, beside @e965/xlsx 0.20.3 (SheetJS 0.20.3 as published on npm).
# What happens: a text that the workbook's XML wraps in CDATA is lost by ExcelJS and by read-excel-file, whether it
#   stands in the cell or in the table of shared strings: an empty string or no value at all. SheetJS returns the
#   text.
# Why it surprises: CDATA is another way of writing the same characters, and programs that put XML together by hand
#   use it for "R&D" or "< 5 mm". Nothing is raised: the row is there, its numbers are right, its names are blank.
# Whom it hurts: importers that take a blank as "not given": articles without a name, orders without a reference.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --prefer-offline \
  exceljs@4.4.0 read-excel-file@9.3.17 @e965/xlsx@0.20.3 fflate@0.8.2
cat >probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';

// A workbook of ExcelJS with one shared string; the second file differs only in how the same text is written down.
const plain = new ExcelJS.Workbook();
plain.addWorksheet('Artigos').addRow(['R&D', 7]);
const asEntity = new Uint8Array(await plain.xlsx.writeBuffer());
const rewritten = (part, from, to) => {
  const parts = unzipSync(asEntity);
  const xml = strFromU8(parts[part]);
  assert.match(xml, from);
  parts[part] = strToU8(xml.replace(from, to));
  return zipSync(parts);
};
const asCdata = rewritten('xl/sharedStrings.xml', /<t>R&amp;D<\/t>/, '<t><![CDATA[R&D]]></t>');
const inCell = rewritten(
  'xl/worksheets/sheet1.xml',
  /<c r="A1" t="s"><v>0<\/v><\/c>/,
  '<c r="A1" t="inlineStr"><is><t><![CDATA[R&D]]></t></is></c>',
);

async function read(bytes) {
  writeFileSync('book.xlsx', bytes);
  const exceljs = new ExcelJS.Workbook();
  await exceljs.xlsx.readFile('book.xlsx');
  const row = exceljs.worksheets[0].getRow(1);
  return {
    exceljs: [row.getCell(1).text, row.getCell(2).value],
    readExcelFile: (await readExcelFile('book.xlsx'))[0].data[0],
    sheetjs: XLSX.utils.sheet_to_json(XLSX.read(bytes).Sheets.Artigos, { header: 1 })[0],
  };
}
const right = ['R&D', 7];
const files = [['entity', asEntity, false], ['CDATA shared', asCdata, true], ['CDATA in the cell', inCell, true]];
for (const [name, bytes, lost] of files) {
  const seen = await read(bytes);
  console.log(name, seen);
  assert.deepEqual(seen, {
    exceljs: lost ? ['', 7] : right,
    readExcelFile: lost ? [null, 7] : right,
    sheetjs: right,
  });
}
EOF
node probe.mjs
