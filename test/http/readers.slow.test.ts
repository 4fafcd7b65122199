import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xlsx } from '../../src/http/exports/xlsx.js';
import { hardRows, tableOf } from '../support/hard-table.js';

const run = promisify(execFile);
const patienceMs = 120_000;
/** Modules of the benchmarks; `npm ci` there brings them. */
const bench = fileURLToPath(new URL('../../bench/', import.meta.url));

type Rows = readonly (readonly unknown[])[];

interface Reader {
  readonly name: string;
  /** Succeeds where it is installed. */
  readonly installed: readonly [string, ...string[]];
  /** All of the first sheet, as CSV or as JSON. */
  read(path: string, folder: string): Promise<Rows>;
}

async function output(program: string, ...args: readonly string[]): Promise<string> {
  const env = { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' };
  return (await run(program, args, { cwd: bench, env, timeout: patienceMs })).stdout;
}

/** The cells of a CSV; quotes count at the beginning of a cell only. */
function csvRows(text: string): Rows {
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of text.matchAll(/((?:"(?:[^"]|"")*"|[^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

const python = `
import sys, json, openpyxl
read = lambda mode: [[c.isoformat() if hasattr(c, 'isoformat') else c for c in row] for row in openpyxl.load_workbook(sys.argv[1], read_only=mode).worksheets[0].iter_rows(values_only=True)]
rows = read(False)
assert rows == read(True), 'the two modes differ'
print(json.dumps(rows))`;
const exceljs = `
import ExcelJS from 'exceljs';
const rows = [], streamed = [];
const cells = (row) => Array.from({ length: 6 }, (_, i) => row.getCell(i + 1).value);
const book = new ExcelJS.Workbook();
await book.xlsx.readFile(process.argv[1]);
book.worksheets[0].eachRow({ includeEmpty: true }, (row) => rows.push(cells(row)));
for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(process.argv[1], { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit' }))
  for await (const row of sheet) if (sheet.id === 1) streamed.push(cells(row));
if (JSON.stringify(rows) !== JSON.stringify(streamed)) throw new Error('the two ways differ');
console.log(JSON.stringify(rows));`;
const sheetjs = `
import xlsx from 'xlsx';
const book = xlsx.readFile(process.argv[1], { cellDates: true });
console.log(JSON.stringify(xlsx.utils.sheet_to_json(book.Sheets.Dados, { header: 1, defval: null })));`;
const r = (read: string) => `
rows <- as.data.frame(${read})
for (i in seq_along(rows)) if (inherits(rows[[i]], c('POSIXt', 'Date'))) rows[[i]] <- format(rows[[i]], '%Y-%m-%dT%H:%M:%S')
text <- function(one) if (is.numeric(one)) ifelse(is.na(one), NA, sapply(one, format, digits = 15)) else as.character(one)
lines <- rbind(names(rows), as.matrix(data.frame(lapply(rows, text))))
write.table(lines, sep = ',', qmethod = 'double', row.names = FALSE, col.names = FALSE, na = '')`;
const ruby = `
require 'roo'; require 'json'
sheet = Roo::Excelx.new(ARGV[0]).sheet(0)
puts JSON.generate((sheet.first_row..sheet.last_row).map { |line| sheet.row(line).map { |cell| cell.respond_to?(:iso8601) ? cell.iso8601 : cell } })`;

const json = async (...args: [string, ...string[]]): Promise<Rows> => JSON.parse(await output(...args));
const node = (module: string, script: string): Pick<Reader, 'installed' | 'read'> => ({
  installed: [process.execPath, '--input-type=module', '-e', `import ${JSON.stringify(module)}`],
  read: (path) => json(process.execPath, '--input-type=module', '-e', script, path),
});
const inR = (packages: string, read: string): Pick<Reader, 'installed' | 'read'> => ({
  installed: ['Rscript', '-e', `library(${packages})`],
  read: async (path) => csvRows(await output('Rscript', '-e', `path <- ${JSON.stringify(path)}\n${r(read)}`)),
});

const look = `
import sys, json, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book['Dados']
print(json.dumps({
  'sheets': book.sheetnames,
  'tables': [[t.name, t.ref, t.autoFilter.ref, [c.name for c in t.tableColumns]] for t in sheet.tables.values()],
  'frozen': sheet.freeze_panes,
  'widths': [sheet.column_dimensions[c].width > 10 for c in 'ABCDEF'],
  'formats': [sheet.cell(2, n).number_format for n in range(1, 7)],
}))`;
const lookInNode = `
import ExcelJS from 'exceljs';
const book = new ExcelJS.Workbook();
await book.xlsx.readFile(process.argv[1]);
const sheet = book.getWorksheet('Dados');
console.log(JSON.stringify({
  sheets: book.worksheets.map((one) => one.name),
  tables: sheet.getTables().map(({ table }) => [table.name, table.tableRef, table.autoFilterRef, table.columns.map((one) => one.name)]),
  frozen: sheet.views[0].topLeftCell,
  widths: [1, 2, 3, 4, 5, 6].map((n) => sheet.getColumn(n).width > 10),
  formats: [1, 2, 3, 4, 5, 6].map((n) => sheet.getCell(2, n).numFmt ?? 'General'),
}));`;

/** Debian's modules are those of Debian's own Python, whichever else comes first. */
const python3 = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

const readers: readonly Reader[] = [
  {
    name: 'openpyxl',
    installed: [python3, '-c', 'import openpyxl'],
    read: (path) => json(python3, '-c', python, path),
  },
  { name: 'ExcelJS', ...node('exceljs', exceljs) },
  { name: 'SheetJS', ...node('xlsx', sheetjs) },
  {
    name: 'xlsx2csv',
    installed: ['xlsx2csv', '--version'],
    read: async (path) => csvRows(await output('xlsx2csv', '--dateformat', '%Y-%m-%d %H:%M:%S', path)),
  },
  {
    name: 'gnumeric',
    installed: ['ssconvert', '--version'],
    read: async (path, folder) => {
      await output('ssconvert', '--export-type=Gnumeric_stf:stf_csv', path, join(folder, 'gnumeric.csv'));
      return csvRows(await readFile(join(folder, 'gnumeric.csv'), 'utf8'));
    },
  },
  {
    name: 'LibreOffice',
    installed: ['soffice', '--version'],
    read: async (path, folder) => {
      const own = `-env:UserInstallation=file://${folder}/office`;
      await output(
        'soffice',
        own,
        '--headless',
        '--convert-to',
        // The last word: numbers as they are, not as they are shown.
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false',
        '--outdir',
        folder,
        path,
      );
      return csvRows(await readFile(join(folder, 'export.csv'), 'utf8'));
    },
  },
  { name: 'readxl (R)', ...inR('readxl', 'readxl::read_excel(path, trim_ws = FALSE)') },
  { name: 'openxlsx (R)', ...inR('openxlsx', 'openxlsx::read.xlsx(path)') },
  {
    name: 'roo (Ruby)',
    installed: ['ruby', '-e', "require 'roo'"],
    read: (path) => json('ruby', '-e', ruby, path),
  },
];

/** A reader of tables shows days in the words of some country; nothing but a date begins so. */
const looksLikeDate = /^(?:\d{4}[-/]\d\d[-/]\d\d|\d\d?[-/]\d\d?[-/]\d\d)/;

function isInstalled([program, ...args]: Reader['installed']): boolean {
  try {
    execFileSync(program, args, { cwd: bench, stdio: 'ignore', timeout: patienceMs });
    return true;
  } catch {
    return false;
  }
}

describe('an export is read right by', () => {
  let folder: string;
  let path: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prodplan-test-'));
    path = join(folder, 'export.xlsx');
    await writeFile(path, xlsx(tableOf(hardRows)));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.for(readers)('$name', async ({ name, installed, read }, { skip }) => {
    if (!isInstalled(installed)) {
      const left = `${name} is not installed: whether it reads an export right is not tried.`;
      console.warn(left);
      skip(left);
    }
    const [header, ...rows] = await read(path, folder);
    expect(header).toEqual(['Barco', 'Texto', 'Parte', 'Dia', 'moment', 'open']);
    expect(rows.map(([id]) => Number(id))).toEqual(hardRows.map((row) => row.of_id));
    expect(rows.map(([, text]) => text || null)).toEqual(hardRows.map((row) => row.text));
    for (const [i, [, , share, day]] of rows.entries()) {
      const { share: number, day: date } = hardRows[i]!;
      // Where cells are told as they are shown, a share has as many digits as its format.
      const digits = name === 'xlsx2csv' ? 3 : 8;
      if (number !== null) expect(Number(share)).toBeCloseTo(number, digits);
      // openxlsx gives the numbers of dates unless it is asked otherwise.
      if (date !== null && name !== 'openxlsx (R)') expect(String(day), name).toMatch(looksLikeDate);
      if (date === null) expect([null, '', 'NA']).toContain(day);
    }
  });

  const shape = {
    sheets: ['Dados', 'Legenda', 'Origem'],
    frozen: 'A2',
    widths: Array(6).fill(true),
    tables: [
      [
        'teste',
        `A1:F${hardRows.length + 1}`,
        `A1:F${hardRows.length + 1}`,
        ['Barco', 'Texto', 'Parte', 'Dia', 'moment', 'open'],
      ],
    ],
  };
  const lookers = [
    ['openpyxl', [python3, '-c', look], [python3, '-c', 'import openpyxl']],
    [
      'ExcelJS',
      [process.execPath, '--input-type=module', '-e', lookInNode],
      [process.execPath, '--input-type=module', '-e', 'import "exceljs"'],
    ],
  ] satisfies [string, Reader['installed'], Reader['installed']][];
  it.for(lookers)(
    '%s as a named table with its filter, widths and formats',
    async ([name, looker, probe], { skip }) => {
      if (!isInstalled(probe)) skip(`${name} is not installed: whether it finds the table is not tried.`);
      const found = JSON.parse(await output(looker[0], ...looker.slice(1), path)) as {
        formats: string[];
      };
      expect(found).toMatchObject(shape);
      expect(found.formats.slice(0, 3)).toEqual(['General', 'General', '0.0%']);
      // A day and a moment, as each of the two calls the formats that every spreadsheet has.
      expect(found.formats[3]).toMatch(/^mm-dd-yy$/);
      expect(found.formats[4]).toMatch(/^m\/d\/yy "?h"?:mm$/);
    },
  );
});
