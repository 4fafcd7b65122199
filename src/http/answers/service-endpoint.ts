import type { z } from 'zod';
import { observe } from '../../platform/metrics.js';
import { type Caller, type Service, usualText } from '../../services/index.js';
import { type Call, defineEndpoint, type Endpoint, type Outcome } from '../endpoint.js';
import { answerTable } from './answer-table.js';
import { answerTo } from './answer-to.js';
import { encoded } from './encoded.js';
import { envelopeOf } from './envelope.js';
import { matches } from './etag.js';

type AnyCall = Call<Record<string, unknown>, unknown>;

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

async function json(service: Service, call: AnyCall): Promise<Outcome> {
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

/** An export holds one of the places that there are until its reader has everything. */
async function table(service: Service, { context, params, caller, language }: AnyCall): Promise<Outcome> {
  const free = context.exports.take();
  const { pool } = context.database;
  const { maySeeNames } = caller;
  return { table: await answerTable({ pool, service, params, caller: { maySeeNames }, language, free }) };
}
