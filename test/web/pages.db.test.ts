import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { chromePath, closeBrowser, eventually, newSite, numberOf, type Site } from './browser.js';

afterAll(closeBrowser);

/** Every page once, each figure held against what the API says. */
describe.skipIf(chromePath === null)('in a real browser', () => {
  it('each page shows what the API says', async () => {
    const site = await newSite();
    const page = await site.open('/');
    await overview(site, page);
    await evidence(site, page);
    await list(site, page);
    await oneBoat(site, page);
    await nowhere(site, page);
  });
});

async function overview({ ask, api }: Site, page: Page): Promise<void> {
  const figure = async (name: string): Promise<number> => {
    const value = page.locator(`[data-figure=${name}] .figure-value`).locator('a, strong');
    return numberOf(await value.textContent());
  };
  const { data: wip, support } = await ask('/api/smartinventory/wip');
  expect(await figure('wip')).toBe(wip!.total.orders);
  const { data: schedule } = await ask('/api/prodplan/schedule/current');
  expect(await figure('risk')).toBe(schedule!.total.late + schedule!.total.at_risk);
  const last = await ask('/api/prodplan/orders', '?sort=-finished&state=DONE&finished_to=2023-04-30&limit=1');
  const day = last.data![0]!.finished_at!.slice(0, 10);
  const done = await ask('/api/prodplan/orders', '?state=DONE&limit=1000&sort=-finished');
  expect(await figure('finished')).toBe(done.data!.filter((one) => one.finished_at?.startsWith(day)).length);

  const open = 'state=CREATED,IN_PROGRESS,AWAITING_SHIPPING&is_zombie=false';
  const shown = await page.locator('table[data-table=shipments] tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      address: row.querySelector('a')!.getAttribute('href')!,
      cells: [...row.querySelectorAll('td.n')].map((cell) => Number(cell.textContent)),
    })),
  );
  expect(shown.length).toBeGreaterThan(0);
  for (const { address, cells } of shown) {
    const due = new URL(address, api.url).searchParams.get('expedicao')!;
    const ofDay = `?due_from=${due}&due_to=${due}&limit=1`;
    const count = async (filter: string) =>
      (await ask('/api/prodplan/orders', `${ofDay}&${filter}`)).support.rows_used;
    const states = ['AWAITING_SHIPPING', 'IN_PROGRESS', 'CREATED'];
    expect(cells).toEqual([
      await count(open),
      ...(await Promise.all(states.map((state) => count(`state=${state}&is_zombie=false`)))),
      await count(`${open}&due_status=AT_RISK,LATE`),
    ]);
  }
  expect(await figure('shipping')).toBe(shown[0]!.cells[0]);

  const { data: risks } = await ask('/api/prodplan/risk_queue', '?sort=-delay&limit=5');
  const told = await page
    .locator('[data-of]')
    .evaluateAll((items) =>
      items.map((one) => [one.getAttribute('data-of'), one.querySelector('p')!.textContent]),
    );
  expect(told).toEqual(risks!.map(({ of_id, sentence }) => [String(of_id), sentence]));

  const run = await ask(
    '/api/ingestion/runs/{run_id}'.replace(
      '{run_id}',
      String(support.run_id),
    ) as '/api/ingestion/runs/{run_id}',
  );
  const trust = async (name: string) => await page.locator(`[data-trust=${name}]`).textContent();
  expect(await trust('file')).toBe(run.data.source_name);
  expect(await trust('moment')).toBe('30 abr 2023, 18:00');
  expect(numberOf(await trust('rows'))).toBe(run.data.rows);
  const rejected = run.data.sheets.reduce((sum, sheet) => sum + sheet.rejected, 0);
  expect(numberOf(await trust('rejected'))).toBe(rejected);
}

async function evidence({ ask, api }: Site, page: Page): Promise<void> {
  const { status, support } = await ask('/api/smartinventory/wip');
  const mark = page.locator('[data-figure=wip] .mark-button');
  expect(await mark.locator('[data-status]').getAttribute('data-status')).toBe(status);
  await mark.click();
  const dialog = page.getByRole('dialog', { name: 'Em curso' });
  await dialog.getByText('A consulta (SQL)').click();
  const sql = await (await api.get(`/api/queries/${support.sql}`)).text();
  await eventually(() => dialog.locator('pre').textContent()).toBe(sql);
  const text = (await dialog.textContent())!;
  for (const { reason } of support.rows_excluded) expect(text).toContain(reason);
  expect(text).toContain(`Linhas usadas${support.rows_used}`);
  const { data: services } = await ask('/api/services');
  const question = services.find(({ name }) => name === 'smartinventory.wip')!;
  expect(text).toContain(question.figures[0]!.definition);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

async function list({ ask }: Site, page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Páginas' }).getByText('Barcos').click();
  const { data: wip } = await ask('/api/smartinventory/wip');
  const count = page.locator('[data-count]');
  await eventually(() => count.getAttribute('data-count')).toBe(String(wip!.total.orders));
  await page.getByRole('navigation', { name: 'Estado' }).getByText('Todos').click();
  const all = await ask('/api/prodplan/orders', '?sort=-of_id&limit=1000');
  await eventually(() => count.getAttribute('data-count')).toBe(String(all.support.rows_used));
  const factory = await ask('/api/factory');
  const rows = await page
    .locator('tbody tr[data-of]')
    .evaluateAll((found) =>
      found.map((row) =>
        Object.fromEntries(
          [...row.querySelectorAll('td')].map((cell) => [
            cell.getAttribute('data-column'),
            (cell.firstElementChild as unknown as { innerText: string }).innerText.trim(),
          ]),
        ),
      ),
    );
  expect(rows.length).toBeGreaterThan(8);
  for (const [n, row] of rows.entries()) {
    const one = all.data![n]!;
    const state = factory.states.find(({ code }) => code === one.state)!.pt;
    expect(row).toMatchObject({
      of: String(one.of_id),
      model: one.produto_nome ?? 'Modelo desconhecido',
      phase: one.fase_nome ?? 'Fase desconhecida',
      state: one.is_zombie ? 'parado há mais de 365 dias' : state,
      progress: `${one.phases_done} / ${one.phases}`,
    });
    expect(numberOf(row.errors!)).toBe(one.errors);
    expect(numberOf(row.age!)).toBe(one.finished_at === null ? one.age_days : one.lead_time_days);
  }
}

async function oneBoat({ ask, api }: Site, page: Page): Promise<void> {
  const { data: risks } = await ask('/api/prodplan/risk_queue', '?sort=-delay&limit=1');
  const of = risks![0]!.of_id;
  await page.goto(`${api.url}/barcos/${of}`);
  const order = (await ask(`/api/prodplan/orders/${of}` as '/api/prodplan/orders/{of_id}')).data!;
  const phases = (await ask(`/api/prodplan/orders/${of}/phases` as '/api/prodplan/orders/{of_id}/phases'))
    .data!;
  const fact = async (name: string) => await page.locator(`[data-fact=${name}] strong`).textContent();
  expect(await fact('where')).toBe(order.fase_nome);
  expect(numberOf(await fact('errors'))).toBe(order.errors);
  expect(await fact('phases')).toBe(`${order.phases_done} / ${order.phases}`);
  const sentence = await page.locator('.boat-sentence').textContent();
  for (const part of [order.produto_nome!, `(há ${order.age_days} dias)`, `está em ${order.fase_nome}`])
    expect(sentence).toContain(part);
  const timed = phases.steps.filter((one) => one.started_at !== null || one.ended_at !== null);
  const drawn = page.locator('li[data-position]');
  await eventually(() => drawn.count()).toBe(timed.length);
  const bars = await drawn.evaluateAll((found) =>
    found.map((row) => ({
      name: row.querySelector('.cut')!.textContent,
      rework: row.getAttribute('data-kind') === 'rework',
      width: Number(row.querySelector('rect')!.getAttribute('width')),
    })),
  );
  expect(bars.map(({ name, rework }) => ({ name, rework }))).toEqual(
    timed.map(({ fase_nome, is_rework }) => ({ name: fase_nome, rework: is_rework })),
  );
  for (const { width } of bars) expect(width).toBeGreaterThanOrEqual(3);
}

async function nowhere({ api }: Site, page: Page): Promise<void> {
  await page.goto(`${api.url}/barcos/1`);
  await page.getByText('Não existe o barco 1 neste ficheiro.').waitFor();
  await page.goto(`${api.url}/que/nao/existe`);
  await page.getByText('Não existe nenhuma página neste endereço.').waitFor();
}
