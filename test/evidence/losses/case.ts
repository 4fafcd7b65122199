import { join } from 'node:path';
import { undetectable } from '../../../src/evidence/index.js';
import { type Ingested, ingest } from '../../../src/ingestion/run.js';
import { writeSample } from '../../../src/sample/index.js';
import { ask, type Reply, readParams, type Service, services } from '../../../src/services/index.js';
import type { TestDatabase, TestServer } from '../../support/database.js';
import { temporaryFolderOf } from '../../support/dump.js';
import { untold } from './figures.js';
import { datedTables, type Loss, losing, readWhole, type Whole } from './losing.js';

const asOf = '2023-04-30T18:00:00';
/** Finished by now for the most part, and followed by others. */
export const month = '2023-02';

/** First file, or the one after a whole one, by --force. */
export type Place = 'first' | 'next';

export interface Factory {
  readonly whole: Whole;
  readonly questions: readonly Asked[];
  readonly truth: ReadonlyMap<string, Reply>;
  /** What the answers to a dump that lost rows keep to themselves. */
  untoldOf(loss: Loss, place: Place): Promise<string[]>;
  /** ... taken in by `fill`, from a workbook for instance. */
  untoldAfter(place: Place, fill: (test: TestDatabase) => Promise<unknown>): Promise<string[]>;
  remove(): Promise<void>;
}

interface Asked {
  readonly service: Service;
  readonly params: Readonly<Record<string, string>>;
}

/** An invented factory, taken in whole: what is true of it. */
export async function newFactory(
  server: TestServer,
  { orders, seed }: { orders: number; seed: number },
): Promise<Factory> {
  const { folder, remove } = await temporaryFolderOf();
  const path = join(folder, 'Folha_IA.xlsx');
  await writeSample(path, { orders, seed, asOf });
  const takeIn = (test: Pick<TestDatabase, 'database'>): Promise<Ingested> =>
    ingest({
      database: test.database,
      path,
      extractsFolder: join(folder, 'extracts'),
      timeZone: 'Europe/Lisbon',
      asOf,
    });
  const first = await server.create();
  const { result } = await takeIn(first);
  const whole = await readWhole(join(folder, 'extracts', `run-${result.run_id}`));
  const questions = await everyQuestion(first);
  const truth = await answersOf(first, questions);
  await first.drop();

  const untoldAfter: Factory['untoldAfter'] = async (place, fill) => {
    const what = `losses ${orders} ${seed}`;
    const test =
      place === 'first'
        ? await server.create()
        : await server.createHolding([{ what, fill: (database) => takeIn({ database }) }]);
    try {
      await fill(test);
      const replies = await answersOf(test, questions);
      return [...replies].flatMap(([question, reply]) =>
        untold(truth.get(question)!, reply).map((line) => `${question}: ${line}`),
      );
    } finally {
      await test.drop();
    }
  };
  return {
    whole,
    questions,
    truth,
    remove,
    untoldAfter,
    untoldOf: (loss, place) =>
      untoldAfter(place, async ({ database }) =>
        ingest({
          database,
          path: whole.folder,
          identity: losing(whole, loss, seed),
          extractsFolder: join(folder, 'lost'),
          timeZone: 'Europe/Lisbon',
          asOf,
          force: true,
        }),
      ),
  };
}

/** What no single file can show is asked of the next file only. */
export function canBeSeen({ table }: Loss, place: Place): boolean {
  return place === 'next' || !undetectable.some((one) => one.table === table);
}

export const shares = [0.1, 0.4, 0.68, 0.95] as const;

export function lossesOf(table: string): Loss[] {
  const months = datedTables.includes(table) ? [null, month] : [null];
  return months.flatMap((one) => shares.map((share) => ({ table, share, month: one })));
}

/** Every declared question but those about the file itself, whole and through each kind of filter that it takes. */
async function everyQuestion({ database }: TestDatabase): Promise<Asked[]> {
  const one = async (sql: string): Promise<string> => String((await database.pool.query(sql)).rows[0].id);
  const product = await one(
    'SELECT produto_id AS id FROM agg_order WHERE produto_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1',
  );
  const order = await one(
    `SELECT of_id AS id FROM agg_order WHERE state = 'DONE' AND demould_day >= '${month}-01' ORDER BY demould_day, of_id LIMIT 1`,
  );
  return services
    .filter(({ rows }) => rows !== 'file')
    .flatMap((service) => variantsOf(service, { product, order }));
}

function variantsOf(service: Service, { product, order }: { product: string; order: string }): Asked[] {
  const { shape } = service.params;
  const inPath: Record<string, string> = {};
  if (service.path.includes('{of_id}')) inPath.of_id = order;
  if (service.path.includes('{produto_id}')) inPath.produto_id = product;
  if ('limit' in shape) inPath.limit = '1000';
  const filters: Record<string, string>[] = [{}];
  if ('from' in shape) filters.push({ from: `${month}-01`, to: `${month}-28` });
  if ('familia' in shape) filters.push({ familia: 'K1' });
  // Rows are looked for by month and by family: those of which nobody knows the family must not be lost between both.
  if ('from' in shape && 'familia' in shape)
    filters.push({ from: `${month}-01`, to: `${month}-28`, familia: 'K1' });
  if ('produto_id' in shape && inPath.produto_id === undefined) filters.push({ produto_id: product });
  if ('by' in shape)
    filters.push(...['product', 'month', 'familia', 'produto', 'fase_culpada'].map((by) => ({ by })));
  return filters
    .map((filter) => ({ service, params: { ...inPath, ...filter } }))
    .filter(({ params }) => service.params.safeParse(params).success);
}

async function answersOf(
  { database }: TestDatabase,
  questions: readonly Asked[],
): Promise<Map<string, Reply>> {
  const replies = new Map<string, Reply>();
  for (const { service, params } of questions) {
    const name = `${service.name} ${JSON.stringify(params)}`;
    const reply = await ask(database.pool, service, readParams(service, params), {
      maySeeNames: false,
    }).catch((error: { code?: string }) => {
      // An order or a product that went with the rows is told as missing.
      if (error.code === 'NOT_FOUND' || error.code === 'BAD_PARAMETER') return null;
      throw error;
    });
    if (reply !== null) replies.set(name, reply);
  }
  return replies;
}
