import { expect, it } from 'vitest';
import { newApi } from '../http/support.js';
import { sharedPlant } from '../ingest/bad-input-support.js';
import { type Dump, dumpWorkbook, smallDump, writeWorkbook } from '../support/dump.js';

/** A file that lacks these orders, with all that belongs to them, as if they had been deleted in the ERP. */
function without(dump: Dump, ids: readonly number[]): Dump {
  const isLeft = (id: unknown): boolean => !ids.includes(Number(id));
  const phases = dump.fases_ordem_fabrico!.filter((one) => isLeft(one.faseof_of_id));
  const left = new Set(phases.map((one) => one.faseof_id));
  return {
    ...dump,
    ordens_fabrico: dump.ordens_fabrico!.filter((one) => isLeft(one.of_id)),
    fases_ordem_fabrico: phases,
    erros_ordem_fabrico: dump.erros_ordem_fabrico!.filter((one) => isLeft(one.ofch_of_id)),
    funcionarios_fase_ordem_fabrico: dump.funcionarios_fase_ordem_fabrico!.filter((one) =>
      left.has(one.funcionariofaseof_faseof_id!),
    ),
  };
}

const idsOf = (dump: Dump): number[] => dump.ordens_fabrico!.map((one) => Number(one.of_id));
const openIn = (dump: Dump): number[] =>
  dump
    .ordens_fabrico!.filter((one) => typeof one.of_data_acabamento !== 'object')
    .map((one) => Number(one.of_id));

const plant = sharedPlant();

it('an order that is gone from a whole export is told at publication, in check and in the record, from one on', async () => {
  const whole = smallDump();
  const [finished, open] = [idsOf(whole).find((id) => !openIn(whole).includes(id))!, openIn(whole)[0]!];
  const file = async (...gone: number[]) => await writeWorkbook(dumpWorkbook(without(whole, gone)));
  const said = (words: string) => `Desaparecidas: ${words}.`;

  const one = await plant().cli('ingest', await file(finished));
  expect([one.exitCode, one.stdout]).toEqual([
    0,
    expect.stringContaining(
      said(`1 ordem de fabrico que vinha no ficheiro anterior já não vem: ${finished}`),
    ),
  ]);
  const checked = await plant().cli('check');
  expect([checked.exitCode, checked.stdout]).toEqual([
    0,
    expect.stringContaining(`já não vem: ${finished}.`),
  ]);

  // A second one, which was in work; the first is no news any more.
  const two = await plant().cli('ingest', await file(finished, open), '--json');
  expect(JSON.parse(two.stdout)).toMatchObject({ status: 'completed', vanished_orders: [String(open)] });
  expect(JSON.parse((await plant().cli('check', '--json')).stdout).vanished).toEqual({
    keys: [String(open)],
    unfinished: 1,
    since_run: 2,
  });
  const { rows } = await plant().database.pool.query(
    `SELECT run_id, key FROM run_changes WHERE table_name = 'ordens_fabrico' AND change = 'gone' ORDER BY run_id`,
  );
  expect(rows).toEqual([
    { run_id: 2, key: String(finished) },
    { run_id: 3, key: String(open) },
  ]);

  // Both come back: nothing is missing, and nothing is said.
  const back = await plant().cli('ingest', await file());
  expect([back.exitCode, back.stdout]).toEqual([0, expect.not.stringContaining('Desaparecidas')]);
  // Two at once; a rollback takes no file in.
  const both = await plant().cli('ingest', await file(finished, open));
  expect(both.stdout).toContain(
    said(
      `2 ordens de fabrico que vinham no ficheiro anterior já não vêm (1 por acabar): ${[finished, open].sort().join(', ')}`,
    ),
  );
  expect((await plant().cli('rollback')).exitCode).toBe(0);
  expect((await plant().cli('check')).stdout).not.toContain('Desaparecidas');
});

it('the report of a run names them to programs, and a fifth is refused as ever', async () => {
  const whole = smallDump();
  const api = await newApi({ holding: whole });
  const gone = idsOf(whole).slice(3, 6);
  await api.ingest(without(whole, gone));
  const answered = await api.get('/api/ingestion/runs/2/report');
  const report = (await answered.json()) as { data: { vanished: unknown } };
  expect(report.data.vanished).toEqual({
    keys: gone.map(String),
    unfinished: openIn(whole).filter((id) => gone.includes(id)).length,
    since_run: 1,
  });
  await expect(api.ingest(without(whole, idsOf(whole).slice(0, 12)))).rejects.toMatchObject({
    code: 'SHEET_SHRANK',
  });
});
