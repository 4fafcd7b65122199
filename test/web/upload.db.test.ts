import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { parseToken } from '../../src/http/keys/token.js';
import { makeCode } from '../../src/http/sessions/sessions.js';
import { startJobWorker } from '../../src/jobs/index.js';
import { createLog } from '../../src/platform/logging.js';
import { newPlant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { type Dump, dumpWorkbook, smallDump, writeWorkbook } from '../support/dump.js';
import { runningRun } from '../support/running-run.js';
import { chromePath, closeBrowser, eventually, numberOf, type Site, siteOn } from './browser.js';

afterAll(closeBrowser);

const asOf = '2023-05-10T18:00:00';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The next day, of which one phase has no number. */
function nextDay(): Dump {
  const dump = smallDump();
  const [first] = dump.ordens_fabrico!;
  return {
    ...dump,
    ordens_fabrico: [...dump.ordens_fabrico!, { ...first, of_id: 9001 }],
    fases_ordem_fabrico: dump.fases_ordem_fabrico!.map((one, n) =>
      n === 0 ? { ...one, faseof_id: 'x' } : one,
    ),
  };
}

const fileOf = (dump: Dump, name = 'Folha_IA.xlsx') => ({
  name,
  mimeType: xlsx,
  buffer: dumpWorkbook(dump),
});

/** The page of data, in the hands of somebody who may take files in. */
async function openAsOperator({ api, open }: Site, path = '/dados'): Promise<Page> {
  const keyId = parseToken(await api.key('operator'))!.id;
  return await open(`${path}#entrar=${await makeCode(api.database.pool, { keyId })}`);
}

async function work({ api: { database, config } }: Site): Promise<void> {
  const log = createLog({ level: 'fatal', destination: { write: () => {} } });
  const worker = await startJobWorker({ database, config, log });
  onTestFinished(() => worker.stop(5_000));
}

const holdingOneDay = async (): Promise<Site> => await siteOn(await newPlant(firstServer, smallDump()));

const choose = (page: Page, file: ReturnType<typeof fileOf>) =>
  page.locator('[data-panel=upload] input[type=file]').setInputFiles(file);

const shown = (page: Page, what: string) => page.locator(`[data-upload=${what}]`);

describe.skipIf(chromePath === null)('taking in a file, in a real browser', () => {
  it('the page of a run goes along with it to its end, and tells why it failed in the language of the reader', async () => {
    const site = await holdingOneDay();
    const { database } = site.api;
    const { runId, die } = await runningRun(database);
    const page = await site.open(`/dados/cargas/${runId}`);
    const stage = page.locator('[data-panel=under-way] [role=status]');
    await eventually(() => stage.textContent()).toContain('A abrir o ficheiro');
    await database.pool.query("UPDATE ingestion_runs SET stage = 'merge' WHERE run_id = $1", [runId]);
    await eventually(() => stage.textContent()).toContain('A juntar ao que já havia');
    await die();
    await page.getByText('O processo terminou sem acabar').first().waitFor();
    expect(await stage.count()).toBe(0);
    // The next run writes down how it ended.
    await site.api.ingest(nextDay());
    const english = await site.open('/definicoes');
    await english.getByRole('button', { name: 'English' }).first().click();
    await english.goto(`${site.api.url}/dados/cargas/${runId}`);
    await english.getByText('The process ended before the run did').first().waitFor();
  });

  it('is followed to what came in and what was thrown out; all pages are of the new file then', async () => {
    const site = await holdingOneDay();
    await work(site);
    const page = await openAsOperator(site);
    await choose(page, fileOf(nextDay(), 'Folha de maio.xlsx'));
    await shown(page, 'published').waitFor();
    const path = '/api/ingestion/runs/2' as '/api/ingestion/runs/{run_id}';
    const { data } = await site.ask(path);
    expect(data.source_name).toBe('Folha de maio.xlsx');
    const sum = (of: 'rows' | 'inserted' | 'updated' | 'gone' | 'rejected') =>
      data.sheets.reduce((all, one) => all + one[of], 0);
    expect(sum('rejected')).toBe(1);
    const text = (await shown(page, 'published').locator('p').textContent())!;
    expect(text.split(/[:,;]/).map(numberOf)).toEqual(
      (['rows', 'inserted', 'updated', 'gone', 'rejected'] as const).map(sum),
    );
    await eventually(() => page.locator('[data-trust=run]').textContent()).toBe('2');
    // The address holds the job: whoever opens it sees how it ended.
    expect(new URL(page.url()).search).toMatch(/^\?tarefa=ingest-/);
    await page.reload();
    await shown(page, 'published').waitFor();
    await page.getByRole('link', { name: 'Ver a carga, folha a folha' }).click();
    await page.getByRole('heading', { name: 'Carga 2' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-corrections]').click(),
    ]);
    expect(download.suggestedFilename()).toBe('correcoes-carga-2.xlsx');
  });

  it('takes a file that is dropped, and says of one that is none why, in both languages', async () => {
    const site = await holdingOneDay();
    const page = await openAsOperator(site);
    const browser = await page.context().newCDPSession(page);
    // As the system gives a file that somebody drags from its folder.
    const drop = async (content: string) => {
      const data = {
        items: [],
        files: [await writeWorkbook(Buffer.from(content), 'notas.xlsx')],
        dragOperationsMask: 1,
      };
      const { x, y } = (await page.locator('.upload-zone').boundingBox())!;
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await browser.send('Input.dispatchDragEvent', { type, x: x + 20, y: y + 20, data });
    };
    await drop('isto não é um livro');
    await eventually(() => shown(page, 'refused').getAttribute('data-code')).toBe('NOT_A_ZIP');
    expect(await shown(page, 'refused').textContent()).toContain('notas.xlsx');
    expect(await shown(page, 'refused').textContent()).toContain('Os números de antes continuam à vista.');
    await page.getByRole('button', { name: 'English' }).click();
    await drop('still no workbook');
    await eventually(() => shown(page, 'refused').textContent()).toContain('is not');
    expect(await page.locator('[data-trust=run]').textContent()).toBe('1');
  });

  it('says of a file that is refused inside why and what to do, and what was there stays', async () => {
    const site = await holdingOneDay();
    await work(site);
    const page = await openAsOperator(site);
    const { funcionarios: _, ...without } = nextDay();
    await choose(page, fileOf(without as Dump));
    await eventually(() => shown(page, 'refused').getAttribute('data-code')).toBe('SHEET_SHRANK');
    const path = '/api/ingestion/runs/2' as '/api/ingestion/runs/{run_id}';
    const { data } = await site.ask(path);
    for (const told of [data.error_message, data.error_remedy])
      expect(await shown(page, 'refused').textContent()).toContain(told);
    expect(await page.locator('[data-trust=run]').textContent()).toBe('1');
    await eventually(() => page.locator('[data-table=runs] tr[data-run="2"]').count()).toBe(1);
    // What was refused comes in where somebody says that it is right.
    await page.getByRole('button', { name: 'Carregar outro ficheiro' }).click();
    await page.getByLabel('Carregar mesmo que pareça').check();
    await choose(page, fileOf(without as Dump));
    await shown(page, 'published').waitFor();
  });

  it('can be cancelled while it waits, and while it works', async () => {
    const site = await holdingOneDay();
    const page = await openAsOperator(site);
    const cancel = async () => {
      await page.getByRole('button', { name: 'Cancelar' }).click();
      await eventually(() => page.locator('[data-panel=upload]').textContent()).toContain(
        'Cancelado: nada mudou.',
      );
    };
    await choose(page, fileOf(nextDay()));
    await page.getByText('De momento nenhum processo faz cargas').waitFor();
    await cancel();
    // Another run holds the lock: the job has begun and waits for it.
    await runningRun(site.api.database);
    await work(site);
    await page.getByRole('button', { name: 'Carregar outro ficheiro' }).click();
    await choose(page, fileOf(nextDay()));
    await shown(page, 'working').waitFor();
    await eventually(async () => (await (await site.api.jobs()).list({ states: ['active'] })).length).toBe(1);
    await cancel();
    expect(await page.locator('[data-trust=run]').textContent()).toBe('1');
  });

  it('is for operators: a reader is told so', async () => {
    const page = await (await holdingOneDay()).open('/dados');
    await shown(page, 'readers').getByText('Só um operador pode carregar ficheiros.').waitFor();
    expect(await page.locator('[data-panel=upload] input[type=file]').count()).toBe(0);
    await page.goto(page.url().replace('/dados', '/dados/cargas/1'));
    await page.getByRole('heading', { name: 'Carga 1' }).waitFor();
  });

  it('begins a factory of which nothing is known yet', async () => {
    const site = await siteOn(await newPlant(firstServer));
    await work(site);
    const page = await openAsOperator(site, '/');
    await page.getByRole('link', { name: 'Carregar um ficheiro' }).click();
    await choose(page, fileOf(smallDump()));
    await shown(page, 'published').waitFor();
    await eventually(() => page.locator('[data-trust=run]').textContent()).toBe('1');
    await page.locator('[data-table=sheets]').waitFor();
  });
});

describe.skipIf(chromePath === null)('going back to an earlier state, in a real browser', () => {
  it('says first what would be undone, as the states differ, and then does it', async () => {
    const site = await siteOn(
      await newPlant(
        firstServer,
        { dump: smallDump(), asOf },
        { dump: nextDay(), asOf: '2023-05-11T18:00:00' },
      ),
    );
    await work(site);
    const page = await openAsOperator(site, '/dados/cargas/1');
    await page.getByRole('button', { name: 'Repor a carga 1' }).click();
    const path = '/api/ingestion/runs/1/diff/2' as '/api/ingestion/runs/{a}/diff/{b}';
    const { orders } = (await site.ask(path)).data;
    const told = page.locator('[data-undone] li');
    await eventually(() => told.count()).toBeGreaterThan(0);
    for (const one of await told.all()) {
      const kind = (await one.getAttribute('data-kind')) as 'created';
      expect(numberOf(await one.textContent()), kind).toBe(orders[kind].length);
    }
    await page.getByRole('button', { name: 'Deixar como está' }).click();
    await eventually(() => page.getByRole('alertdialog').count()).toBe(0);
    expect(await page.locator('[data-trust=run]').textContent()).toBe('2');
    await page.getByRole('button', { name: 'Repor a carga 1' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Repor a carga 1' }).click();
    await page.getByText('Reposta: o estado anterior é agora a carga 3').waitFor();
    await eventually(() => page.locator('[data-trust=run]').textContent()).toBe('3');
    expect((await site.api.get('/api/prodplan/orders/9001')).status).toBe(404);
  });
});
