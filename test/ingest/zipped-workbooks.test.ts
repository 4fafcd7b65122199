import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workbookMoment } from '../../src/jobs/workbooks/post.js';
import { identifyFiles } from '../../src/source/identify.js';
import { dumpWorkbook, smallDump, temporaryFolder, writeWorkbook } from '../support/dump.js';
import { type ZipPart, zip } from '../support/xlsx-builder.js';

const phases = 'FasesOrdemFabrico';
const first = dumpWorkbook(smallDump(), { edit: (all) => all.filter(({ name }) => name !== phases) });
const second = dumpWorkbook(smallDump(), { edit: (all) => all.filter(({ name }) => name === phases) });

const write = (parts: readonly ZipPart[]) => writeWorkbook(zip(parts), 'Folha_IA.zip');

/** Rows of each sheet, and what is left in the scratch folder while the source is open and afterwards. */
async function read(path: string | readonly string[]) {
  const scratch = join(await temporaryFolder(), 'scratch');
  const identity = await identifyFiles(path);
  const source = await identity.open({ allowMissingSheets: false, scratch });
  const rows = new Map<string, number>();
  const during = await readdir(scratch).catch(() => []);
  try {
    for (const { sheet, read: readSheet } of source.sheets) {
      let count = 0;
      await readSheet({ onPart: () => {}, onRow: () => void count++ }, { betweenChunks: async () => {} });
      rows.set(sheet.sheet, count);
    }
  } finally {
    await source.close();
  }
  return { identity, source, rows, left: [...during, ...(await readdir(scratch).catch(() => []))] };
}

async function refusal(path: string, code: string, says: string) {
  // It has an identity, so that the run which refuses it can be recorded.
  const identity = await identifyFiles(path);
  expect(identity.workbookSha256).toMatch(/^[0-9a-f]{64}$/);
  const scratch = await temporaryFolder();
  await expect(identity.open({ allowMissingSheets: true, scratch })).rejects.toMatchObject({
    kind: 'input',
    code,
    message: expect.stringContaining(says),
  });
  expect(await readdir(scratch)).toEqual([]);
}

describe('a zip of the workbooks of one dump', () => {
  it.each([
    ['deflated', {}],
    ['stored', { stored: true }],
    ['with sizes behind the data', { descriptor: true }],
    ['in zip64 form', { zip64: true }],
  ])('is what the workbooks are, %s', async (_, how) => {
    const path = await write([
      { name: 'export/A.xlsx', data: first, ...how },
      { name: 'export/B.XLSX', data: second, ...how },
    ]);
    const { identity, source, rows, left } = await read(path);
    expect(rows.get(phases)).toBe(80);
    expect(rows.size).toBe(9);
    expect(left).toEqual([]);
    expect(source.sheets.find(({ sheet }) => sheet.sheet === phases)?.parts).toMatchObject([
      { workbook: 'B.XLSX', sheet: phases },
    ]);
    const apart = await identifyFiles([
      await writeWorkbook(second, 'x.xlsx'),
      await writeWorkbook(first, 'y.xlsx'),
    ]);
    expect(identity.workbookSha256).toBe(apart.workbookSha256);
    expect(identity).toMatchObject({ name: 'Folha_IA.zip', sizeBytes: (await stat(path)).size });
  });

  it('may hold one workbook, which is then the dump, and what systems put beside it', async () => {
    const whole = dumpWorkbook(smallDump());
    const path = await write([
      { name: '__MACOSX/._Folha_IA.xlsx', data: 'x' },
      { name: '.DS_Store', data: 'x' },
      { name: '~$Folha_IA.xlsx', data: 'x' },
      { name: 'Folha_IA.xlsx', data: whole },
    ]);
    const { identity, rows } = await read(path);
    expect(rows.get(phases)).toBe(80);
    expect(identity.workbookSha256).toBe((await identifyFiles(await writeWorkbook(whole))).workbookSha256);
  });

  it('may stand beside a workbook', async () => {
    const inZip = await write([{ name: 'B.xlsx', data: second }]);
    expect((await read([inZip, await writeWorkbook(first, 'A.xlsx')])).rows.get(phases)).toBe(80);
  });

  it('never takes a name within it for a path', async () => {
    const path = await write([
      { name: '../../A.xlsx', data: first },
      { name: '/etc/B\u0007.xlsx', data: second },
    ]);
    const { rows, source, left } = await read(path);
    expect([rows.get(phases), left]).toEqual([80, []]);
    expect(source.workbooks.map(({ name }) => name)).toEqual(['A.xlsx', 'B_.xlsx']);
  });

  it.each<[string, ZipPart[], string, string]>([
    [
      'with another thing',
      [
        { name: 'A.xlsx', data: first },
        { name: 'ler.txt', data: 'x' },
      ],
      'NOT_ONLY_WORKBOOKS',
      'ler.txt',
    ],
    [
      'with a zip',
      [
        { name: 'A.xlsx', data: first },
        { name: 'b.zip', data: zip([{ name: 'B.xlsx', data: second }]) },
      ],
      'NOT_ONLY_WORKBOOKS',
      'b.zip',
    ],
    [
      'with a zip that is called a workbook',
      [{ name: 'A.xlsx', data: zip([{ name: 'B.xlsx', data: second }]) }],
      'NOT_A_WORKBOOK',
      'Folha_IA.zip, A.xlsx',
    ],
    ['without workbooks', [{ name: 'ler.txt', data: 'x' }], 'NOT_A_WORKBOOK', 'Folha_IA.zip'],
    [
      'with a workbook twice',
      [
        { name: 'A.xlsx', data: first },
        { name: 'B.xlsx', data: first },
      ],
      'DOUBLED_WORKBOOK',
      'B.xlsx',
    ],
    [
      'with a name twice',
      [
        { name: 'A.xlsx', data: first },
        { name: 'a.xlsx', data: second },
      ],
      'CORRUPT',
      'Folha_IA.zip',
    ],
    [
      'with a password',
      [{ name: 'A.xlsx', data: first, encrypted: true }],
      'ENCRYPTED_WORKBOOK',
      'Folha_IA.zip',
    ],
    ['with a wrong checksum', [{ name: 'A.xlsx', data: first, crc: 1 }], 'CORRUPT', 'Folha_IA.zip'],
    [
      'packed by another method',
      [{ name: 'A.xlsx', data: first, method: 9 }],
      'UNSUPPORTED_COMPRESSION',
      'Folha_IA.zip',
    ],
    [
      'that grows beyond reason',
      [{ name: 'A.xlsx', data: Buffer.alloc(80 << 20) }],
      'ZIP_BOMB',
      'Folha_IA.zip',
    ],
    [
      'that says so',
      [
        { name: 'A.xlsx', data: first, size: 0xff_ff_ff_f0 },
        { name: 'B.xlsx', data: second, size: 0xff_ff_ff_f0 },
        { name: 'C.xlsx', data: second, size: 0xff_ff_ff_f0 },
      ],
      'ZIP_BOMB',
      'Folha_IA.zip',
    ],
  ])('is refused %s', async (_, parts, code, says) => {
    await refusal(await write(parts), code, says);
  });

  it('is refused if it changes after its workbooks were summed', async () => {
    const path = await write([{ name: 'A.xlsx', data: dumpWorkbook(smallDump()) }]);
    const identity = await identifyFiles(path);
    const other = smallDump();
    other.modelos!.pop();
    await writeFile(path, zip([{ name: 'A.xlsx', data: dumpWorkbook(other) }]));
    const scratch = await temporaryFolder();
    await expect(identity.open({ allowMissingSheets: false, scratch })).rejects.toMatchObject({
      kind: 'input',
      code: expect.stringMatching(/^(FILE_CHANGED|CORRUPT)$/),
    });
    await expect(identity.mustBeTheSame()).rejects.toMatchObject({ code: 'FILE_CHANGED' });
  });

  it('stands in line by the time at which its newest workbook was written', async () => {
    const bytes = Buffer.from(await readFile(await write([{ name: 'A.xlsx', data: second }])));
    const at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    bytes.writeUInt16LE((17 << 11) | (30 << 5), at + 12);
    bytes.writeUInt16LE(((2023 - 1980) << 9) | (4 << 5) | 30, at + 14);
    const path = await writeWorkbook(bytes, 'Folha_IA.zip');
    expect(new Date(await workbookMoment(path)).toISOString()).toBe('2023-04-30T17:30:00.000Z');
  });
});
