import { describe, expect, it } from 'vitest';
import { dumpWorkbook, smallDump, writeWorkbook } from '../support/dump.js';
import type { SheetRows } from '../support/xlsx-builder.js';
import { sharedPlant } from './bad-input-support.js';

/** Other headers for some columns; null takes the column's header away. */
function withHeaders(headers: Readonly<Record<string, string>>): (sheets: SheetRows[]) => SheetRows[] {
  return (sheets) =>
    sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row, place) =>
        place > 0 ? row : row.map((header) => headers[String(header)] ?? header),
      ),
    }));
}

const added = (sheets: SheetRows[]): SheetRows[] =>
  sheets.map((sheet) =>
    sheet.name === 'OrdensFabrico'
      ? { ...sheet, rows: sheet.rows.map((row, place) => [...row, place === 0 ? 'Of_Nota' : null]) }
      : sheet,
  );

describe('ingest --json', () => {
  const plant = sharedPlant();

  it('lists added columns of a file that it takes in, also when it is there already', async () => {
    const path = await writeWorkbook(dumpWorkbook(smallDump(), { edit: added }));
    const drift = [{ code: 'UNKNOWN_COLUMN', sheet: 'OrdensFabrico', column: 'Of_Nota' }];
    for (const status of ['completed', 'unchanged']) {
      const done = await plant().cli('ingest', path, '--json');
      expect(JSON.parse(done.stdout), done.stderr).toMatchObject({ status, drift });
    }
  });

  it('lists missing, added and renamed columns of a file that it refuses, of all sheets', async () => {
    const edit = withHeaders({
      Of_FaseId: 'Of_FaseID_Novo',
      FaseOf_Peso: 'FaseOf_Pesso',
      Erro_OfId: 'Ordem',
    });
    const path = await writeWorkbook(dumpWorkbook(smallDump(), { edit: (sheets) => edit(added(sheets)) }));
    const done = await plant().cli('ingest', path, '--json');
    expect(done.exitCode).toBe(4);
    const { drift, error } = JSON.parse(done.stdout);
    expect(error.code).toBe('MISSING_COLUMN');
    const inspected = await plant().cli('inspect', path, '--out', `${plant().home}/look`, '--json');
    const codes = ['MISSING_COLUMN', 'UNKNOWN_COLUMN', 'RENAMED_COLUMN'];
    const expected = JSON.parse(inspected.stdout).profile.drift.filter((one: { code: string }) =>
      codes.includes(one.code),
    );
    expect(drift).toEqual(
      expected.map(({ code, sheet, column, detail }: Record<string, unknown>) => ({
        code,
        sheet,
        column,
        detail,
      })),
    );
    expect(drift).toContainEqual({
      code: 'RENAMED_COLUMN',
      sheet: 'FasesOrdemFabrico',
      column: 'FaseOf_Peso',
      detail: 'FaseOf_Pesso',
    });
    expect(drift.map((one: { code: string }) => one.code)).toEqual(expect.arrayContaining(codes));
  });
});
