import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { identifyFiles } from '../../src/source/identify.js';
import { asInputError } from '../../src/source/sheets/read-errors.js';
import { openWorkbook } from '../../src/workbook/index.js';
import { coreChecksum } from '../support/core.js';
import { dumpWorkbook, smallDump, temporaryFolder, writeWorkbook } from '../support/dump.js';
import { buildXlsx, type SheetRows, xlsxParts, type ZipPart, zip } from '../support/xlsx-builder.js';
import { expectRefusal, lastRun, sharedPlant } from './bad-input-support.js';

const good = dumpWorkbook(smallDump());

/** The good workbook with one of its parts changed; the phases are sheet 7, in the middle of the merge's order. */
function withPart(
  name: string,
  change: (part: ZipPart) => ZipPart,
  edit: (sheets: SheetRows[]) => SheetRows[] = (sheets) => sheets,
): Buffer {
  let rows: SheetRows[] = [];
  dumpWorkbook(smallDump(), {
    edit: (sheets) => {
      rows = sheets;
      return sheets;
    },
  });
  return zip(xlsxParts(edit(rows)).map((part) => (part.name === name ? change(part) : part)));
}

const phases = 'xl/worksheets/sheet7.xml';
const inPhases = (change: (xml: string) => string): Buffer =>
  withPart(phases, (part) => ({ ...part, data: change(String(part.data)) }));

/** A row and its cells under another number. */
const renumberRow = (xml: string, from: number, to: number): string =>
  xml
    .replace(`<row r="${from}"`, `<row r="${to}"`)
    .replaceAll(new RegExp(`<c r="([A-Z]+)${from}"`, 'g'), `<c r="$1${to}"`);

/** Each cell in a row of its own, the first column of all rows before the second one. */
const byColumns = (xml: string): string => {
  const cells = [...xml.matchAll(/<c r="([A-Z]+)(\d+)"[^>]*?(?:\/>|>.*?<\/c>)/g)];
  const columns = [...new Set(cells.map(([, column]) => column))];
  const rows = columns.flatMap((column) => cells.filter((cell) => cell[1] === column));
  return xml.replace(
    /<sheetData>.*<\/sheetData>/s,
    () => `<sheetData>${rows.map(([cell, , row]) => `<row r="${row}">${cell}</row>`).join('')}</sheetData>`,
  );
};

const oleHead = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016)]);
const compound = (stream: string): Buffer => Buffer.concat([oleHead, Buffer.from(stream, 'utf16le')]);

const xlsb = (): Buffer =>
  zip([
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a"
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>`,
    },
    { name: 'xl/workbook.bin', data: Buffer.alloc(64) },
  ]);

const saveAsXlsx = 'guarde-o como «Livro do Excel (*.xlsx)»';

const cases: readonly [name: string, code: string, content: () => Buffer, says: readonly string[]][] = [
  ['a text file', 'NOT_A_ZIP', () => Buffer.from('Of_Id;Of_DataCriacao\n1;2\n'), ['.xlsx']],
  ['an empty file', 'NOT_A_ZIP', () => Buffer.alloc(0), ['is empty', 'Exporte o ficheiro outra vez']],
  ['an old .xls', 'OLD_XLS', () => compound('Workbook'), ['formato antigo', saveAsXlsx]],
  ['an .xlsb', 'XLSB', xlsb, ['(.xlsb)', saveAsXlsx]],
  [
    'an encrypted workbook',
    'ENCRYPTED_WORKBOOK',
    () => compound('EncryptedPackage'),
    ['palavra-passe', 'Retire a palavra-passe no Excel'],
  ],
  [
    'a truncated file',
    'TRUNCATED',
    () => good.subarray(0, good.length >> 1),
    ['incompleto', 'copie-o outra vez'],
  ],
  [
    'a zip archive that is no workbook',
    'NOT_A_WORKBOOK',
    () => zip([{ name: 'leia-me.txt', data: 'nada' }]),
    ['não é um livro do Excel'],
  ],
  [
    'a damaged sheet',
    'CORRUPT',
    () => withPart(phases, (part) => ({ ...part, crc: 1 })),
    ['danificado', phases, 'exporte-o outra vez'],
  ],
  [
    'a sheet that breaks off',
    'BAD_XML',
    () => inPhases((xml) => xml.slice(0, xml.length - 300)),
    [phases, 'guarde-o de novo'],
  ],
  [
    'a sheet whose ratio of compression is an attack',
    'ZIP_BOMB',
    () => inPhases((xml) => xml.replace('</sheetData>', `</sheetData>${' '.repeat(80 << 20)}`)),
    [phases, 'cresce para além do razoável', 'Não confie neste ficheiro'],
  ],
  [
    'a sheet with a row beyond all limits',
    'ZIP_BOMB',
    () =>
      inPhases((xml) =>
        xml.replace(
          '</row></sheetData>',
          `<c r="M81" t="inlineStr"><is><t>${randomBytes(9 << 20).toString('hex')}</t></is></c></row></sheetData>`,
        ),
      ),
    ['folha FasesOrdemFabrico', 'cresce para além do razoável', 'Não confie neste ficheiro'],
  ],
  [
    'a sheet whose row numbers fall',
    'ROWS_OUT_OF_ORDER',
    () => inPhases((xml) => renumberRow(xml, 5, 3)),
    ['FasesOrdemFabrico', 'linha 3 vem depois da linha 4', 'guarde-o de novo'],
  ],
  [
    'a sheet that has a row twice, with the same cells',
    'REPEATED_ROW',
    () => inPhases((xml) => renumberRow(xml, 5, 4)),
    ['FasesOrdemFabrico', 'célula A4', 'Exporte o ficheiro outra vez'],
  ],
  [
    'a sheet that is written column by column',
    'REPEATED_ROW',
    () => inPhases(byColumns),
    ['folha FasesOrdemFabrico', 'célula B1', 'Exporte o ficheiro outra vez'],
  ],
  [
    'a further part of a sheet that is written column by column',
    'REPEATED_ROW',
    () =>
      withPart(
        'xl/worksheets/sheet10.xml',
        (part) => ({ ...part, data: byColumns(String(part.data)) }),
        (sheets) => [...sheets, { ...sheets[6]!, name: 'FasesOrdemFabrico (2)' }],
      ),
    ['folha FasesOrdemFabrico (2)', 'célula B1', 'Exporte o ficheiro outra vez'],
  ],
  [
    'a sheet whose cells say that they stand in another row',
    'BAD_XML',
    () => inPhases((xml) => xml.replace('<row r="5"', '<row r="4"')),
    ['FasesOrdemFabrico', 'A5', 'guarde-o de novo'],
  ],
];

describe('a file that cannot be read', () => {
  const plant = sharedPlant();

  it.each(cases)('refuses %s with %s', async (_, code, content, says) => {
    const path = await writeWorkbook(content(), 'Folha de Março.xlsx');
    await expectRefusal(plant(), path, { exitCode: 3, code, says: ['Folha de Março.xlsx', ...says] });
  });

  it('refuses a file that is not there, and a folder without a manifest, before a run begins', async () => {
    const folder = await temporaryFolder();
    const before = await lastRun(plant());
    const missing = join(folder, 'ontem.xlsx');
    await expectRefusal(plant(), missing, {
      exitCode: 3,
      code: 'FILE_NOT_FOUND',
      says: [missing, 'Verifique o caminho'],
      recorded: false,
    });
    await expectRefusal(plant(), folder, {
      exitCode: 3,
      code: 'NO_MANIFEST',
      says: [folder, 'prodplan extract'],
      recorded: false,
    });
    // The two runs since are the good ones.
    expect((await lastRun(plant()))!.run_id).toBe(before!.run_id + 2);
  });

  it('refuses an extract whose manifest or CSV is not what was written', async () => {
    const workbook = await writeWorkbook(good);
    const folder = join(await temporaryFolder(), 'saída');
    expect(await plant().cli('extract', workbook, '--out', folder)).toMatchObject({ exitCode: 0 });
    await writeFile(join(folder, 'fases_ordem_fabrico.csv.gz'), 'nada');
    await expectRefusal(plant(), folder, {
      exitCode: 3,
      code: 'CORRUPT',
      says: ['fases_ordem_fabrico.csv.gz', 'Volte a extrair'],
      args: ['--force'],
    });
    await writeFile(join(folder, 'manifest.json'), '{}');
    await expectRefusal(plant(), folder, {
      exitCode: 3,
      code: 'BAD_MANIFEST',
      says: ['manifest.json', 'Volte a extrair'],
      recorded: false,
    });
  });

  it('holds the limit on the size of a sheet while it is read', async () => {
    const path = await writeWorkbook(good);
    const workbook = await openWorkbook(path, { entryBytes: 20_000 });
    const big = workbook.sheets.find((sheet) => sheet.name === 'FasesOrdemFabrico')!;
    await expect(asInputError(path, () => workbook.readSheet(big, () => {}))).rejects.toMatchObject({
      kind: 'input',
      code: 'ZIP_BOMB',
    });
    await workbook.close();
  });

  it('does not mistake a workbook without any of the sheets for a dump', async () => {
    const path = await writeWorkbook(buildXlsx([{ name: 'Folha1', rows: [['a', 'b']] }]));
    const identity = await identifyFiles(path);
    await expect(identity.open({ allowMissingSheets: true, scratch: tmpdir() })).rejects.toMatchObject({
      kind: 'contract',
      code: 'MISSING_SHEET',
    });
  });

  it('takes no pipe and no device for a file', async () => {
    const refused = await plant().cli('ingest', '/dev/zero');
    expect(refused).toMatchObject({ exitCode: 3, stdout: '' });
    expect(refused.stderr).toMatch(/NOT_A_FILE/);
  });

  it('writes one JSON object and nothing else with --json', async () => {
    const before = await coreChecksum(plant().database.pool);
    const path = await writeWorkbook(compound('Workbook'));
    const refused = await plant().cli('ingest', path, '--json');
    expect(refused).toMatchObject({ exitCode: 3, stderr: '' });
    const lines = refused.stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      status: 'failed',
      run_id: (await lastRun(plant()))!.run_id,
      sheets: [],
      error: { code: 'OLD_XLS', message: expect.stringContaining('.xls') },
    });
    expect(await coreChecksum(plant().database.pool)).toBe(before);
    const usage = await plant().cli('ingest', path, '--as-of', '2023-02-30', '--json');
    expect(usage).toMatchObject({ exitCode: 2, stderr: '' });
    expect(JSON.parse(usage.stdout)).toMatchObject({ status: 'failed', error: { code: 'BAD_AS_OF' } });
    expect(await plant().cli('ingest')).toMatchObject({ exitCode: 2, stdout: '' });
    expect(await plant().cli('ingest', path, '--no-such-option')).toMatchObject({ exitCode: 2, stdout: '' });
  });
});
