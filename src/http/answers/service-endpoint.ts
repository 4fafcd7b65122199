import type pg from 'pg';
import type { z } from 'zod';
import { observe } from '../../platform/metrics.js';
import { askAll, type Caller, type Reply, type Service, usualText } from '../../services/index.js';
import { type Call, defineEndpoint, type Endpoint, type Outcome } from '../endpoint.js';
import type { ExportTable } from '../exports/table.js';
import { answerTo } from './answer-to.js';
import { encoded } from './encoded.js';
import { envelopeOf } from './envelope.js';
import { matches } from './etag.js';
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
    access: service.access ?? 'read',
    params: service.params,
    ...(service.table === null ? {} : { table: service.table.row }),
    responses: [
      { status: 200, description: 'A resposta com o que a suporta', schema: envelopeOf(service) },
      { status: 304, description: 'A resposta é a que já tem (If-None-Match)' },
    ],
    problems: ['NOTHING_PUBLISHED', ...(namesOne(service) ? (['NOT_FOUND'] as const) : [])],
    handle: (call) => (call.format === 'json' ? json(service, call) : table(service, call)),
  });
}

/** A parameter that must be given names an order or a product, and there may be none of that number. */
function namesOne({ params }: Service): boolean {
  return Object.values(params.shape).some((one) => !(one as z.ZodType).safeParse(undefined).success);
}

async function json(service: Service, call: Call<Params, unknown>): Promise<Outcome> {
  const { context, params, request } = call;
  const caller: Caller = { maySeeNames: call.caller.maySeeNames };
  const { answer: found, from } = await answerTo(context, service, params, caller);
  observe.answer(service.name, from);
  const headers = { etag: found.etag, 'cache-control': 'private, no-cache' };
  if (matches(request.headers['if-none-match'], found.etag)) return { unchanged: true, headers };
  const { bytes, encoding } = await encoded(found, request.headers['accept-encoding']);
  return {
    bytes,
    type: 'application/json; charset=utf-8',
    headers: { ...headers, ...(encoding === null ? {} : { 'content-encoding': encoding }) },
  };
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
        facts: [[call.language === 'pt' ? 'ficheiro' : 'file', file], ...factsOf(first, call.language)],
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
