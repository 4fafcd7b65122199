import { describe, expect, it } from 'vitest';
import { coreChecksum, coreCounts } from '../support/core.js';
import { dumpWorkbook, smallDump, writeWorkbook } from '../support/dump.js';
import type { SheetRows } from '../support/xlsx-builder.js';
import { type CliPlant, expectRefusal, sharedPlant } from './bad-input-support.js';

type Edit = (sheets: SheetRows[]) => SheetRows[];

/** Changes the rows of one sheet, header included. */
const inSheet =
  (name: string, change: (rows: SheetRows['rows']) => SheetRows['rows']): Edit =>
  (sheets) =>
    sheets.map((sheet) => (sheet.name === name ? { ...sheet, rows: change(sheet.rows) } : sheet));

const without =
  (...names: string[]): Edit =>
  (sheets) =>
    sheets.filter((sheet) => !names.includes(sheet.name));

async function file(edit: Edit): Promise<string> {
  return await writeWorkbook(dumpWorkbook(smallDump(), { edit }));
}

/** Takes a file in by the command line; the small dump is always published before. */
async function accepted(plant: CliPlant, path: string, ...args: string[]) {
  const done = await plant.cli('ingest', path, '--json', ...args);
  expect(done, done.stdout).toMatchObject({ exitCode: 0, stderr: '' });
  return JSON.parse(done.stdout);
}

async function driftOf(plant: CliPlant, runId: number): Promise<unknown> {
  const { rows } = await plant.database.pool.query('SELECT drift FROM ingestion_runs WHERE run_id = $1', [
    runId,
  ]);
  return rows[0].drift;
}

describe('sheets and headers that break the contract', () => {
  const plant = sharedPlant();
  const exitCode = 4;

  it('names all missing sheets, and the ones that it found', async () => {
    await expectRefusal(plant(), await file(without('Modelos', 'OrdensFabrico')), {
      exitCode,
      code: 'MISSING_SHEET',
      says: ['Modelos, OrdensFabrico', 'Folhas encontradas: Fases, ', '--allow-missing-sheets'],
    });
  });

  it('names a missing column, with what it found instead', async () => {
    const path = await file(
      inSheet('FasesOrdemFabrico', ([header, ...rows]) => [
        header!.map((text) => (text === 'FaseOf_Peso' ? 'Peso' : text)),
        ...rows,
      ]),
    );
    await expectRefusal(plant(), path, {
      exitCode,
      code: 'MISSING_COLUMN',
      says: [
        'Na folha FasesOrdemFabrico faltam as colunas FaseOf_Peso. Cabeçalhos encontrados na linha 1 (A1 a L1): FaseOf_Id, ',
        'Peso, FaseOf_Retorno',
        'Corrija a exportação',
      ],
    });
  });

  it('names a doubled column, also where the second one is spelt otherwise', async () => {
    const path = await file(
      inSheet('OrdemFabricoErros', (rows) =>
        rows.map((row, place) => [...row, place === 0 ? ' ofch_of_id' : 1001]),
      ),
    );
    await expectRefusal(plant(), path, {
      exitCode,
      code: 'DOUBLED_COLUMN',
      says: [
        'Na folha OrdemFabricoErros estão repetidas as colunas Erro_OfId (B1 e G1). Cabeçalhos encontrados na linha 1 (A1 a G1): ',
        'nada foi carregado',
      ],
    });
  });

  it('refuses a sheet that is there twice', async () => {
    const path = await file((sheets) => [...sheets, { ...sheets[0]!, name: 'fases ' }]);
    await expectRefusal(plant(), path, {
      exitCode,
      code: 'DOUBLED_SHEET',
      says: ['«Fases», «fases »', 'nada foi carregado'],
    });
  });

  it('refuses a sheet without headers', async () => {
    await expectRefusal(plant(), await file(inSheet('Modelos', () => [])), {
      exitCode,
      code: 'EMPTY_SHEET',
      says: ['A folha Modelos está vazia', 'Produto_Id, Produto_Nome', 'nada foi carregado'],
    });
  });

  it('repeats no name where the header row is missing', async () => {
    const path = await file(inSheet('Funcionarios', ([, ...rows]) => rows));
    const refused = await expectRefusal(plant(), path, {
      exitCode,
      code: 'MISSING_COLUMN',
      says: [
        'A folha Funcionarios não tem nenhum dos seus cabeçalhos na primeira linha preenchida, a linha 1 (A1 a C1).',
        'Funcionario_Nome',
      ],
    });
    expect(refused.stderr).not.toContain('Inventad');
    const slipped = await file(
      inSheet('Funcionarios', ([, ...rows]) => [['Funcionario_Id', 'Ana Inventada', 1], ...rows]),
    );
    const other = await expectRefusal(plant(), slipped, {
      exitCode,
      code: 'MISSING_COLUMN',
      says: ['Cabeçalhos encontrados na linha 1 (A1 a C1): Funcionario_Id, (B1), (C1).'],
    });
    expect(other.stderr).not.toContain('Inventad');
    const { rows } = await plant().database.pool.query(
      `SELECT count(*)::int AS n FROM ingestion_runs WHERE error_message LIKE '%Inventad%'`,
    );
    expect(rows[0].n).toBe(0);
  });

  it('refuses a sheet that has its headers but no rows, with the figures', async () => {
    const path = await file(inSheet('OrdensFabrico', ([header]) => [header!]));
    await expectRefusal(plant(), path, {
      exitCode,
      code: 'SHEET_SHRANK',
      says: ['OrdensFabrico perdeu 20 de 20 linhas (100,0 %)', '--force'],
      args: ['--as-of', '2023-05-01'],
    });
  });
});

describe('a dump that differs from the contract without harm', () => {
  const plant = sharedPlant();

  it('goes on without missing sheets where that is allowed; their tables stay as they are', async () => {
    const before = await coreChecksum(plant().database.pool);
    const path = await file(without('Modelos', 'OrdemFabricoErros'));
    const result = await accepted(plant(), path, '--allow-missing-sheets');
    expect(result.status).toBe('completed');
    const modelos = result.sheets.find((one: { sheet: string }) => one.sheet === 'Modelos');
    expect(modelos).toMatchObject({ rows: 0, inserted: 0, gone: 0, skipped: true, sha256: null });
    expect(await coreChecksum(plant().database.pool)).toBe(before);
    // The sheets come back as they were: nothing to do for them.
    const next = await plant().ingest(smallDump());
    expect(next.result).toMatchObject({ status: 'completed' });
    expect(next.result.sheets.find((one) => one.sheet === 'Modelos')).toMatchObject({
      rows: 3,
      unchanged: 3,
      skipped: true,
    });
    expect(await coreChecksum(plant().database.pool)).toBe(before);
  });

  it('keeps unknown columns and sheets out and reports them', async () => {
    const before = await coreChecksum(plant().database.pool);
    const path = await file((sheets) => [
      ...inSheet('Modelos', (rows) =>
        rows.map((row, place) => [place === 0 ? 'Produto_Cor' : 'azul', ...row]),
      )(sheets),
      { name: 'Notas', rows: [['qualquer coisa']] },
    ]);
    const text = await plant().cli('ingest', path);
    expect(text, text.stderr).toMatchObject({ exitCode: 0 });
    expect(text.stdout).toContain('O ficheiro difere do contrato');
    expect(text.stdout).toContain('Modelos.Produto_Cor: Coluna que o contrato não conhece; não foi lida');
    expect(text.stdout).toContain('Notas: Folha que o contrato não conhece; não foi lida');
    const { rows } = await plant().database.pool.query('SELECT run_id FROM publication');
    expect(await driftOf(plant(), rows[0].run_id)).toEqual([
      { code: 'UNKNOWN_SHEET', sheet: 'Notas', column: null },
      { code: 'UNKNOWN_COLUMN', sheet: 'Modelos', column: 'Produto_Cor' },
    ]);
    expect(await coreChecksum(plant().database.pool)).toBe(before);
  });

  it('finds columns in any order, and headers and sheets with stray spaces or case', async () => {
    const before = await coreChecksum(plant().database.pool);
    const untidy = (text: unknown, place: number): string =>
      place % 2 === 0 ? `  ${String(text).toUpperCase()}\u00a0` : String(text).toLowerCase();
    const path = await file((sheets) =>
      [...sheets].reverse().map((sheet, place) => ({
        name: untidy(sheet.name, place).replace(' ', ''),
        rows: sheet.rows.map((row, nth) => {
          const full = [...row, ...Array(sheet.rows[0]!.length - row.length).fill(null)];
          return (nth === 0 ? full.map(untidy) : full).reverse();
        }),
      })),
    );
    const result = await accepted(plant(), path);
    // Judged again, for a finding would name other places; nothing is new.
    for (const one of result.sheets)
      expect(one, one.sheet).toMatchObject({ inserted: 0, updated: 0, gone: 0 });
    expect(await coreChecksum(plant().database.pool)).toBe(before);
    expect(await driftOf(plant(), result.run_id)).toEqual([]);
  });

  it('reads a hidden sheet and reports it', async () => {
    const before = await coreChecksum(plant().database.pool);
    const path = await file((sheets) =>
      sheets.map((sheet) => (sheet.name === 'Modelos' ? { ...sheet, hidden: true } : sheet)),
    );
    const result = await accepted(plant(), path);
    expect(await driftOf(plant(), result.run_id)).toEqual([
      { code: 'HIDDEN_SHEET', sheet: 'Modelos', column: null },
    ]);
    expect(await coreChecksum(plant().database.pool)).toBe(before);
  });

  it('takes an empty sheet where the table was empty', async () => {
    const path = await file(inSheet('OrdemFabricoErros', ([header]) => [header!]));
    await accepted(plant(), path, '--force');
    expect(await coreCounts(plant().database.pool)).toMatchObject({ erros_ordem_fabrico: 0 });
    const again = await accepted(plant(), path, '--force', '--as-of', '2023-05-01');
    const sheet = again.sheets.find((one: { sheet: string }) => one.sheet === 'OrdemFabricoErros');
    expect(sheet).toMatchObject({ rows: 0, inserted: 0, gone: 0 });
  });
});
