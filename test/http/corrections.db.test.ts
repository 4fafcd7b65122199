import { expect, it } from 'vitest';
import { smallDump } from '../support/dump.js';
import { type Api, newApi } from './support.js';

interface Correction {
  readonly sheet: string;
  readonly row_number: number;
  readonly column_name: string | null;
  readonly value: string | null;
  readonly is_rejected: boolean;
  readonly code: string;
  readonly explanation: string;
  readonly how_to_fix: string;
}

/** Phases without a number are thrown out; a weight that is no number costs its cell only; a name stands for a number. */
async function withMistakes(): Promise<{ api: Api; run: number }> {
  const api = await newApi({ holding: smallDump() });
  const dump = smallDump();
  dump.fases_ordem_fabrico = dump.fases_ordem_fabrico!.map((one, n) =>
    n < 5 ? { ...one, faseof_id: 'x' } : n === 7 ? { ...one, faseof_peso: 'pesado' } : one,
  );
  dump.funcionarios = dump.funcionarios!.map((one, n) =>
    n === 0 ? { ...one, funcionario_activo: 'Maria Segredo' } : one,
  );
  const { result } = await api.ingest(dump, { force: true });
  return { api, run: result.run_id! };
}

async function read(api: Api, run: number, limit = 1000): Promise<Correction[]> {
  const all: Correction[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = cursor === '' ? '' : `&cursor=${cursor}`;
    const response = await api.get(`/api/ingestion/runs/${run}/corrections?limit=${limit}${query}`);
    expect(response.status).toBe(200);
    const page = (await response.json()) as { data: Correction[]; next_cursor: string | null };
    all.push(...page.data);
    cursor = page.next_cursor;
  }
  return all;
}

it('lists every reject and every issue of the run once, with the Excel row and what to do', async () => {
  const { api, run } = await withMistakes();
  const found = await read(api, run);
  const { rows } = await api.database.pool.query(
    `SELECT (SELECT count(*)::int FROM run_rejects WHERE run_id = $1) AS rejects,
            (SELECT count(*)::int FROM (SELECT DISTINCT sheet, part, row_number, column_name, code FROM run_issues WHERE run_id = $1) i) AS issues`,
    [run],
  );
  // Five phases, and the employee whose row holds a name in place of a number, however often it is repeated.
  expect(rows[0].rejects).toBeGreaterThanOrEqual(6);
  expect(found.filter(({ is_rejected }) => is_rejected).length).toBe(rows[0].rejects);
  expect(found.filter(({ is_rejected }) => !is_rejected).length).toBe(rows[0].issues);
  const weight = found.find(({ value }) => value === 'pesado');
  // The header is row 1 of the sheet.
  expect(weight).toMatchObject({ sheet: 'FasesOrdemFabrico', row_number: 9, is_rejected: false });
  for (const one of found) {
    expect(one.explanation, one.code).not.toBe('');
    expect(one.how_to_fix, one.code).not.toBe('');
  }
});

it('is the same page by page, and as a workbook and CSV, and names nobody', async () => {
  const { api, run } = await withMistakes();
  const whole = await read(api, run);
  expect(await read(api, run, 2)).toEqual(whole);
  const path = `/api/ingestion/runs/${run}/corrections`;
  const csv = await (await api.get(`${path}?format=csv&origin=false`)).text();
  expect(csv.trim().split('\r\n').length).toBe(whole.length + 1);
  const workbook = await api.get(`${path}?format=xlsx`);
  expect(workbook.headers.get('content-disposition')).toContain(`correcoes-carga-${run}.xlsx`);
  for (const text of [csv, JSON.stringify(whole)]) expect(text).not.toContain('Segredo');
});

it('knows no run that there is not', async () => {
  const api = await newApi();
  expect((await api.get('/api/ingestion/runs/7/corrections')).status).toBe(404);
});
