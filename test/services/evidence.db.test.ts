import { describe, expect, it } from 'vitest';
import { type Sheet, sheets } from '../../src/contract/index.js';
import { ask, askAll, readParams, services } from '../../src/services/index.js';
import { newPlant, newSamplePlant, type Plant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { smallDump } from '../support/dump.js';

const reader = { maySeeNames: false };

async function askFor(plant: Plant, name: string, raw: Record<string, string> = {}, caller = reader) {
  const service = services.find((one) => one.name === name)!;
  return await ask(plant.database.pool, service, readParams(service, raw), caller);
}

type Rows = readonly Record<string, unknown>[];

describe('what the data can carry, as an answer', () => {
  it('tells every gate and match rate of the published run, as kept by the run', async () => {
    const plant = await newPlant(firstServer, smallDump());
    const second = smallDump();
    second.ordens_fabrico = second.ordens_fabrico!.map((one, n) =>
      n < 5 ? { ...one, of_produto_id: 999 } : one,
    );
    const { result } = await plant.ingest(second, { force: true });
    const gates = (await askFor(plant, 'evidence.gates')).data as Rows;
    expect(gates.find((one) => one.gate === 'product_join')).toMatchObject({
      rows: 20,
      covered_rows: 15,
      rate: 0.75,
    });
    expect(gates.find((one) => one.gate === 'consumption')).toMatchObject({ state: 'NOT_SUPPORTED_BY_DATA' });
    const rates = await askFor(plant, 'evidence.match_rates');
    expect(rates.support.run_id).toBe(result.run_id);
    expect((rates.data as Rows).find((one) => one.column_name === 'of_produto_id')).toMatchObject({
      referring_rows: 20,
      matched_rows: 15,
      row_rate: 0.75,
      orphan_examples: [{ value: 999, rows: 5 }],
    });
    const { rows } = await plant.database.pool.query(
      'SELECT count(*)::int AS n FROM match_rates WHERE run_id = $1',
      [result.run_id],
    );
    expect(rates.data as Rows).toHaveLength(rows[0].n);
  });

  it('counts issues by kind as the list of issues has them one by one', async () => {
    const plant = await newSamplePlant(firstServer, { orders: 300, seed: 5, asOf: '2023-04-30T18:00:00' });
    const service = services.find((one) => one.name === 'evidence.issues')!;
    const all: Rows[number][] = [];
    for await (const page of askAll(plant.database.pool, service, readParams(service, {}), reader))
      all.push(...(page.data as Rows));
    const { data, support } = await askFor(plant, 'evidence.issue_kinds');
    const kinds = data as Rows;
    expect(kinds.length).toBeGreaterThan(3);
    expect(support.rows_used).toBe(all.length);
    for (const { type, entity, issues, rows, explanation, how_to_fix, title_pt, title_en } of kinds) {
      const own = all.filter((one) => one.type === type && one.entity === entity);
      expect([issues, rows]).toEqual([own.length, own.reduce((sum, one) => sum + Number(one.rows), 0)]);
      expect(own[0]).toMatchObject({ explanation, how_to_fix });
      for (const title of [title_pt, title_en]) expect(title).toMatch(/^[A-Z].{5,}/);
    }
  });

  it('says in both languages what it cannot answer, why, and what would open it', async () => {
    const plant = await newPlant(firstServer, smallDump());
    const { data, status } = await askFor(plant, 'evidence.unanswerable');
    expect(status).toBe('SUPPORTED');
    const rows = data as Rows;
    expect(rows.map(({ question }) => question)).toEqual(expect.arrayContaining(['oee', 'moulds', 'stock']));
    const texts = rows.flatMap(({ question: _, ...told }) => Object.values(told));
    expect(texts.filter((text) => String(text).trim() === '')).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('profiles every column as a count by hand, and shows no name', async () => {
    const plant = await newPlant(firstServer);
    const dump = smallDump();
    await plant.ingest(dump);
    const { data, support } = await askFor(plant, 'evidence.profile');
    const found = data as Rows;
    for (const sheet of sheets as readonly Sheet[]) {
      const { rows } = await plant.database.pool.query(`SELECT * FROM ${sheet.table}`);
      for (const name of Object.keys(sheet.columns)) {
        const filled = rows.filter((one) => one[name] !== null).length;
        expect(found.find((one) => one.table_name === sheet.table && one.column_name === name)).toMatchObject(
          {
            rows: rows.length,
            filled,
            empty: rows.length - filled,
          },
        );
      }
    }
    const weight = found.find((one) => one.column_name === 'faseof_peso')!;
    expect([Number(weight.lowest), Number(weight.highest), weight.mean]).toEqual([9.3, 9.3, 9.3]);
    const of = found.find((one) => one.table_name === 'ordens_fabrico' && one.column_name === 'of_id')!;
    expect([of.lowest, of.highest]).toEqual(['1001', '1020']);
    expect(found.find((one) => one.column_name === 'funcionario_nome')).toMatchObject({
      lowest: null,
      highest: null,
    });
    expect(JSON.stringify(found)).not.toMatch(/Inventad/);
    expect(support.rows_used).toBeGreaterThan(100);
    const one = (await askFor(plant, 'evidence.profile', { table_name: 'modelos' })).data as Rows;
    expect(new Set(one.map((row) => row.table_name))).toEqual(new Set(['modelos']));
  });

  it('shows the numbers of employees to nobody but those who may see names', async () => {
    const plant = await newPlant(firstServer);
    const dump = smallDump();
    const strange = 777_001;
    dump.funcionarios = [
      ...dump.funcionarios!,
      { funcionario_id: 777_002, funcionario_nome: 'Ivo Inventado', funcionario_activo: 'x' },
    ];
    dump.funcionarios_fases_aptos = dump.funcionarios_fases_aptos!.map((one) => ({
      ...one,
      funcionariofase_funcionario_id: strange,
    }));
    dump.funcionarios_fase_ordem_fabrico = dump.funcionarios_fase_ordem_fabrico!.map((one, n) =>
      n % 3 === 0
        ? { ...one, funcionariofaseof_funcionario_id: strange, funcionariofaseof_faseof_id: 888_001 + n }
        : one,
    );
    await plant.ingest(dump);
    for (const name of ['evidence.match_rates', 'evidence.issues', 'evidence.profile']) {
      const asked = name === 'evidence.issues' ? { limit: '1000' } : {};
      const shown = JSON.stringify((await askFor(plant, name, asked)).data);
      expect(shown, name).not.toMatch(/77700[12]/);
      const toHr = JSON.stringify((await askFor(plant, name, asked, { maySeeNames: true })).data);
      expect(toHr, name).toMatch(/77700[12]/);
      // What is no employee's is hidden from nobody.
      expect(shown, name).toMatch(/888001|"1020"/);
    }
  });

  it('lists issues page by page, none twice and none left out', async () => {
    const plant = await newPlant(firstServer);
    const dump = smallDump();
    dump.ordens_fabrico = dump.ordens_fabrico!.map((one, n) => ({ ...one, of_produto_id: 900 + n }));
    dump.fases_ordem_fabrico = dump.fases_ordem_fabrico!.map((one, n) =>
      n % 7 === 0 ? { ...one, faseof_peso: 'x' } : one,
    );
    // So many bad cells in one column are refused unless one insists.
    await plant.ingest(dump, { force: true });
    const { rows } = await plant.database.pool.query(
      'SELECT issue_id FROM data_quality_issues WHERE resolved_run_id IS NULL',
    );
    expect(rows.length).toBeGreaterThan(5);
    const seen: unknown[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await askFor(plant, 'evidence.issues', { limit: '3', ...(cursor ? { cursor } : {}) });
      seen.push(...(page.data as Rows).map((one) => one.issue_id));
      cursor = page.next_cursor;
    } while (cursor);
    expect(seen).toHaveLength(rows.length);
    expect(new Set(seen)).toEqual(new Set(rows.map((one) => one.issue_id)));
    const service = services.find((one) => one.name === 'evidence.issues')!;
    const all: unknown[] = [];
    for await (const page of askAll(
      plant.database.pool,
      service,
      readParams(service, { limit: '2' }),
      reader,
    ))
      all.push(...(page.data as Rows).map((one) => one.issue_id));
    expect(all).toEqual(seen);
    await expect(askFor(plant, 'evidence.issues', { limit: '3', type: 'NADA' })).rejects.toThrow(/type/);
  });
});
