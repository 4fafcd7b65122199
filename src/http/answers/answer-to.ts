import type pg from 'pg';
import { nothingPublished } from '../../evidence/index.js';
import { ask, type Caller, type Service } from '../../services/index.js';
import type { HttpContext } from '../context.js';
import type { CachedAnswer } from './cache.js';
import { render, stateText } from './render.js';

/** An answer, and whether it had to be asked for. */
export interface FoundAnswer {
  readonly answer: CachedAnswer;
  readonly from: 'cache' | 'database';
}

type Asking = Pick<HttpContext, 'database' | 'cache' | 'beside'>;

/** The answer to a question, as it goes out. */
export async function answerTo(
  asking: Asking,
  service: Service,
  params: Record<string, unknown>,
  caller: Caller,
): Promise<FoundAnswer> {
  const { database, cache } = asking;
  const question = canonical(service, params, caller);
  const state = await stateOfData(database.pool);
  const known = cache.known(question, state);
  if (known !== undefined) return { answer: known, from: 'cache' };
  const found = cache.find(question, state, () => find(asking, service, params, caller));
  return { answer: await found, from: 'database' };
}

/** Heavy questions are answered beside, where that is possible. */
async function find(
  { database, beside }: Asking,
  service: Service,
  params: Record<string, unknown>,
  caller: Caller,
): Promise<CachedAnswer> {
  const answer = service.heavy === true ? await beside?.ask(service, params, caller) : null;
  return answer ?? render(await ask(database.pool, service, params, caller));
}

/** What readers see now: read in every request, so that no answer outlives its data. */
async function stateOfData(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ run_id: number; data_version: number }>({
    name: 'state-of-data',
    text: 'SELECT run_id, data_version FROM publication WHERE run_id IS NOT NULL',
  });
  if (rows[0] === undefined) throw nothingPublished();
  return stateText(rows[0].run_id, rows[0].data_version);
}

/** The same question has the same text, in whatever order its parameters came. */
function canonical(service: Service, params: Record<string, unknown>, caller: Caller): string {
  const sorted = Object.entries(params)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([service.name, caller.maySeeNames, sorted]);
}
