import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheets } from '../contract/index.js';
import { readSheetName } from '../source/sheets/sheet-name.js';
import { CellKind, openWorkbook } from '../workbook/index.js';
import {
  formatFigures,
  formatRatios,
  measureFigures,
  realRatios,
  type SampleSummary,
  sampleDefaults,
  sampleFigures,
  writeSample,
} from './index.js';

type Record = { readonly [header: string]: string };
type Tables = { readonly [sheet: string]: readonly Record[] };

const folder = mkdtempSync(join(tmpdir(), 'prodplan-sample-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads a workbook back with the project's own reader; '(absent)' is a cell that does not exist. */
async function readBack(path: string): Promise<{ tables: Tables; modified: string | null }> {
  const workbook = await openWorkbook(path);
  const { bytes, offsets } = workbook.sharedStrings;
  const tables: { [sheet: string]: Record[] } = {};
  for (const sheet of workbook.sheets) {
    const rows: string[][] = [];
    await workbook.readSheet(sheet, (row) => {
      rows.push(
        Array.from({ length: row.width }, (_, i) => {
          const [kind, start] = [row.kind[i], row.start[i] ?? 0];
          if (kind === CellKind.empty) return '(absent)';
          if (kind === CellKind.shared) return bytes.toString('utf8', offsets[start], offsets[start + 1]);
          return row.bytes.toString('utf8', start, row.end[i]);
        }),
      );
    });
    const [headers = [], ...data] = rows;
    tables[sheet.name] = data.map((row) =>
      Object.fromEntries(headers.map((h, i) => [h, row[i] ?? '(absent)'])),
    );
  }
  await workbook.close();
  return { tables, modified: workbook.modified };
}

async function sample(name: string, options: Partial<typeof sampleDefaults>) {
  const summary = await writeSample(join(folder, name), { ...sampleDefaults, ...options });
  return { summary, ...(await readBack(summary.path)) };
}

function byKey(rows: readonly Record[] | undefined, header: string): Map<string, Record> {
  return new Map((rows ?? []).map((row) => [row[header] ?? '', row]));
}

const isNumber = (text: string | undefined) => /^[\d.]+$/.test(text ?? '');

describe('writeSample', () => {
  it('goes on in further sheets where the grid ends, and follows a full one by an empty one', async () => {
    const whole = await sample('whole.xlsx', { orders: 40 });
    const rowsOf = (name: string) => whole.tables[name]?.length ?? 0;
    const phases = 'FasesOrdemFabrico';
    // The routes end just where a grid of so many rows ends.
    const grid = rowsOf('FasesStandardModelos') + 1;
    const cut = await sample('cut.xlsx', { orders: 40, grid });
    const names = Object.keys(cut.tables);
    for (const name of Object.keys(whole.tables)) {
      const parts = names.filter((one) => readSheetName(one)?.sheet.sheet === name);
      expect(parts.flatMap((part) => cut.tables[part] ?? [])).toEqual(whole.tables[name]);
      for (const part of parts) expect(cut.tables[part]!.length).toBeLessThan(grid);
      expect(parts.length).toBe(Math.floor(rowsOf(name) / (grid - 1)) + 1);
    }
    expect(cut.tables['FasesStandardModelos (2)']).toEqual([]);
    expect(cut.summary.sheets).toEqual(whole.summary.sheets);
    const few = await sample('few.xlsx', { orders: 40, grid: Math.ceil(rowsOf(phases) / 2) + 1 });
    expect(few.tables[`${phases} (2)`]?.length).toBeGreaterThan(0);
  });

  it('writes the same bytes for the same options, and others for another seed', async () => {
    const paths = ['a.xlsx', 'b.xlsx', 'c.xlsx'].map((name) => join(folder, name));
    const seeds = [7, 7, 8];
    for (const [i, path] of paths.entries())
      await writeSample(path, { ...sampleDefaults, orders: 60, seed: seeds[i] ?? 0 });
    const [a, b, c] = paths.map((path) => readFileSync(path));
    expect(a?.equals(b as Buffer)).toBe(true);
    expect(a?.equals(c as Buffer)).toBe(false);
  });

  it('writes the nine sheets of the contract, with its headers, in the proportions of the factory', async () => {
    const { summary, tables, modified } = await sample('small.xlsx', { orders: 300 });
    const rows = (sheet: string) => tables[sheet]?.length ?? 0;
    for (const sheet of sheets) {
      const headers = Object.values(sheet.columns).map((column) => column.header);
      expect(Object.keys(tables[sheet.sheet]?.[0] ?? {}), sheet.sheet).toEqual(headers);
      expect(summary.sheets.find((written) => written.sheet === sheet.sheet)?.rows).toBe(rows(sheet.sheet));
    }
    expect(rows('OrdensFabrico')).toBe(300);
    expect(rows('FasesOrdemFabrico') / 300).toBeGreaterThan(17);
    expect(rows('FasesOrdemFabrico') / 300).toBeLessThan(21.5);
    expect(rows('FuncionariosFaseOrdemFabrico') / 300).toBeGreaterThan(11);
    expect(rows('FuncionariosFaseOrdemFabrico') / 300).toBeLessThan(17);
    expect(rows('OrdemFabricoErros') / 300).toBeGreaterThan(2.3);
    expect(rows('OrdemFabricoErros') / 300).toBeLessThan(3.8);
    expect(
      ['Funcionarios', 'FuncionariosFasesAptos', 'Fases', 'Modelos', 'FasesStandardModelos'].map(rows),
    ).toEqual([902, 902, 71, 894, 15_347]);
    expect(modified).toBe('2023-04-30T17:00:00Z');
  });

  it('refuses a day that does not exist, and sizes beyond reason', async () => {
    const path = join(folder, 'none.xlsx');
    const refused = (options: Partial<typeof sampleDefaults>) =>
      writeSample(path, { ...sampleDefaults, ...options });
    await expect(refused({ asOf: '2023-04-31' })).rejects.toMatchObject({ code: 'BAD_AS_OF' });
    await expect(refused({ asOf: 'ontem' })).rejects.toMatchObject({ code: 'BAD_AS_OF' });
    await expect(refused({ asOf: '2031-01-01' })).rejects.toMatchObject({ code: 'AS_OF_TOO_LATE' });
    await expect(refused({ orders: 0 })).rejects.toMatchObject({ code: 'BAD_SAMPLE_SIZE' });
  });
});

describe('two dumps of one history', () => {
  const orders = 1400;
  let before: Tables;
  let after: Tables;
  beforeAll(async () => {
    before = (await sample('march.xlsx', { orders, asOf: '2023-03-31' })).tables;
    after = (await sample('april.xlsx', { orders })).tables;
  });

  it('gain and lose orders as a month does, and keep what an order is', () => {
    const then = byKey(before.OrdensFabrico, 'Of_Id');
    const now = byKey(after.OrdensFabrico, 'Of_Id');
    const gone = [...then.keys()].filter((id) => !now.has(id));
    expect(gone.length / then.size).toBeLessThan(0.005);
    expect([...now.keys()].filter((id) => !then.has(id)).length / then.size).toBeGreaterThan(0.03);
    for (const [id, order] of then) {
      const later = now.get(id) ?? order;
      expect([later.Of_DataCriacao, later.Of_ProdutoId]).toEqual([order.Of_DataCriacao, order.Of_ProdutoId]);
      if (order.Of_DataAcabamento !== 'NULL')
        expect(later).toMatchObject({ Of_DataAcabamento: order.Of_DataAcabamento });
    }
  });

  it('agree on every phase that was finished before the first, save those that reopen or move', () => {
    const now = byKey(after.FasesOrdemFabrico, 'FaseOf_Id');
    // Through the map, for one id stands there twice: a fault for the demonstration.
    const finished = [...byKey(before.FasesOrdemFabrico, 'FaseOf_Id').values()].filter((phase) =>
      isNumber(phase.FaseOf_Fim),
    );
    const changed = finished.filter((phase) => {
      const later = now.get(phase.FaseOf_Id ?? '');
      return later !== undefined && JSON.stringify(later) !== JSON.stringify(phase);
    });
    expect(finished.length).toBeGreaterThan(15_000);
    expect(changed.length / finished.length).toBeLessThan(0.003);
    for (const phase of changed) {
      const later = now.get(phase.FaseOf_Id ?? '');
      expect(later?.FaseOf_Fim !== phase.FaseOf_Fim || later?.FaseOf_OfId !== phase.FaseOf_OfId).toBe(true);
    }
  });

  it('reopen a few phases and move a few to another order', async () => {
    const dumps = [before, after, (await sample('may.xlsx', { orders, asOf: '2023-05-31T09:30:00' })).tables];
    const all = dumps.map((tables) => byKey(tables.FasesOrdemFabrico, 'FaseOf_Id'));
    const pairs = [...(all[0] ?? [])].map(([id, phase]) => [phase, all[2]?.get(id) ?? phase] as const);
    expect(
      pairs.filter(([then, now]) => isNumber(then.FaseOf_Fim) && then.FaseOf_Fim !== now.FaseOf_Fim).length,
    ).toBeGreaterThan(0);
    expect(pairs.filter(([then, now]) => then.FaseOf_OfId !== now.FaseOf_OfId).length).toBeGreaterThan(0);
    expect(dumps[2]?.OrdensFabrico?.length).toBeGreaterThan(after.OrdensFabrico?.length ?? 0);
  });

  it('show nothing that came later, but for what was typed wrong', () => {
    const cut = 45_016.75;
    const late = (before.FasesOrdemFabrico ?? []).filter(({ FaseOf_Inicio, FaseOf_Fim }) =>
      [FaseOf_Inicio, FaseOf_Fim].some((at) => isNumber(at) && Number(at) > cut),
    );
    expect(late.length).toBeGreaterThan(0);
    expect(late.length).toBeLessThan(5);
  });
});

describe('the quirks of the domain', () => {
  let summary: SampleSummary;
  let tables: Tables;
  beforeAll(async () => {
    ({ summary, tables } = await sample('default.xlsx', {}));
  });
  const rows = (sheet: string) => tables[sheet] ?? [];
  const share = (part: number, whole: number) => part / whole;

  it('lists exactly the orders asked for', () => {
    expect(rows('OrdensFabrico')).toHaveLength(sampleDefaults.orders);
  });

  it('lets dates lie as they do', () => {
    const phases = rows('FasesOrdemFabrico');
    const both = phases.filter((phase) => isNumber(phase.FaseOf_Inicio) && isNumber(phase.FaseOf_Fim));
    const length = (phase: Record) => Number(phase.FaseOf_Fim) - Number(phase.FaseOf_Inicio);
    const negative = share(both.filter((phase) => length(phase) < 0).length, both.length);
    expect(negative).toBeGreaterThan(0.003);
    expect(negative).toBeLessThan(0.0055);
    expect(share(both.filter((phase) => length(phase) === 0).length, both.length)).toBeCloseTo(0.215, 1);
    expect(phases.filter((phase) => phase.FaseOf_Inicio === '1900-01-01 00:00:00').length).toBeGreaterThan(3);
    expect(phases.filter((phase) => Number(phase.FaseOf_Inicio) > 48_000)).toHaveLength(1);
    const orders = rows('OrdensFabrico');
    expect(
      orders.filter((order) => Number(order.Of_DataAcabamento) < Number(order.Of_DataCriacao)),
    ).toHaveLength(1);
    expect(
      orders.every(
        (order) => order.Of_DataTransporte === 'NULL' || Number.isInteger(Number(order.Of_DataTransporte)),
      ),
    ).toBe(true);
  });

  it('leaves phases over in finished orders, and orders unfinished for ever', () => {
    const orders = byKey(rows('OrdensFabrico'), 'Of_Id');
    const inFinished = rows('FasesOrdemFabrico').filter((phase) =>
      isNumber(orders.get(phase.FaseOf_OfId ?? '')?.Of_DataAcabamento),
    );
    expect(
      share(inFinished.filter((phase) => phase.FaseOf_Fim === 'NULL').length, inFinished.length),
    ).toBeGreaterThan(0.06);
    const zombies = [...orders.values()].filter(
      (order) => order.Of_DataAcabamento === 'NULL' && Number(order.Of_DataCriacao) < 45_046 - 365,
    );
    expect(zombies.length).toBeGreaterThan(5);
  });

  it('names what no sheet lists at the real rates', () => {
    const references = summary.ratios.flatMap((sheet) => sheet.references);
    const found = (header: string) => references.find((reference) => reference.header === header);
    const products = found('Of_ProdutoId');
    expect(share(products?.orphanRows ?? 0, products?.rows ?? 1)).toBeCloseTo(0.014, 2);
    expect(found('FaseOf_OfId')?.orphanDistinct).toBe(1);
    expect(found('FuncionarioFaseOf_FuncionarioId')?.orphanDistinct).toBeLessThanOrEqual(2);
    expect(found('FuncionarioFaseOf_FuncionarioId')?.orphanRows).toBeGreaterThan(0);
    expect(found('FuncionarioFaseOf_FaseOfId')?.orphanRows).toBe(0);
  });

  it('repeats employees, skills and phases of routes as the factory does', () => {
    const people = byKey(rows('Funcionarios'), 'Funcionario_Id');
    expect(people.size).toBe(301);
    expect([...people.values()].filter((person) => person.Funcionario_Nome?.startsWith('z) ')).length).toBe(
      164,
    );
    const skills = rows('FuncionariosFasesAptos');
    expect(skills.filter((skill) => skill.FuncionarioFase_Inicio === 'NULL')).toHaveLength(10);
    const pairs = new Set(
      skills.map((skill) => `${skill.FuncionarioFase_FuncionarioId}/${skill.FuncionarioFase_FaseId}`),
    );
    expect(skills.length - pairs.size).toBe(8);
    const steps = rows('FasesStandardModelos');
    const distinct = new Set(steps.map((step) => `${step.ProdutoFase_ProdutoId}/${step.ProdutoFase_FaseId}`));
    expect(steps.length - distinct.size).toBe(238);
    const keys = new Set(steps.map((step) => `${step.ProdutoFase_ProdutoId}/${step.ProdutoFase_Sequencia}`));
    expect(keys.size).toBe(steps.length);
  });

  it('writes what a demonstration must reject or void, and no more', () => {
    const phases = rows('FasesOrdemFabrico');
    expect(phases.filter((phase) => !isNumber(phase.FaseOf_Id))).toHaveLength(1);
    expect(phases.length - new Set(phases.map((phase) => phase.FaseOf_Id)).size).toBe(1);
    expect(phases.filter((phase) => phase.FaseOf_Peso === 'abc')).toHaveLength(1);
    expect(phases.some((phase) => phase.FaseOf_Turno === '(absent)')).toBe(true);
    expect(phases.some((phase) => /^\d+\.\d0$/.test(phase.FaseOf_Peso ?? ''))).toBe(true);
    expect(rows('OrdemFabricoErros').filter((error) => error.Erro_OfId === 'NULL')).toHaveLength(1);
  });

  it('tells how its boats flow as the rows of its workbook say', () => {
    const day = (cell: string | undefined) => (isNumber(cell) ? Math.floor(Number(cell)) : null);
    const orders = rows('OrdensFabrico').map((row) => ({
      created: day(row.Of_DataCriacao) as number,
      finished: day(row.Of_DataAcabamento),
      phaseId: Number(row.Of_FaseId),
      due: day(row.Of_DataTransporte),
      rotomoulded: false,
    }));
    // The history is too short for the dispersion, which alone asks for the kind of boat.
    const { dispersion, ...counted } = measureFigures({ orders, today: 45_046 });
    expect(summary.figures).toMatchObject(counted);
    expect(dispersion.every(({ origins }) => origins === 0)).toBe(true);
    const { dispersion: _, ...unwritten } = sampleFigures(sampleDefaults);
    expect(unwritten).toEqual(counted);
  });

  it('stops writing mould lines down in the last winter, and keeps the defects of the boats', () => {
    const phases = byKey(rows('FasesOrdemFabrico'), 'FaseOf_Id');
    const monthsOf = (isWanted: (text: string) => boolean, from: number, to: number) => {
      const demoulded = [...phases.values()].filter(
        ({ FaseOf_FaseId, FaseOf_Fim }) =>
          FaseOf_FaseId === '6' && Number(FaseOf_Fim) >= from && Number(FaseOf_Fim) < to,
      );
      const gates = new Set(demoulded.map(({ FaseOf_Id }) => FaseOf_Id));
      const lines = rows('OrdemFabricoErros').filter(
        ({ Erro_FaseOfAvaliacao, Erro_Descricao }) =>
          gates.has(Erro_FaseOfAvaliacao) && isWanted(Erro_Descricao ?? ''),
      );
      return (100 * lines.length) / demoulded.length;
    };
    const isMould = (text: string) => /^(Molde|Meios moldes|Desmoldante)/.test(text);
    // 2022-07-01 to 2023-01-01, and 2023-03-01 to the dump.
    const [before, after] = [[44_743, 44_927] as const, [44_986, 45_047] as const];
    expect(monthsOf(isMould, ...before)).toBeGreaterThan(100);
    expect(monthsOf(isMould, ...after)).toBeLessThan(20);
    const boats = (text: string) => !isMould(text);
    expect(monthsOf(boats, ...after)).toBeGreaterThan(0.8 * monthsOf(boats, ...before));
  });

  it('prints its ratios beside those of the two real workbooks', () => {
    const text = formatRatios(summary);
    expect(realRatios.map((real) => real.label)).toEqual(['2023-03-31', '2023-04-30']);
    for (const word of [
      'exemplo 2023-04-30',
      'real 2023-03-31',
      'compressão',
      'linhas repetidas',
      'órfãos em',
      'vazios em',
    ])
      expect(text).toContain(word);
    const flow = formatFigures([{ label: 'exemplo', figures: summary.figures }]);
    for (const word of [
      'exemplo',
      'real',
      'Produção semanal',
      'Spearman',
      '50 % até',
      'com prazo',
      '20 % a 27 %',
    ])
      expect(flow).toContain(word);
  });

  it('has the null shares of the real workbooks, within what a longer history explains', () => {
    const real = realRatios[1]?.sheets ?? [];
    for (const sheet of summary.ratios)
      for (const { header, nulls } of sheet.nulls) {
        const measured = real.find((candidate) => candidate.sheet === sheet.sheet);
        const theirs = measured?.nulls.find((column) => column.header === header)?.nulls ?? 0;
        expect(Math.abs(nulls / sheet.rows - theirs / (measured?.rows ?? 1)), header).toBeLessThan(0.08);
      }
  });
});
