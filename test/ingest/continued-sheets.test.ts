import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { extractWorkbook } from '../../src/ingestion/extract/extract-workbook.js';
import { identifyFiles } from '../../src/source/identify.js';
import { dumpWorkbook, smallDump, temporaryFolder, type WorkbookOptions } from '../support/dump.js';
import type { SheetRows } from '../support/xlsx-builder.js';

const phases = 'FasesOrdemFabrico';

async function write(name: string, options: WorkbookOptions = {}, folder?: string): Promise<string> {
  const path = join(folder ?? (await temporaryFolder()), name);
  await writeFile(path, dumpWorkbook(smallDump(), options));
  return path;
}

interface Extracted {
  readonly manifest: Awaited<ReturnType<typeof extractWorkbook>>['manifest'];
  readonly folder: string;
  readonly modified: string | null;
  csv(table: string): Promise<string>;
}

async function extract(
  paths: string | readonly string[],
  { allowMissingSheets = false, allowCutSheets = false } = {},
): Promise<Extracted> {
  const identity = await identifyFiles(paths);
  const source = await identity.open({ allowMissingSheets, scratch: tmpdir() });
  const folder = join(await temporaryFolder(), 'out');
  try {
    const { workbookSha256 } = identity;
    const { manifest } = await extractWorkbook({ source, workbookSha256, folder, allowCutSheets });
    await identity.mustBeTheSame();
    const csv = async (table: string) =>
      gunzipSync(await readFile(join(folder, `${table}.csv.gz`))).toString();
    return { manifest, folder, modified: source.modified, csv };
  } finally {
    await source.close();
  }
}

const only =
  (...names: string[]) =>
  (sheets: SheetRows[]) =>
    sheets.filter(({ name }) => names.includes(name));

const without =
  (...names: string[]) =>
  (sheets: SheetRows[]) =>
    sheets.filter(({ name }) => !names.includes(name));

/** Cuts the phases into parts of these names, with their header each; the rows end where the next part begins. */
const cutInto =
  (...parts: readonly (readonly [name: string, rows: number])[]) =>
  (sheets: SheetRows[]): SheetRows[] => {
    const [header, ...rows] = sheets.find(({ name }) => name === phases)!.rows as [SheetRows['rows'][0]];
    let at = 0;
    const cut = parts.map(([name, count]) => {
      at += count;
      return { name, rows: [header, ...(rows as SheetRows['rows']).slice(at - count, at)] };
    });
    return [...cut.toReversed(), ...without(phases)(sheets)];
  };

const sheetOf = ({ manifest }: Extracted, name = phases) =>
  manifest.sheets.find(({ sheet }) => sheet === name)!;

/** Turns the columns of one sheet round. */
const turned = (name: string) => (sheets: SheetRows[]) =>
  sheets.map((sheet) =>
    sheet.name === name ? { ...sheet, rows: sheet.rows.map((row) => row.toReversed()) } : sheet,
  );

describe('a sheet that goes on in another one of the workbook', () => {
  it('gives the rows of the whole sheet, its columns found by header in each part', async () => {
    const whole = await extract(await write('whole.xlsx'));
    const cut = cutInto([phases, 30], [`${phases} (2)`, 0], ['fasesordemfabrico_3', 49], [`${phases} 4`, 1]);
    const path = await write('cut.xlsx', { edit: (sheets) => turned('fasesordemfabrico_3')(cut(sheets)) });
    const parts = await extract(path);
    expect(await parts.csv('fases_ordem_fabrico')).toBe(await whole.csv('fases_ordem_fabrico'));
    expect(sheetOf(parts)).toMatchObject({ rows: 80, sha256: sheetOf(whole).sha256 });
    expect(sheetOf(parts).parts).toMatchObject([
      { workbook: null, sheet: phases, rows: 30 },
      { workbook: null, sheet: `${phases} (2)`, rows: 0 },
      { workbook: null, sheet: 'fasesordemfabrico_3', rows: 49 },
      { workbook: null, sheet: `${phases} 4`, rows: 1 },
    ]);
    // Rows are numbered within each part, below its header.
    expect(sheetOf(parts).row_offsets).toEqual([
      [1, 1],
      [31, -29],
      [80, -78],
    ]);
    expect(parts.manifest.drift).toEqual([]);
  });

  it('leaves out one with a number but other headers, and says so', async () => {
    const notes = {
      name: `${phases} (2)`,
      rows: [
        ['FaseOf_Id', 'Notas'],
        [1, 'a rever'],
      ],
    };
    const empty = { name: `${phases}_3`, rows: [] };
    const year = { name: 'Modelos 2022', rows: [['Produto_Id']] };
    const path = await write('notes.xlsx', { edit: (sheets) => [...sheets, notes, empty, year] });
    const { manifest } = await extract(path);
    expect(manifest.drift).toEqual(
      [notes, empty, year].map(({ name }) => ({ code: 'UNKNOWN_SHEET', sheet: name, column: null })),
    );
  });

  it('is read where Excel has no room for the whole name', async () => {
    const name = 'FuncionariosFaseOrdemFabrico';
    const split = (sheets: SheetRows[]): SheetRows[] =>
      sheets.flatMap((sheet) => {
        if (sheet.name !== name) return [sheet];
        const [header, ...rows] = sheet.rows as [SheetRows['rows'][0]];
        const part = { name: 'FuncionariosFaseOrdemFabric (2)', rows: [header, ...rows.slice(5)] };
        return [{ ...sheet, rows: [header, ...rows.slice(0, 5)] }, part];
      });
    const whole = await extract(await write('whole.xlsx'));
    const parts = await extract(await write('cut.xlsx', { edit: split }));
    expect(await parts.csv('funcionarios_fase_ordem_fabrico')).toBe(
      await whole.csv('funcionarios_fase_ordem_fabrico'),
    );
    expect(sheetOf(parts, name).parts).toMatchObject([
      { rows: 5 },
      { sheet: 'FuncionariosFaseOrdemFabric (2)' },
    ]);
    expect(parts.manifest.drift).toEqual([]);
  });

  it('is refused where its name does not say so, with the name to give it; by force it is left out', async () => {
    const edit = cutInto([phases, 30], [`${phases} (2)`, 20], ['Fases do resto', 20], [`${phases}-4`, 10]);
    const path = await write('unnumbered.xlsx', { edit });
    const refused = {
      kind: 'contract',
      code: 'UNNUMBERED_PART',
      message: expect.stringContaining(`«Fases do resto» (como ${phases})`),
      remedy: expect.stringMatching(/«Fases do resto» para «FasesOrdemFabrico \([34]\)».*--force/),
    };
    await expect(extract(path)).rejects.toMatchObject(refused);
    const forced = await extract(path, { allowCutSheets: true });
    expect(sheetOf(forced).rows).toBe(50);
    const left = [`${phases}-4`, 'Fases do resto'];
    expect(forced.manifest.drift.map(({ sheet }) => sheet).toSorted()).toEqual(left.toSorted());
    expect(new Set(forced.manifest.drift.map(({ code }) => code))).toEqual(new Set(['UNKNOWN_SHEET']));
    // The folder that came of it leaves them out as well.
    await expect(extract(forced.folder)).rejects.toMatchObject(refused);
  });

  it('is none where it has no rows, where that sheet is not read, and where it cannot be read', async () => {
    const header = (sheets: SheetRows[]) => sheets.find(({ name }) => name === phases)!.rows[0]!;
    const edit = (sheets: SheetRows[]): SheetRows[] => [
      ...sheets,
      { name: 'Modelo da folha', rows: [header(sheets), ['', ' ']] },
      { name: 'Outra', rows: [header(sheets).slice(1), [1, 2]] },
      { name: 'Avariada', rows: [header(sheets), [{ raw: '><v>1</w>' }]] },
    ];
    const { manifest } = await extract(await write('headers.xlsx', { edit }));
    expect(manifest.drift).toEqual(
      ['Modelo da folha', 'Outra', 'Avariada'].map((sheet) => ({
        code: 'UNKNOWN_SHEET',
        sheet,
        column: null,
      })),
    );
    const renamed = cutInto(['Fases do resto', 80]);
    const alone = await write('alone.xlsx', { edit: renamed });
    await expect(extract(alone)).rejects.toMatchObject({ code: 'MISSING_SHEET' });
    expect((await extract(alone, { allowMissingSheets: true })).manifest.drift).toHaveLength(1);
  });

  it('reads a hidden part, says so, and tells a column that each part has beside the contract once', async () => {
    const path = await write('hidden.xlsx', {
      edit: (sheets) =>
        cutInto(
          [phases, 40],
          [`${phases} (2)`, 40],
        )(sheets).map((sheet) =>
          sheet.name.startsWith(phases)
            ? {
                ...sheet,
                hidden: sheet.name !== phases,
                rows: sheet.rows.map((row, n) => [...row, n === 0 ? 'Nova' : 1]),
              }
            : sheet,
        ),
    });
    const found = await extract(path);
    expect(sheetOf(found).rows).toBe(80);
    expect(found.manifest.drift).toEqual([
      { code: 'HIDDEN_SHEET', sheet: `${phases} (2)`, column: null },
      { code: 'UNKNOWN_COLUMN', sheet: phases, column: 'Nova' },
    ]);
  });

  it('is refused where a number is missing or there twice', async () => {
    const gap = await write('gap.xlsx', { edit: cutInto([phases, 40], [`${phases} (3)`, 40]) });
    await expect(extract(gap)).rejects.toMatchObject({
      kind: 'contract',
      code: 'SHEET_PART_MISSING',
      message: expect.stringContaining(`falta a parte 2 da folha ${phases}, antes de «${phases} (3)»`),
    });
    const headless = await write('headless.xlsx', { edit: cutInto([`${phases} (2)`, 80]) });
    await expect(extract(headless, { allowMissingSheets: true })).rejects.toMatchObject({
      code: 'SHEET_PART_MISSING',
    });
    const twice = await write('twice.xlsx', {
      edit: cutInto([phases, 40], [`${phases} (2)`, 20], [`${phases}_2`, 20]),
    });
    await expect(extract(twice)).rejects.toMatchObject({
      kind: 'contract',
      code: 'DOUBLED_SHEET',
      message: expect.stringContaining(`«${phases}_2»`),
    });
  });

  it('may be full where a part follows; the last part is judged alone', async () => {
    const ending = (name: string, last: number) => (sheets: SheetRows[]) =>
      sheets.map((sheet) =>
        sheet.name === name
          ? { ...sheet, numbers: sheet.rows.map((_, n) => (n < sheet.rows.length - 1 ? n + 1 : last)) }
          : sheet,
      );
    const cut = cutInto([phases, 40], [`${phases} (2)`, 40]);
    const first = await write('first.xlsx', { edit: (sheets) => ending(phases, 1_048_576)(cut(sheets)) });
    expect(sheetOf(await extract(first)).row_offsets).toEqual([
      [1, 1],
      [40, 1_048_536],
      [41, -39],
    ]);
    const last = await write('last.xlsx', { edit: (sheets) => ending(`${phases} (2)`, 65_536)(cut(sheets)) });
    await expect(extract(last)).rejects.toMatchObject({
      code: 'SHEET_FULL',
      message: expect.stringContaining(`A folha ${phases} (2) está cheia`),
      remedy: expect.stringContaining(`«${phases} (3)»`),
    });
    const closed = cutInto([phases, 80], [`${phases} (2)`, 0]);
    const empty = await write('empty.xlsx', { edit: (sheets) => ending(phases, 1_048_576)(closed(sheets)) });
    expect(sheetOf(await extract(empty)).rows).toBe(80);
  });

  it('gives a folder that is read as the workbook itself, row numbers and all', async () => {
    const path = await write('cut.xlsx', {
      edit: cutInto([phases, 30], [`${phases} (2)`, 0], [`${phases} (3)`, 50], [`${phases} (4)`, 0]),
    });
    const { manifest, folder } = await extract(path);
    const again = (await extract(folder)).manifest;
    expect(again.sheets).toEqual(manifest.sheets.map((one) => ({ ...one, gzip_bytes: expect.any(Number) })));
    expect(again.workbook.sha256).toBe(manifest.workbook.sha256);
    expect(again.workbooks).toEqual(manifest.workbooks);
  });

  it('reads a manifest of before there were parts', async () => {
    const { manifest, folder } = await extract(await write('old.xlsx'));
    const { workbooks: _, ...old } = manifest;
    const sheets = old.sheets.map(({ parts: __, ...sheet }) => sheet);
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...old, sheets }));
    const again = await extract(folder);
    expect(sheetOf(again).parts).toEqual([{ workbook: null, sheet: phases, rows: 80 }]);
    expect(again.manifest.workbooks).toEqual([manifest.workbook].map(({ modified: ___, ...one }) => one));
  });
});

describe('several workbooks of one dump', () => {
  const cut = cutInto([phases, 40], [`${phases} (2)`, 40]);

  it('give what one workbook gives, each with its own texts, date system and sheets', async () => {
    const folder = await temporaryFolder();
    const whole = await extract(await write('whole.xlsx'));
    const days1904 = 1462;
    const in1904 = (sheets: SheetRows[]) =>
      sheets.map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) =>
          row.map((cell) =>
            cell !== null && typeof cell === 'object' && 'serial' in cell
              ? { serial: cell.serial - days1904 }
              : cell,
          ),
        ),
      }));
    const a = await write(
      'Folha_9.xlsx',
      {
        modified: '2023-04-20T10:00:00Z',
        edit: (sheets) => without('Modelos', `${phases} (2)`)(cut(sheets)),
      },
      folder,
    );
    const b = await write(
      'Folha_10.xlsx',
      {
        modified: '2023-04-20T10:05:00Z',
        date1904: true,
        edit: (sheets) => in1904(only('Modelos', `${phases} (2)`)(cut(sheets))),
      },
      folder,
    );
    const found = await extract([b, a]);
    for (const { sheet, table } of [
      { sheet: phases, table: 'fases_ordem_fabrico' },
      { sheet: 'Modelos', table: 'modelos' },
    ]) {
      expect(await found.csv(table)).toBe(await whole.csv(table));
      expect(sheetOf(found, sheet).sha256).toBe(sheetOf(whole, sheet).sha256);
    }
    expect(sheetOf(found).parts).toMatchObject([
      { workbook: 'Folha_9.xlsx', sheet: phases, rows: 40 },
      { workbook: 'Folha_10.xlsx', sheet: `${phases} (2)`, rows: 40 },
    ]);
    expect(found.modified).toBe('2023-04-20T10:05:00Z');
    expect(found.manifest.workbook.name).toBe('Folha_9.xlsx + Folha_10.xlsx');
    expect(found.manifest.workbooks.map(({ name }) => name)).toEqual(['Folha_9.xlsx', 'Folha_10.xlsx']);
  });

  it('join the sheets of the same name, in the order of the names', async () => {
    const folder = await temporaryFolder();
    const b = await write('b.xlsx', { edit: only(phases) }, folder);
    const a = await write('a.xlsx', {}, folder);
    const found = await extract([b, a]);
    expect(sheetOf(found)).toMatchObject({ rows: 160 });
    expect(sheetOf(found).parts).toMatchObject([
      { workbook: 'a.xlsx', sheet: phases, rows: 80 },
      { workbook: 'b.xlsx', sheet: phases, rows: 80 },
    ]);
  });

  it('are the same dump in whatever order and under whatever names they come', async () => {
    const a = await write('a.xlsx', { edit: without(phases) });
    const b = await write('b.xlsx', { edit: only(phases) });
    const c = await write('z.xlsx', { edit: without(phases) });
    const sums = await Promise.all(
      [
        [a, b],
        [b, a],
        [b, c],
      ].map(identifyFiles),
    );
    expect(new Set(sums.map((one) => one.workbookSha256)).size).toBe(1);
    const alone = (await identifyFiles(a)).workbookSha256;
    expect((await identifyFiles([a])).workbookSha256).toBe(alone);
    expect(sums[0]!.workbookSha256).not.toBe(alone);
  });

  it('are refused where a sheet is in none of them, and one that is given twice', async () => {
    const a = await write('a.xlsx', { edit: without(phases, 'Fases') });
    const b = await write('b.xlsx', { edit: only(phases) });
    await expect(extract([a, b])).rejects.toMatchObject({
      code: 'MISSING_SHEET',
      message: expect.stringMatching(/Faltam folhas no ficheiro: Fases\..*b\.xlsx: FasesOrdemFabrico/),
    });
    const copy = await write('c.xlsx', { edit: only(phases) });
    for (const paths of [
      [b, b],
      [a, b, copy],
    ])
      await expect(extract(paths)).rejects.toMatchObject({ kind: 'input', code: 'DOUBLED_WORKBOOK' });
  });

  it('are refused where one has no headers, with its name; files of the same name are told apart', async () => {
    const a = await write('Folha.xlsx', { edit: without(phases) });
    const b = await write('Folha.xlsx', {
      edit: (sheets) => only(phases)(sheets).map((sheet) => ({ ...sheet, rows: [['x']] })),
    });
    await expect(extract([a, b])).rejects.toMatchObject({
      code: 'MISSING_COLUMN',
      message: expect.stringContaining(`A folha ${b}: ${phases}`),
    });
  });

  it('are refused if one of them changes while they are read', async () => {
    const a = await write('a.xlsx', { edit: without(phases) });
    const b = await write('b.xlsx', { edit: only(phases) });
    const identity = await identifyFiles([a, b]);
    await writeFile(b, dumpWorkbook(smallDump()));
    await expect(identity.mustBeTheSame()).rejects.toMatchObject({
      code: 'FILE_CHANGED',
      message: expect.stringContaining('b.xlsx'),
    });
  });
});
