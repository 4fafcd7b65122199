import { describe, expect, it } from 'vitest';
import { type DumpRow, dumpWorkbook, serial, smallDump, writeWorkbook } from '../support/dump.js';
import { sharedPlant } from './bad-input-support.js';
import { countsOf } from './support.js';

const edit = (rows: DumpRow[], place: number, change: DumpRow): void => {
  rows[place] = { ...rows[place], ...change };
};

describe('cells and rows that break the contract', () => {
  const plant = sharedPlant();

  async function findings(runId: number | null, table: 'run_rejects' | 'run_issues') {
    const { rows } = await plant().database.pool.query(
      `SELECT sheet, row_number, column_name, value, code, key FROM ${table} WHERE run_id = $1
       ORDER BY sheet, row_number, column_name`,
      [runId],
    );
    return rows.map((row) => Object.values(row));
  }

  it('costs a bad cell in an optional column the cell, with sheet, row, column, value and code kept', async () => {
    const dump = smallDump();
    edit(dump.ordens_fabrico!, 0, { of_produto_id: 'sem produto', of_data_transporte: '31-02-2023' });
    edit(dump.ordens_fabrico!, 1, { of_produto_id: 123_456_789, of_fase_id: 2.5 });
    edit(dump.ordens_fabrico!, 2, { of_data_acabamento: '2023-02-30', of_data_transporte: { serial: 5e6 } });
    edit(dump.fases_ordem_fabrico!, 0, { faseof_retorno: 2, faseof_turno: -1, faseof_peso: '9,3' });
    edit(dump.erros_ordem_fabrico!, 0, { ofch_gravidade: 4 });
    const { result } = await plant().ingest(dump);
    expect(await findings(result.run_id, 'run_rejects')).toEqual([]);
    expect(await findings(result.run_id, 'run_issues')).toEqual([
      ['FasesOrdemFabrico', 2, 'faseof_peso', '9,3', 'NOT_A_NUMBER', '50001'],
      ['FasesOrdemFabrico', 2, 'faseof_retorno', '2', 'NOT_A_FLAG', '50001'],
      ['FasesOrdemFabrico', 2, 'faseof_turno', '-1', 'OUT_OF_RANGE', '50001'],
      ['OrdemFabricoErros', 2, 'ofch_gravidade', '4', 'OUT_OF_RANGE', '1001'],
      ['OrdensFabrico', 2, 'of_data_transporte', '31-02-2023', 'NOT_A_DATE', '1001'],
      ['OrdensFabrico', 2, 'of_produto_id', 'sem produto', 'NOT_A_NUMBER', '1001'],
      ['OrdensFabrico', 3, 'of_fase_id', '2.5', 'NOT_AN_INTEGER', '1002'],
      ['OrdensFabrico', 3, 'of_produto_id', '123456789', 'OUT_OF_RANGE', '1002'],
      ['OrdensFabrico', 4, 'of_data_acabamento', '2023-02-30', 'NOT_A_DATE', '1003'],
      ['OrdensFabrico', 4, 'of_data_transporte', '5000000', 'NOT_A_DATE', '1003'],
    ]);
    const { rows } = await plant().database.pool.query(
      'SELECT of_id, of_produto_id, of_fase_id, of_data_acabamento, of_data_transporte FROM ordens_fabrico WHERE of_id < 1004 ORDER BY of_id',
    );
    const kept = { of_data_transporte: '2023-04-20T00:00:00', of_fase_id: 12 };
    expect(rows).toEqual([
      {
        ...kept,
        of_id: 1001,
        of_produto_id: null,
        of_data_acabamento: '2023-04-01T16:30:00',
        of_data_transporte: null,
      },
      {
        ...kept,
        of_id: 1002,
        of_produto_id: null,
        of_data_acabamento: '2023-04-02T16:30:00',
        of_fase_id: null,
      },
      { ...kept, of_id: 1003, of_produto_id: 203, of_data_acabamento: null, of_data_transporte: null },
    ]);
  });

  it('rejects the row where a key or a required column is bad, and keeps what the database held for its key', async () => {
    await plant().ingest(smallDump(), { force: true });
    const dump = smallDump();
    edit(dump.fases_ordem_fabrico!, 0, { faseof_id: 'abc' });
    edit(dump.fases_ordem_fabrico!, 1, { faseof_fase_id: 0, faseof_peso: 1 });
    edit(dump.fases_ordem_fabrico!, 2, { faseof_of_id: 'NULL', faseof_peso: 2 });
    edit(dump.fases_ordem_fabrico!, 3, { faseof_id: 100_000_000 });
    edit(dump.erros_ordem_fabrico!, 0, { ofch_of_id: null });
    edit(dump.funcionarios_fases_aptos!, 2, { funcionariofase_inicio: 'sempre' });
    const taken = await plant().ingest(dump, { force: true });
    expect(await findings(taken.result.run_id, 'run_rejects')).toEqual([
      ['FasesOrdemFabrico', 2, 'faseof_id', 'abc', 'NOT_A_NUMBER', 'abc'],
      ['FasesOrdemFabrico', 3, 'faseof_fase_id', '0', 'OUT_OF_RANGE', '50002'],
      ['FasesOrdemFabrico', 4, 'faseof_of_id', null, 'REQUIRED_MISSING', '50003'],
      ['FasesOrdemFabrico', 5, 'faseof_id', '100000000', 'OUT_OF_RANGE', '100000000'],
      ['FuncionariosFasesAptos', 4, 'funcionariofase_inicio', 'sempre', 'NOT_A_DATE', '302|6|sempre'],
      ['OrdemFabricoErros', 2, 'ofch_of_id', null, 'REQUIRED_MISSING', null],
    ]);
    // Two rows without a readable key cost the rows that they were; the other two speak for theirs.
    expect(countsOf(taken, 'FasesOrdemFabrico')).toMatchObject({
      rows: 80,
      rejected: 4,
      gone: 2,
      unchanged: 76,
    });
    // A start that cannot be read is not the start 'none': the row without a start is gone, not kept.
    expect(countsOf(taken, 'FuncionariosFasesAptos')).toMatchObject({ rejected: 1, gone: 1, unchanged: 2 });
    const { rows } = await plant().database.pool.query(
      'SELECT faseof_id, faseof_peso FROM fases_ordem_fabrico WHERE faseof_of_id = 1001 ORDER BY 1',
    );
    expect(rows).toEqual([
      { faseof_id: 50_002, faseof_peso: null },
      { faseof_id: 50_003, faseof_peso: '9.3' },
    ]);
  });

  it('rejects all rows that share a key and disagree, and counts those that agree as duplicates', async () => {
    await plant().ingest(smallDump(), { force: true });
    const dump = smallDump();
    const [first, second, third] = dump.fases_ordem_fabrico!;
    dump.fases_ordem_fabrico!.push(
      { ...first, faseof_peso: 1 },
      { ...first, faseof_peso: 2 },
      { ...second },
      { ...second, faseof_peso: 'não sei' },
      { ...third, faseof_id: 60_000 },
      { ...third, faseof_id: 60_000, faseof_of_id: 1002 },
    );
    const taken = await plant().ingest(dump);
    expect(countsOf(taken, 'FasesOrdemFabrico')).toEqual({
      rows: 86,
      inserted: 0,
      updated: 0,
      unchanged: 79,
      duplicates: 2,
      rejected: 5,
      gone: 0,
      skipped: false,
    });
    expect(taken.sheets.find((one) => one.sheet === 'FasesOrdemFabrico')).toMatchObject({ kept: 1 });
    const duplicate = (row: number, key: string) => [
      'FasesOrdemFabrico',
      row,
      'faseof_id',
      null,
      'DUPLICATE_KEY',
      key,
    ];
    expect(await findings(taken.result.run_id, 'run_rejects')).toEqual([
      duplicate(2, '50001'),
      duplicate(82, '50001'),
      duplicate(83, '50001'),
      duplicate(86, '60000'),
      duplicate(87, '60000'),
    ]);
    const { rows } = await plant().database.pool.query(
      'SELECT faseof_id, faseof_of_id, faseof_peso FROM fases_ordem_fabrico WHERE faseof_id IN (50001, 60000)',
    );
    expect(rows).toEqual([{ faseof_id: 50_001, faseof_of_id: 1001, faseof_peso: null }]);
    const listed = await plant().cli('rejects', String(taken.result.run_id), '--sheet', 'FasesOrdemFabrico');
    expect(listed).toMatchObject({ exitCode: 0, stderr: '' });
    expect(listed.stdout.match(/DUPLICATE_KEY/g)).toHaveLength(5);
  });

  it('names the rows as Excel does, also behind rows that are not there', async () => {
    await plant().ingest(smallDump(), { force: true });
    const dump = smallDump();
    edit(dump.modelos!, 2, { produto_id: 'x' });
    const path = await writeWorkbook(
      dumpWorkbook(dump, {
        edit: (sheets) =>
          sheets.map((sheet) =>
            sheet.name === 'Modelos'
              ? {
                  ...sheet,
                  rows: [['  '], ...sheet.rows.slice(0, 2), [], [' ', null, ''], ...sheet.rows.slice(2)],
                }
              : sheet,
          ),
      }),
    );
    const { result } = await plant().ingestFile(path, { force: true });
    expect(await findings(result.run_id, 'run_rejects')).toEqual([
      ['Modelos', 7, 'produto_id', 'x', 'NOT_A_NUMBER', 'x'],
    ]);
    expect(result.sheets.find((one) => one.sheet === 'Modelos')).toMatchObject({ rows: 3, rejected: 1 });
  });

  it('shows no name in rejects, reports, logs and errors, not even where columns have slipped', async () => {
    const dump = smallDump();
    dump.funcionarios = [
      { funcionario_id: 301, funcionario_nome: 'Ana Inventada', funcionario_activo: 1 },
      { funcionario_id: 301, funcionario_nome: 'Ana Inventada Outra', funcionario_activo: 1 },
      { funcionario_id: 'Rui Inventado', funcionario_nome: '1', funcionario_activo: 'z) Rui Inventado' },
      { funcionario_id: 303, funcionario_nome: 'Rosa Inventada', funcionario_activo: 'Rosa Inventada' },
    ];
    const path = await writeWorkbook(dumpWorkbook(dump));
    const taken = await plant().cli('ingest', path, '--force');
    expect(taken, taken.stderr).toMatchObject({ exitCode: 0 });
    const run = String((await plant().database.pool.query('SELECT run_id FROM publication')).rows[0].run_id);
    const listings = [
      taken,
      await plant().cli('rejects', run),
      await plant().cli('rejects', run, '--csv'),
      await plant().cli('rejects', run, '--json'),
      await plant().cli('runs', run),
      await plant().cli('runs', run, '--json'),
    ];
    for (const { exitCode, stdout, stderr } of listings) {
      expect(exitCode).toBe(0);
      expect(stdout + stderr).not.toMatch(/Inventad/);
    }
    expect(JSON.parse(listings[3]!.stdout)).toMatchObject([
      {
        row_number: 2,
        code: 'DUPLICATE_KEY',
        key: '301',
        raw: { funcionario_id: '301', funcionario_nome: '***' },
      },
      { row_number: 3, code: 'DUPLICATE_KEY', raw: { funcionario_nome: '***' } },
      { row_number: 4, code: 'NOT_A_NUMBER', column_name: 'funcionario_id', value: '***', key: '***' },
    ]);
  });

  it('keeps a row whose facts contradict each other, and flags it', async () => {
    const dump = smallDump();
    edit(dump.fases_ordem_fabrico!, 0, {
      faseof_inicio: serial('2023-04-05'),
      faseof_fim: serial('2023-04-01'),
    });
    edit(dump.ordens_fabrico!, 0, { of_data_acabamento: serial('2004-03-01') });
    const { result } = await plant().ingest(dump, { force: true });
    expect(await findings(result.run_id, 'run_rejects')).toEqual([]);
    expect(await findings(result.run_id, 'run_issues')).toEqual([
      ['FasesOrdemFabrico', 2, 'faseof_fim', '2023-04-01T00:00:00', 'END_BEFORE_START', '50001'],
      ['OrdensFabrico', 2, 'of_data_acabamento', '2004-03-01T00:00:00', 'FINISH_BEFORE_CREATION', '1001'],
    ]);
  });
});
