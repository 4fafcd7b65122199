import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extractWorkbook } from '../../../dist/ingestion/extract/extract-workbook.js';
import { identifyFiles } from '../../../dist/source/identify.js';
import { takenByFastPath, withoutFastPath } from '../lib/paths-of-reading.mjs';
import { chancesOf } from '../lib/random.mjs';
import { kept } from '../lib/record.mjs';
import { drawModel, fieldsOf } from './model.mjs';
import { WorkbookWriter } from './workbook.mjs';

export const shapes = {
  name: 'shapes',
  about: `Nine sheets of drawn rows are written as a workbook in a form that ECMA-376 and XML allow, drawn from a grammar of
writers' habits: prefixes and namespaces (transitional, strict, mixed, redeclared), order and quotes of attributes, white
space, empty elements, rows and cells with and without \`r\`, a row for every cell, shared, inline, rich and formula texts, stale values,
references, CDATA, comments, instructions, foreign elements, AlternateContent, ISO dates and serials of both systems,
styles in any order, UTF-8, UTF-16, windows-1252 and ISO-8859-1, leftover sheets, and zip archives that are stored,
deflated, with descriptors or zip64. \`extract\` must write the drawn values, field by field; once as it reads by itself
and once by its general path alone.`,
  run,
  rows,
};

async function run(context) {
  const { record, rest, only } = context;
  if (only !== null) return await tryCase(context, only);
  while (rest()) {
    await tryCase(context, record.takeCase());
    if (record.counted('workbooks') % 100 === 0) record.save();
  }
}

async function tryCase({ record, seed, scratch, commit, only }, number) {
  const chances = chancesOf(seed, number);
  const model = drawModel(chances);
  const path = join(scratch, 'shape.xlsx');
  writeFileSync(path, new WorkbookWriter(chances).write(model));
  record.count('workbooks');
  record.count(
    'rows',
    model.reduce((sum, { rows }) => sum + rows.length, 0),
  );
  takenByFastPath();
  const byItself = await outcome(path, scratch, model);
  record.count('rows and texts by the fast path', takenByFastPath());
  const general = await withoutFastPath(() => outcome(path, scratch, model));
  for (const [how, found] of [
    ['as it reads by itself', byItself],
    ['by the general path', general],
  ]) {
    if (found === null) continue;
    retainFile(path, seed, number);
    record.fail(number, `${found.what}, ${how}`, found.detail, commit);
    if (only === null && byItself?.detail === general?.detail) break;
  }
}

/** Null where every field is as it was drawn. */
async function outcome(path, scratch, model) {
  const folder = join(scratch, 'shape');
  try {
    const identity = await identifyFiles(path);
    const source = await identity.open({ allowMissingSheets: false, scratch });
    try {
      await extractWorkbook({ source, workbookSha256: identity.workbookSha256, folder });
    } finally {
      await source.close();
    }
    return differenceOf(model, folder);
  } catch (error) {
    return {
      what: error.code === undefined ? 'crash' : `refused as ${error.code}`,
      detail: error.code === undefined ? error.stack : error.message,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function differenceOf(model, folder) {
  for (const one of model) {
    const text = gunzipSync(readFileSync(join(folder, `${one.sheet.table}.csv.gz`))).toString();
    const found = parseCsv(text).slice(1);
    const wanted = one.rows.map((row) => fieldsOf(one, row));
    const place = wanted.findIndex((fields, at) => JSON.stringify(fields) !== JSON.stringify(found[at]));
    if (place >= 0 || found.length !== wanted.length) {
      return {
        what: 'wrong value',
        detail: `${one.sheet.sheet}, row ${place + 1} of ${wanted.length}: ${JSON.stringify(found[place])} instead of ${JSON.stringify(wanted[place])}`,
      };
    }
  }
  return null;
}

/** Fields with commas, quotes doubled within quotes. */
function parseCsv(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n"]*))(,|\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  rows.pop();
  return rows;
}

function retainFile(path, seed, number) {
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, `shapes-${seed}-${number}.xlsx`), readFileSync(path));
}

function rows(record) {
  return [
    ['workbooks, each read twice', record.counted('workbooks'), ''],
    ['rows in them', record.counted('rows'), ''],
    ['rows and shared texts that the fast path read', record.counted('rows and texts by the fast path'), ''],
  ];
}
