import { expect, it } from 'vitest';
import { firstServer } from '../support/database.js';
import { asking, sampleFactory } from './asking.js';

interface Kind {
  readonly boats: number;
  readonly lines: number;
}

interface Reply {
  readonly status: string;
  readonly reason?: string;
  readonly data: { readonly all_time: { readonly status: string; readonly reason: string | null } };
}

it('says where boats of one kind of route have hardly a line, and lift the yield of all', async () => {
  const { plant } = await sampleFactory(firstServer, 400);
  const { pool } = plant.database;
  // Boat by boat, from the orders and the lines themselves.
  const { rows } = await pool.query<Kind & { first_inspection: number }>(
    `SELECT o.first_inspection, count(*)::int AS boats,
       sum((SELECT count(*) FROM erros_ordem_fabrico e WHERE e.ofch_of_id = o.of_id))::int AS lines
     FROM agg_order o WHERE o.first_inspection_day IS NOT NULL GROUP BY 1`,
  );
  const of = (phase: number): Kind => rows.find((one) => one.first_inspection === phase)!;
  const [demoulded, others] = [of(6), of(8)];
  expect(demoulded.lines).toBeGreaterThan(0);
  expect(10 * others.lines * demoulded.boats).toBeLessThan(demoulded.lines * others.boats);
  expect(others.boats).toBeGreaterThanOrEqual(20);
  const reply = (await asking(plant, 'quality.overview', { from: '2000-01-01' })) as unknown as Reply;
  const all = new RegExp(
    `^Destes ${demoulded.boats + others.boats} barcos, ${others.boats} \\(FINAL_CONTROL\\) têm ao todo ${others.lines} linhas? de erro`,
  );
  expect([reply.status, reply.reason]).toEqual(['DEGRADED', expect.stringMatching(all)]);
  expect(reply.data.all_time).toMatchObject({ status: 'DEGRADED', reason: expect.stringMatching(all) });
  const trend = await asking(plant, 'quality.trend', {});
  expect('reason' in trend && trend.reason).toMatch(new RegExp(`${others.boats} \\(FINAL_CONTROL\\)`));
  // Alone, each kind compares with itself only.
  const alone = (await asking(plant, 'quality.overview', { route_kind: 'DEMOULD' })) as unknown as Reply;
  expect(alone.data.all_time).toMatchObject({ status: 'SUPPORTED', reason: null });
});

it('a product of which no boat has a line is not said to be without a fault', async () => {
  const { plant } = await sampleFactory(firstServer, 400);
  const { rows } = await plant.database.pool.query<{ produto_id: number; boats: number }>(
    `SELECT o.produto_id, count(*)::int AS boats FROM agg_order o
     WHERE o.first_inspection = 8 AND o.first_inspection_day IS NOT NULL
       AND NOT EXISTS (SELECT FROM erros_ordem_fabrico e JOIN agg_order x ON x.of_id = e.ofch_of_id WHERE x.produto_id = o.produto_id)
     GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
  );
  const [silent] = rows;
  for (const question of ['quality.by_product', 'quality.trend', 'quality.overview']) {
    const told = await asking(plant, question, { produto_id: silent!.produto_id, from: '2000-01-01' });
    const caveat = `Nenhum destes ${silent!.boats} barcos tem uma única linha`;
    if (silent!.boats >= 20) expect(String('reason' in told && told.reason), question).toContain(caveat);
    else expect(String('reason' in told && told.reason), question).not.toContain(caveat);
  }
});
