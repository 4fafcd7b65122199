import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { xlsxParts, zip } from '../../../test/support/xlsx-builder.js';
import { sheets } from '../../contract/index.js';
import { findToInspect } from '../../inspection/open.js';
import { openWorkbook } from '../../workbook/index.js';
import { type OpenedDump, openAll } from './open-all.js';
import type { Source } from './types.js';
import { openWorkbookSource } from './workbook.js';

const folder = mkdtempSync(join(tmpdir(), 'lost-sheets-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

/** A workbook of the nine sheets whose list has been changed. */
function workbookWith(change: (list: string) => string): string {
  const rows = sheets.map(({ sheet, columns }) => ({
    name: sheet,
    rows: [Object.values(columns).map(({ header }) => header)],
  }));
  const parts = xlsxParts(rows).map((part) =>
    part.name === 'xl/workbook.xml' ? { ...part, data: change(part.data.toString()) } : part,
  );
  const path = join(folder, `${++files}.xlsx`);
  writeFileSync(path, zip(parts));
  return path;
}

function opened(path: string): Promise<OpenedDump> {
  return openAll([{ name: 'book.xlsx', sha256: '', open: () => openWorkbook(path) }], folder);
}

async function sourceOf(path: string, allowMissingSheets = false): Promise<Source> {
  return openWorkbookSource(await opened(path), { name: 'book.xlsx', allowMissingSheets });
}

const listed = (name: string, id: string) =>
  `<sheet name="${name}" sheetId="99" state="veryHidden" r:id="${id}"/>`;

describe('a sheet that is listed and not there', () => {
  it('is left out where nobody needs it', async () => {
    for (const id of ['', 'rId99']) {
      const path = workbookWith((xml) => xml.replace('</sheets>', `${listed('Module1', id)}</sheets>`));
      const source = await sourceOf(path);
      await source.close();
      expect(source.sheets).toHaveLength(sheets.length);
      expect(source.drift).toEqual([]);
      const dump = await opened(path);
      const { drift } = await findToInspect(dump);
      await dump.close();
      expect(drift).toEqual([]);
    }
  });

  it('is refused where it is one of the contract, or goes on with one, whatever is allowed to be missing', async () => {
    const broken = [
      workbookWith((xml) => xml.replace('r:id="rId2"', 'r:id=""')),
      workbookWith((xml) => xml.replace('r:id="rId2"', 'r:id="rId99"')),
      ...['Modelos (2)', 'modelos_2', 'Modelos 2'].map((name) =>
        workbookWith((xml) => xml.replace('</sheets>', `${listed(name, '')}</sheets>`)),
      ),
    ];
    for (const path of broken) {
      const refused = { code: 'SHEETS_LOST', message: expect.stringContaining('«') };
      await expect(sourceOf(path, true)).rejects.toMatchObject(refused);
      const dump = await opened(path);
      await expect(findToInspect(dump)).rejects.toMatchObject(refused);
      await dump.close();
    }
  });
});

describe('a refusal inside a sheet', () => {
  it('names file, sheet and cell in the words of the factory', async () => {
    const rows = sheets.map(({ sheet, columns }) => ({
      name: sheet,
      rows: [Object.values(columns).map(({ header }) => header), [1], [1]],
    }));
    const parts = xlsxParts(rows).map((part) => ({
      ...part,
      data: part.data.toString().replace('<c r="A3"><v>1', '<c r="A3" t="b"><v>x'),
    }));
    const path = join(folder, 'cell.xlsx');
    writeFileSync(path, zip(parts));
    const source = await sourceOf(path);
    const [first] = source.sheets;
    const reading = first!.read({ onPart: () => {}, onRow: () => {} }, { betweenChunks: () => undefined });
    await expect(reading).rejects.toMatchObject({
      code: 'BAD_XML',
      message: expect.stringContaining(`${path}, folha ${first!.sheet.sheet}, célula A3`),
    });
    await source.close();
  });
});
