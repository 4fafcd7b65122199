import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractWorkbook } from '../../src/ingestion/extract/extract-workbook.js';
import { identifyFiles } from '../../src/source/identify.js';
import { dumpWorkbook, smallDump, temporaryFolder, writeWorkbook } from '../support/dump.js';
import type { SheetRows } from '../support/xlsx-builder.js';

/** The last row of a sheet gets this number; the rows before it stay where they are. */
const endingAt =
  (name: string, last: number) =>
  (sheets: SheetRows[]): SheetRows[] =>
    sheets.map((sheet) => {
      const numbers = sheet.rows.map((_, place) => (place < sheet.rows.length - 1 ? place + 1 : last));
      return sheet.name === name ? { ...sheet, numbers } : sheet;
    });

async function extract(path: string, allowCutSheets = false) {
  const identity = await identifyFiles(path);
  const source = await identity.open({ allowMissingSheets: false, scratch: tmpdir() });
  const folder = join(await temporaryFolder(), 'out');
  try {
    const { manifest } = await extractWorkbook({
      source,
      workbookSha256: identity.workbookSha256,
      folder,
      allowCutSheets,
    });
    return { manifest, folder };
  } catch (error) {
    // Without a manifest nobody takes what was written for a whole extract.
    expect(await readdir(folder)).not.toContain('manifest.json');
    throw error;
  } finally {
    await source.close();
  }
}

const workbookOf = (edit: (sheets: SheetRows[]) => SheetRows[]) =>
  writeWorkbook(dumpWorkbook(smallDump(), { edit }));

describe('a sheet that ends where the grid ends', () => {
  it.each([
    ['FasesOrdemFabrico', 1_048_576, '1 048 576', 'FasesOrdemFabrico (2)'],
    ['OrdemFabricoErros', 65_536, '65 536', 'OrdemFabricoErros (2)'],
    // Excel holds names of 31 characters.
    ['FuncionariosFaseOrdemFabrico', 65_536, '65 536', 'FuncionariosFaseOrdemFabric (2)'],
  ])('is refused: %s at row %i', async (sheet, last, shown, next) => {
    const path = await workbookOf(endingAt(sheet, last));
    const refused = await extract(path).then(
      () => null,
      (error) => error,
    );
    expect(refused).toMatchObject({ kind: 'contract', code: 'SHEET_FULL' });
    expect(refused.message.replaceAll(/\s/g, ' ')).toContain(
      `A folha ${sheet} está cheia: acaba na linha ${shown}`,
    );
    expect(refused.remedy).toContain(`«${next}»`);
    expect(refused.remedy).toContain('--force');
  });

  it.each([1_048_575, 65_535, 65_537])('is taken where it ends at row %i', async (last) => {
    const { manifest } = await extract(await workbookOf(endingAt('FasesOrdemFabrico', last)));
    const phases = manifest.sheets.find((one) => one.sheet === 'FasesOrdemFabrico')!;
    expect(phases.rows).toBe(80);
    expect(phases.row_offsets.at(-1)).toEqual([80, last - 80]);
  });

  it('is not one whose last rows are only formatted', async () => {
    const path = await workbookOf((sheets) =>
      sheets.map((sheet) =>
        sheet.name === 'Modelos'
          ? {
              ...sheet,
              rows: [...sheet.rows, [' ']],
              numbers: [...sheet.rows.map((_, place) => place + 1), 1_048_576],
            }
          : sheet,
      ),
    );
    const { manifest } = await extract(path);
    expect(manifest.sheets.find((one) => one.sheet === 'Modelos')?.rows).toBe(3);
  });

  it('is taken by force, and refused again in the folder that came of it', async () => {
    const { folder } = await extract(await workbookOf(endingAt('Modelos', 65_536)), true);
    await expect(extract(folder)).rejects.toMatchObject({ code: 'SHEET_FULL' });
    expect((await extract(folder, true)).manifest.sheets).toHaveLength(9);
  });
});
