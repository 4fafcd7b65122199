import { createHash } from 'node:crypto';
import type pg from 'pg';
import { nothingPublished } from '../../evidence/index.js';
import { observe } from '../../platform/metrics.js';
import { ask, askAll, type Caller, type Reply, type Service, usualText } from '../../services/index.js';
import { type Call, defineEndpoint, type Endpoint, type Outcome } from '../endpoint.js';
import type { ExportTable } from '../exports/table.js';
import type { CachedAnswer } from './cache.js';
import { encoded } from './encoded.js';
import { envelopeOf } from './envelope.js';
import { factsOf, sourceNameOf } from './facts.js';

type Params = Record<string, unknown>;

/** A declared question as an address. */
export function serviceEndpoint(service: Service): Endpoint {
  return defineEndpoint({
    name: service.name,
    method: 'GET',
    path: service.path,
    tag: service.name.split('.')[0]!,
    summary: service.summary,
    description: `${service.method}${usualText(service)}`,
    access: 'read',
    params: service.params,
    ...(service.table === null ? {} : { table: service.table.row }),
    responses: [
      { status: 200, description: 'A resposta com o que a suporta', schema: envelopeOf(service) },
      { status: 304, description: 'A resposta é a que já tem (If-None-Match)' },
    ],
    problems: ['NOTHING_PUBLISHED', ...(service.path.includes('{') ? (['NOT_FOUND'] as const) : [])],
    handle: (call) => (call.format === 'json' ? json(service, call) : table(service, call)),
  });
}

async function json(service: Service, call: Call<Params, unknown>): Promise<Outcome> {
  const { context, params, request } = call;
  const { pool } = context.database;
  const caller: Caller = { maySeeNames: call.caller.maySeeNames };
  const question = canonical(service, params, caller);
  const state = await stateOfData(pool);
  const known = context.cache.known(question, state);
  observe.answer(service.name, known === undefined ? 'database' : 'cache');
  const found =
    known ??
    (await context.cache.find(question, state, async () => render(await ask(pool, service, params, caller))));
  const headers = { etag: found.etag, 'cache-control': 'private, no-cache' };
  if (matches(request.headers['if-none-match'], found.etag)) return { unchanged: true, headers };
  const { bytes, encoding } = await encoded(found, request.headers['accept-encoding']);
  return {
    bytes,
    type: 'application/json; charset=utf-8',
    headers: { ...headers, ...(encoding === null ? {} : { 'content-encoding': encoding }) },
  };
}

function render(reply: Reply): CachedAnswer {
  const body = Buffer.from(JSON.stringify(reply));
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  return { body, etag, state: stateText(reply.support.run_id, reply.support.data_version) };
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

function stateText(runId: number, dataVersion: number): string {
  return `${runId}/${dataVersion}`;
}

/** The same question has the same text, in whatever order its parameters came. */
function canonical(service: Service, params: Params, caller: Caller): string {
  const sorted = Object.entries(params)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([service.name, caller.maySeeNames, sorted]);
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const plain = (text: string): string => text.trim().replace(/^W\//, '');
  return header.split(',').some((one) => plain(one) === plain(etag) || one.trim() === '*');
}

/** The whole list, whatever the page asked for: an export is not cut into pages. */
async function table(service: Service, call: Call<Params, unknown>): Promise<Outcome> {
  const { table: shape } = service;
  if (shape === null) throw new Error(`${service.name} has no table`);
  const { maySeeNames } = call.caller;
  const free = call.context.exports.take();
  const { pool } = call.context.database;
  const replies = askAll(pool, service, call.params, { maySeeNames });
  const close = async (): Promise<void> => {
    await replies.return(undefined).finally(free);
  };
  const { first, file } = await beginning(pool, replies).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  async function* pages(): ExportTable['pages'] {
    yield rowsOf(first);
    for await (const page of replies) yield rowsOf(page);
  }
  const rowsOf = (reply: Reply) => (reply.data === null ? [] : shape.rows(reply.data));
  return {
    table: {
      name: `${service.name}-carga-${first.support.run_id}`,
      row: shape.row,
      figures: service.figures,
      origin: {
        title: service.summary,
        path: service.path,
        filters: asked(call.params),
        facts: [['ficheiro', file], ...factsOf(first)],
      },
      pages: pages(),
      close,
    },
  };
}

/** The first page says of which run all are, and so of which file. */
async function beginning(pool: pg.Pool, replies: AsyncGenerator<Reply>) {
  const { done, value } = await replies.next();
  if (done === true) throw new Error('a question gave no page');
  return { first: value as Reply, file: await sourceNameOf(pool, value as Reply) };
}

/** Pages are of no concern to who gets the whole. */
function asked({ limit: _, cursor: __, ...filters }: Params): Params {
  return filters;
}
