import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractWorkbook } from '../../src/ingestion/extract/extract-workbook.js';
import { rollback } from '../../src/ingestion/rollback.js';
import { identifyFiles } from '../../src/source/identify.js';
import { coreChecksum } from '../support/core.js';
import { firstServer } from '../support/database.js';
import {
  type Dump,
  type DumpRow,
  dumpWorkbook,
  serial,
  smallDump,
  temporaryFolder,
  writeWorkbook,
} from '../support/dump.js';
import { countsOf, newPlant, type Plant } from './support.js';

const server = firstServer;

/** The small dump with some rows of a table in another form. */
function changed(table: string, change: (row: DumpRow, place: number) => DumpRow, dump = smallDump()): Dump {
  dump[table] = dump[table]!.map(change);
  return dump;
}

const coefficient = (value: DumpRow[string], rows: number, dump?: Dump): Dump =>
  changed(
    'fases_ordem_fabrico',
    (row, place) => (place < rows ? { ...row, faseof_coeficiente: value } : row),
    dump,
  );

interface Refusal {
  readonly kind: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** Why a dump is refused; what is published stays as it is, and no staging is left. */
async function refusalOf(plant: Plant, dump: Dump | string): Promise<Refusal> {
  const before = await coreChecksum(plant.database.pool);
  const taken = typeof dump === 'string' ? plant.ingestFile(dump) : plant.ingest(dump);
  const refusal = await taken.then(
    () => expect.unreachable('it is published'),
    (error: Refusal) => error,
  );
  expect(refusal, refusal.message).toMatchObject({ kind: 'contract' });
  expect(refusal.remedy).toContain('--force');
  expect(await coreChecksum(plant.database.pool)).toBe(before);
  const { rows } = await plant.database.pool.query(`SELECT FROM pg_tables WHERE schemaname = 'staging'`);
  expect(rows).toEqual([]);
  return refusal;
}

async function extracted(dump: Dump): Promise<string> {
  const folder = join(await temporaryFolder(), 'extract');
  const identity = await identifyFiles(await writeWorkbook(dumpWorkbook(dump)));
  const source = await identity.open({ allowMissingSheets: false, scratch: folder });
  await extractWorkbook({ source, workbookSha256: identity.workbookSha256, folder });
  await source.close();
  return folder;
}

describe('a column that loses its values', () => {
  it('is refused with both shares, a cell and what is published in its place; --force goes on', async () => {
    const plant = await newPlant(server, smallDump());
    const dump = coefficient(null, 17);
    const refusal = await refusalOf(plant, dump);
    expect(refusal).toMatchObject({
      code: 'COLUMN_EMPTIED',
      message: expect.stringContaining(
        'FasesOrdemFabrico.FaseOf_Coeficiente: 78,8 % das linhas têm valor, na carga publicada 100,0 % (por exemplo F',
      ),
    });
    expect(refusal.message).toMatch(/F\d+ está vazia; publicado está «1\.5»\)/);
    expect((await refusalOf(plant, await extracted(dump))).message).toBe(refusal.message);
    expect((await plant.ingest(dump, { force: true })).result.status).toBe('completed');
    // What is published now has no more than this.
    expect((await plant.ingest(coefficient('NULL', 17))).result.status).toBe('completed');
  });

  it('may lose 20 points, and as much as it likes in a sheet of less than 20 rows', async () => {
    const plant = await newPlant(server, smallDump());
    const dump = changed(
      'modelos',
      (row) => ({ ...row, produto_nome: null, produto_peso_desmolde: null }),
      coefficient(null, 16),
    );
    expect((await plant.ingest(dump)).result.status).toBe('completed');
  });

  it('is emptied by zeros where the contract says that they are no values, and not elsewhere', async () => {
    const plant = await newPlant(server, smallDump());
    const zeros = changed('fases_ordem_fabrico', (row) => ({
      ...row,
      faseof_peso: 0,
      faseof_coeficiente_x: 0,
    }));
    const { code, message } = await refusalOf(plant, zeros);
    expect(code).toBe('COLUMN_EMPTIED');
    expect(message).toMatch(
      /FasesOrdemFabrico\.FaseOf_Peso: 0,0 % .* publicada 25,0 % \(por exemplo I\d+ tem «0»; publicado está «9\.3»\)/,
    );
    expect(message).not.toContain('CoeficienteX');
  });

  it('is emptied by half where so few rows fill it that it cannot fall by 20 points', async () => {
    const plant = await newPlant(server, smallDump());
    // One row in four has a weight: 20 of 80.
    const keeping = (n: number): Dump => {
      let kept = 0;
      return changed('fases_ordem_fabrico', (row) => {
        if (row.faseof_peso !== 9.3) return row;
        kept += 1;
        return kept > n ? { ...row, faseof_peso: 0 } : row;
      });
    };
    const { code, message } = await refusalOf(plant, keeping(9));
    expect(code).toBe('COLUMN_EMPTIED');
    expect(message).toMatch(/FaseOf_Peso: 11,3 % .* publicada 25,0 %/);
    expect((await plant.ingest(keeping(10))).result.status).toBe('completed');
  });

  it('is compared with core where an earlier version took the published file in, and with a state put back', async () => {
    const plant = await newPlant(server, smallDump(), coefficient('NULL', 15));
    const counts = async (): Promise<unknown> =>
      (
        await plant.database.pool.query(
          `SELECT column_counts FROM ingestion_sheet_runs s JOIN publication USING (run_id) WHERE sheet = 'FasesOrdemFabrico'`,
        )
      ).rows[0];
    expect(await counts()).toMatchObject({
      column_counts: { rows: 80, columns: { faseof_coeficiente: { cells: 65, bad: 0, values: 65 } } },
    });
    await rollback({ database: plant.database, to: null });
    expect(await counts()).toMatchObject({
      column_counts: { rows: 80, columns: { faseof_coeficiente: { cells: 80, bad: 0, values: 80 } } },
    });
    await plant.database.pool.query('UPDATE ingestion_sheet_runs SET column_counts = NULL');
    expect((await refusalOf(plant, coefficient(null, 17))).message).toContain('publicada 100,0 %');
    await plant.ingest(coefficient(null, 15));
    await plant.database.pool.query('UPDATE ingestion_sheet_runs SET column_counts = NULL');
    expect((await plant.ingest(coefficient(null, 17))).result.status).toBe('completed');
  });

  it('names a cell of a key column, too', async () => {
    const skills = (start: DumpRow[string]): Dump => ({
      ...smallDump(),
      funcionarios_fases_aptos: Array.from({ length: 30 }, (_, n) => ({
        funcionariofase_funcionario_id: 301,
        funcionariofase_fase_id: 1 + n,
        funcionariofase_inicio: start,
      })),
    });
    const plant = await newPlant(server, skills(serial('2016-07-04')));
    const { message } = await refusalOf(plant, skills({ raw: '><f>TODAY()</f>' }));
    expect(message).toMatch(
      /FuncionarioFase_Inicio: 0,0 % das linhas têm valor, na carga publicada 100,0 % \(por exemplo C\d+ é uma fórmula sem resultado; publicado está «2016-07-04 00:00:00»\)/,
    );
    expect(message).toMatch(/sobretudo FuncionarioFase_Inicio: FORMULA_WITHOUT_RESULT; por exemplo C2 é/);
  });

  it('names no person', async () => {
    const people = (name: DumpRow[string]): Dump => ({
      ...smallDump(),
      funcionarios: Array.from({ length: 30 }, (_, n) => ({
        funcionario_id: 301 + n,
        funcionario_nome: name,
        funcionario_activo: 1,
      })),
    });
    const plant = await newPlant(server, people('Ana Inventada'));
    const emptied = await refusalOf(plant, people(null));
    expect(emptied).toMatchObject({
      code: 'COLUMN_EMPTIED',
      message: expect.stringMatching(/B\d+ está vazia\)/),
    });
    const slipped = people('Rui Inventado');
    slipped.funcionarios = slipped.funcionarios!.map((row) => ({
      ...row,
      funcionario_activo: 'Rui Inventado',
    }));
    const bad = await refusalOf(plant, slipped);
    expect(bad).toMatchObject({ code: 'COLUMN_BAD', message: expect.stringContaining('não se mostra') });
    expect(emptied.message + bad.message).not.toContain('Inventad');
  });
});

describe('a column of bad cells', () => {
  it('is refused in any run, also the first, from more than a fifth of what it holds', async () => {
    const plant = await newPlant(server);
    const formulas = changed(
      'ordens_fabrico',
      (row) => ({ ...row, of_data_transporte: { raw: '><f>TODAY()</f>' } }),
      coefficient('1,5 h', 17),
    );
    const refusal = await refusalOf(plant, formulas);
    expect(refusal.code).toBe('COLUMN_BAD');
    expect(refusal.message).toContain(
      'FasesOrdemFabrico.FaseOf_Coeficiente: 17 de 80 células preenchidas, 21,3 % (por exemplo F2 tem «1,5 h»)',
    );
    expect(refusal.message).toContain(
      'OrdensFabrico.Of_DataTransporte: 20 de 20 células preenchidas, 100,0 % (por exemplo F2 é uma fórmula sem resultado)',
    );
    expect(refusal.remedy).toContain('abra o ficheiro no Excel e guarde-o');
    expect(refusal.remedy).toContain('Exporte como números');
    expect(refusal.remedy).not.toMatch(/como datas|textos longos/);
    expect((await refusalOf(plant, await extracted(formulas))).message).toBe(refusal.message);
    expect((await plant.ingest(coefficient('1,5 h', 16))).result.status).toBe('completed');
    const { message } = await refusalOf(plant, coefficient('1,5 h', 17));
    expect(message).toContain('21,3 %, na carga publicada 20,0 %');
    expect((await plant.ingest(coefficient('1,5 h', 17), { force: true })).result.status).toBe('completed');
  });

  it('is told where a file has no moment because all of its dates are bad', async () => {
    const plant = await newPlant(server);
    const dates = ['of_data_criacao', 'of_data_acabamento', 'faseof_inicio', 'faseof_fim'];
    const spoilt = (row: DumpRow): DumpRow =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, dates.includes(name) ? '03/25/23' : value]),
      );
    const dump = changed('fases_ordem_fabrico', spoilt, changed('ordens_fabrico', spoilt));
    expect(await refusalOf(plant, dump)).toMatchObject({
      code: 'NO_CLOCK',
      message: expect.stringMatching(/não tem data própria .* COLUMN_BAD: .* tem «03\/25\/23»/),
    });
  });

  it('is remedied by what it should hold: nobody is told to export texts as numbers', async () => {
    const plant = await newPlant(server);
    const dump = smallDump();
    const errors = dump.erros_ordem_fabrico!;
    dump.erros_ordem_fabrico = [...errors, ...errors, ...errors].map((row) => ({
      ...row,
      ofch_descricao_erro: { raw: ' t="e"><v>#REF!</v>' },
    }));
    const { remedy } = await refusalOf(plant, dump);
    expect(remedy).toContain('os erros, os caracteres de controlo e os textos longos demais');
    expect(remedy).not.toMatch(/como números|como datas/);
  });

  it('says nothing by less than 20 cells', async () => {
    const plant = await newPlant(server);
    const dump = changed('fases_ordem_fabrico', (row, place) => ({
      ...row,
      faseof_peso: place < 19 ? 'pesado' : null,
    }));
    expect((await plant.ingest(dump)).result.status).toBe('completed');
  });
});

describe('a sheet of rejected rows', () => {
  it('is refused in any run from more than a fifth of its rows, with the most frequent reason', async () => {
    const plant = await newPlant(server);
    const without = (rows: number): Dump =>
      changed('ordens_fabrico', (row, place) => (place < rows ? { ...row, of_id: 'sem número' } : row));
    const { code, message } = await refusalOf(plant, without(5));
    expect(code).toBe('SHEET_REJECTED');
    expect(message).toContain(
      'OrdensFabrico: 5 de 20 linhas, 25,0 % (sobretudo Of_Id: NOT_A_NUMBER; por exemplo A2 tem «sem número»)',
    );
    expect((await plant.ingest(without(4))).result.status).toBe('completed');
    const twice = changed('ordens_fabrico', (row, place) => (place < 6 ? { ...row, of_id: 1001 } : row));
    expect((await refusalOf(plant, twice)).message).toContain(
      'OrdensFabrico: 6 de 20 linhas, 30,0 %, na carga publicada 20,0 % (sobretudo Of_Id: DUPLICATE_KEY; por exemplo A2 tem «1001»)',
    );
  });

  it('is told together with everything else that is wrong, the first guard giving the code', async () => {
    const plant = await newPlant(server, smallDump());
    const dump = coefficient('1,5 h', 40);
    dump.ordens_fabrico = dump.ordens_fabrico!.slice(0, 10);
    dump.funcionarios_fase_ordem_fabrico = dump.funcionarios_fase_ordem_fabrico!.map((row, place) =>
      place < 20 ? { ...row, funcionariofaseof_funcionario_id: null } : row,
    );
    const { code, message } = await refusalOf(plant, dump);
    expect(code).toBe('SHEET_SHRANK');
    for (const one of ['SHEET_SHRANK: ', 'SHEET_REJECTED: ', 'COLUMN_BAD: ', 'COLUMN_EMPTIED: '])
      expect(message).toContain(one);
  });
});

describe('rows that are gone', () => {
  const reworded = (rows: number): Dump =>
    changed('erros_ordem_fabrico', (row, place) =>
      place < rows ? { ...row, ofch_descricao_erro: 'Outras palavras.' } : row,
    );

  it('are not lost where the same order has as many new ones', async () => {
    const plant = await newPlant(server, smallDump());
    const taken = await plant.ingest(reworded(10));
    expect(countsOf(taken, 'OrdemFabricoErros')).toMatchObject({ rows: 10, inserted: 10, gone: 10 });
  });

  it('are told from those that were reworded', async () => {
    const plant = await newPlant(server, smallDump());
    const dump = reworded(4);
    dump.erros_ordem_fabrico = dump.erros_ordem_fabrico!.slice(0, 7);
    expect(await refusalOf(plant, dump)).toMatchObject({
      code: 'SHEET_SHRANK',
      message: expect.stringContaining(
        'OrdemFabricoErros perdeu 3 de 10 linhas (30,0 %) (outras 4 foram reescritas, e não contam)',
      ),
      remedy: expect.stringContaining('Exporte o ficheiro outra vez'),
    });
  });

  it('are not lost where a key of several columns changed and what it begins with has as many new ones', async () => {
    const skills = (day: string): Dump => ({
      ...smallDump(),
      funcionarios_fases_aptos: Array.from({ length: 30 }, (_, n) => ({
        funcionariofase_funcionario_id: 301 + (n % 2),
        funcionariofase_fase_id: 1 + (n % 3),
        funcionariofase_inicio: serial(`${2001 + n}-02-${day}`),
      })),
    });
    const plant = await newPlant(server, skills('10'));
    const renumbered = changed(
      'fases_standard_modelos',
      (row) => ({ ...row, produtofase_sequencia: Number(row.produtofase_sequencia) * 10 }),
      skills('11'),
    );
    const taken = await plant.ingest(renumbered);
    expect(countsOf(taken, 'FuncionariosFasesAptos')).toMatchObject({ inserted: 30, gone: 30 });
    expect(countsOf(taken, 'FasesStandardModelos')).toMatchObject({ inserted: 8, gone: 8 });
    // One product has no route any more, whatever the other one has.
    renumbered.fases_standard_modelos = renumbered.fases_standard_modelos!.map((row, place) => ({
      ...row,
      produtofase_produto_id: 201,
      produtofase_sequencia: 100 + place,
    }));
    expect((await refusalOf(plant, renumbered)).message).toContain(
      'FasesStandardModelos perdeu 4 de 8 linhas (50,0 %) (outras 4 foram reescritas, e não contam)',
    );
  });

  it('are not lost where they are rejected now, whatever was rejected before and had kept its key', async () => {
    const twice = changed('fases_ordem_fabrico', (row, place) => ({
      ...row,
      faseof_id: place < 20 ? 50_001 + (place % 10) : 50_001 + place,
    }));
    const plant = await newPlant(server);
    await plant.ingest(twice, { force: true });
    const unreadable = changed(
      'fases_ordem_fabrico',
      (row, place) => (place >= 20 && place < 40 ? { ...row, faseof_id: 'x' } : row),
      twice,
    );
    const { code, message } = await refusalOf(plant, unreadable);
    expect(code).toBe('SHEET_REJECTED');
    expect(message).not.toContain('SHEET_SHRANK');
  });

  /** Two orders of ten lines each, the first of which stands there twice; only their texts tell them apart. */
  const lines = (text: (line: number) => DumpRow[string]): Dump => {
    const row = (order: number, line: number): DumpRow => ({
      ...{ ofch_of_id: order, ofch_descricao_erro: text(line), ofch_gravidade: 1 },
      ...{ ofch_fase_avaliacao: 6, ofch_faseof_avaliacao: 'NULL', ofch_faseof_culpada: 'NULL' },
    });
    const dump = smallDump();
    dump.erros_ordem_fabrico = [1001, 1002].flatMap((order) =>
      [0, ...Array.from({ length: 10 }, (_, line) => line)].map((line) => row(order, line)),
    );
    return dump;
  };

  it('are not lost where the file has them and they repeat others now, which is told with what helps', async () => {
    const plant = await newPlant(
      server,
      lines((line) => `Defeito ${line}.`),
    );
    const same = lines(() => 'Defeito.');
    const refused = await refusalOf(plant, same);
    expect(refused).toMatchObject({
      code: 'SHEET_REPEATED',
      // Of ten rows in core of an order one was reworded, nine repeat it; the eleventh repeated another before.
      message: expect.stringContaining('OrdemFabricoErros: 18 de 20 linhas, 90,0 %'),
      remedy: expect.stringContaining('os valores que distinguem essas linhas'),
    });
    expect(refused.message).toContain('(por exemplo a de A3 repete a de A2)');
    expect(refused.message).not.toContain('perdeu');
    expect(refused.remedy).not.toContain('completo');

    // One order has all of its lines still, the other one none.
    same.erros_ordem_fabrico = same.erros_ordem_fabrico!.slice(0, 11);
    expect(await refusalOf(plant, same)).toMatchObject({
      code: 'SHEET_SHRANK',
      message: expect.stringMatching(
        /OrdemFabricoErros perdeu 10 de 20 linhas \(50,0 %\) \(outras 1 foram reescritas e 9 são agora repetições.*SHEET_REPEATED: .*9 de 20 linhas/,
      ),
    });

    // One line of each order stays in its words, which the others now repeat.
    expect(
      (
        await refusalOf(
          plant,
          lines(() => 'Defeito 3.'),
        )
      ).message,
    ).toContain(
      'linhas iguais contam uma só vez (o máximo entre dois ficheiros é 20 %): OrdemFabricoErros: 18 de 20 linhas',
    );

    // In eleven rows of a dump of which many went, repetitions of before are none that came of them.
    const few = lines((line) => `Defeito ${line}.`);
    few.erros_ordem_fabrico = few.erros_ordem_fabrico!.filter((_, place) => place % 11 < 5);
    const { code, message } = await refusalOf(plant, few);
    expect(code).toBe('SHEET_SHRANK');
    expect(message).toContain('OrdemFabricoErros perdeu 12 de 20 linhas (60,0 %).');
  });

  it('are told beside the column where it is bad texts that are equal now', async () => {
    const plant = await newPlant(
      server,
      lines((line) => `Defeito ${line}.`),
    );
    const { code, message } = await refusalOf(
      plant,
      lines((line) => `${line}${'x'.repeat(4100)}`),
    );
    expect(code).toBe('SHEET_REPEATED');
    for (const one of ['SHEET_REPEATED: ', 'COLUMN_BAD: ', 'COLUMN_EMPTIED: '])
      expect(message).toContain(one);
    expect(message).not.toContain('perdeu ');
  });

  it('are not lost where the file has them and they were rejected', async () => {
    const plant = await newPlant(server, smallDump());
    const dump = changed('erros_ordem_fabrico', (row, place) =>
      place < 5 ? { ...row, ofch_of_id: 'x' } : row,
    );
    dump.funcionarios = dump.funcionarios!.map((row) => ({ ...row, funcionario_id: 'x' }));
    const taken = await plant.ingest(dump);
    expect(countsOf(taken, 'OrdemFabricoErros')).toMatchObject({ rejected: 5, gone: 5 });
    expect(countsOf(taken, 'Funcionarios')).toMatchObject({ rejected: 3, gone: 2 });
  });
});

describe('the schema staging', () => {
  it('may hold tables of another program, whatever they are called: they stay', async () => {
    const plant = await newPlant(server, smallDump());
    const { pool } = plant.database;
    await pool.query(`CREATE TABLE staging.vendas_2023_raw AS SELECT 1 AS um;
      CREATE TABLE staging.cliente_2024_delta (x int); CREATE UNLOGGED TABLE staging.modelos_7_raw (x int)`);
    await plant.ingest(coefficient(null, 3));
    const { rows } = await pool.query(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'staging' ORDER BY 1`,
    );
    expect(rows.map(({ tablename }) => tablename)).toEqual(['cliente_2024_delta', 'vendas_2023_raw']);
  });
});
