import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffRuns } from '../../src/evidence/diff/diff.js';
import { askFor, groupBy, openOrders } from '../services/factory.js';
import { newPlanner, type Planner } from './planner.js';

describe('the planner asks in a terminal', () => {
  let planner: Planner;
  beforeAll(async () => {
    planner = await newPlanner(700);
  });
  afterAll(() => planner.drop());

  /** What a command says in JSON, and what the API says to the same. */
  async function both(words: readonly string[], name: string, params: Readonly<Record<string, string>>) {
    const { exitCode, stdout } = await planner.run([...words, '--json']);
    expect(exitCode).toBe(0);
    const api = await askFor(planner.database.pool, name, params);
    return { told: JSON.parse(stdout), api: JSON.parse(JSON.stringify(api)) };
  }

  /** Rows of a CSV, by the name of the column. */
  async function rowsOf(...words: string[]): Promise<Record<string, string>[]> {
    const { stdout } = await planner.run([...words, '--csv']);
    const [head, ...lines] = stdout
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    return lines.map((cells) => Object.fromEntries(head!.map((name, at) => [name, cells[at]!])));
  }

  it('what is shipped: boats by day as the raw rows have them, within the days asked for', async () => {
    const { told, api } = await both(['shipments', '--due', 'hoje..+7'], 'prodplan.shipments', {
      ...{ from: '2023-04-30', to: '2023-05-07' },
    });
    expect(told).toEqual(api);
    const due = openOrders(planner.raw).filter((one) => !one.zombie && one.of_data_transporte !== null);
    const byDay = groupBy(due, (one) => one.of_data_transporte!.slice(0, 10));
    const rows = await rowsOf('shipments');
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.map((row) => [row.day, row.orders])).toEqual(
      [...byDay.keys()].sort().map((day) => [day, String(byDay.get(day)!.length)]),
    );
    const { stdout } = await planner.run(['shipments'], { COLUMNS: '80' });
    for (const [day, orders] of byDay) expect(stdout).toMatch(new RegExp(`^${day} +${orders.length} `, 'm'));
    expect(stdout).toContain('com reservas');
    expect(stdout).toMatch(/de\s+fora\s+\(sem\s+dia/);
  });

  it('what holds up: boats at each phase as the raw rows have them, by the names of phases', async () => {
    const { told, api } = await both(['bottlenecks'], 'prodplan.bottlenecks', {});
    expect(told).toEqual(api);
    const standing = groupBy(
      openOrders(planner.raw).filter((one) => !one.zombie),
      (one) => one.of_fase_id,
    );
    const rows = await rowsOf('bottlenecks');
    const { stdout } = await planner.run(['bottlenecks'], { COLUMNS: '100' });
    const seen = rows.filter((row) => row.orders !== '0');
    expect(seen.length).toBeGreaterThan(5);
    for (const row of seen) {
      expect(Number(row.orders)).toBe(standing.get(Number(row.fase_id))!.length);
      expect(stdout).toMatch(new RegExp(`^${row.fase_nome} .* ${row.orders} `, 'm'));
    }
    expect(stdout.split('\n').filter((line) => line.includes('principal')).length).toBe(
      seen.filter((row) => row.line === 'MAIN').length,
    );
  });

  it('quality: each figure with its periods beside, and why one is weak', async () => {
    const april = { from: '2023-04-01', to: '2023-04-30' };
    const { told, api } = await both(['quality', '--period', 'este-mes'], 'quality.overview', april);
    expect(told).toEqual(api);
    const { stdout } = await planner.run(['quality', 'período=04/2023'], { COLUMNS: '100' });
    const boats = told.data.orders_past_first_inspection;
    expect(boats).toBeGreaterThan(5);
    expect(stdout).toMatch(new RegExp(`^Barcos inspecionados +${boats} `, 'm'));
    expect(stdout).toContain('período 2023-04-01 a 2023-04-30');
    for (const [word, block] of [
      ['anterior', told.data.previous],
      ['desde sempre', told.data.all_time],
    ])
      expect(stdout.includes(`${word}: com reservas`) || stdout.includes(`${word}: recusado`)).toBe(
        block.reason !== null,
      );
    const few = await planner.run(['quality', 'periodo=30/04/2023', 'familia=C4']);
    expect(few).toMatchObject({ exitCode: 0, stderr: '' });
    expect(few.stdout).toMatch(/^recusado · [\s\S]*^Porquê: [\s\S]*^O que fazer: /m);
  });

  it('what changed: without numbers since the file before, of both files', async () => {
    const [alone, named] = [await planner.run(['diff']), await planner.run(['diff', '1', '2'])];
    expect(alone).toEqual(named);
    expect(alone.exitCode).toBe(0);
    const diff = await diffRuns(planner.database.pool, 1, 2);
    const differing = Object.values(diff.rows).reduce((sum, n) => sum + n.inserted + n.updated + n.gone, 0);
    expect(differing).toBeGreaterThan(10);
    const evidence = alone.stdout.slice(alone.stdout.indexOf('diferem') - 12).replaceAll('\n', ' ');
    expect(evidence.replaceAll(/(?<=\d) (?=\d{3})/g, '')).toContain(`${differing} linhas diferem`);
    expect(evidence).toContain('carga 1 (Folha_IA.xlsx), momento do ficheiro 2023-04-29 18:00');
    expect(evidence).toContain('carga 2 (Folha_IA.xlsx), momento do ficheiro 2023-04-30 18:00');
    const name = (id: string | null) => planner.raw.catalogue.get(Number(id))!.fase_nome!;
    const first = diff.orders.phase_moved[0]!;
    expect(alone.stdout).toContain(`${first.key}: ${name(first.was)} → ${name(first.is)}`);
    expect(alone.stdout).not.toMatch(/ON_TRACK|AT_RISK|LATE/);
    const moved = (await rowsOf('diff')).filter(
      (row) => row.part === 'orders' && row.change === 'phase_moved',
    );
    expect(moved.map((row) => row.key)).toEqual(diff.orders.phase_moved.map((one) => one.key));
  });
});
