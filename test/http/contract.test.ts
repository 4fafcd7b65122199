import { Ajv2020 } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { endpoints } from '../../src/http/endpoints/index.js';
import { openApi } from '../../src/http/openapi/index.js';
import { smallDump } from '../support/dump.js';
import { newApi } from './support.js';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: { readonly type?: string; readonly enum?: readonly string[]; readonly format?: string };
}

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly responses: Readonly<Record<string, { content?: Record<string, unknown> }>>;
}

const document = openApi() as unknown as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

const pointed = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** Mostly what the schema allows, now and then what nobody should send. */
function anyValueOf({ schema }: Parameter): fc.Arbitrary<string> {
  const good: fc.Arbitrary<string> = schema.enum
    ? fc.constantFrom(...schema.enum)
    : schema.type === 'integer'
      ? fc.oneof(fc.integer({ min: 1, max: 1030 }).map(String), fc.integer().map(String))
      : schema.format === 'date'
        ? fc.constantFrom('2023-04-01', '2023-04-20', '0001-01-01', '9999-12-31', '2023-02-29')
        : fc.constantFrom('K1', 'K1 Modelo', 'LATE', 'IN_PROGRESS', 'month', 'ordens_fabrico');
  return fc.oneof({ weight: 5, arbitrary: good }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) });
}

const calls = Object.entries(document.paths)
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  .filter(({ operation }) => operation.operationId !== 'ingestion.events');

it('every call is answered by 2xx or a refusal that the description names, and every body fits it', async () => {
  const api = await newApi();
  await api.ingest(smallDump());
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (formats.default as unknown as (one: Ajv2020) => void)(ajv);
  ajv.addSchema(openApi(), 'api');
  const one = fc.constantFrom(...calls).chain((call) => {
    const { parameters } = call.operation;
    const values = fc.record(
      Object.fromEntries(parameters.map((parameter) => [parameter.name, anyValueOf(parameter)])),
      { requiredKeys: parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name) },
    );
    return fc.record({
      call: fc.constant(call),
      values,
      extra: fc.option(fc.string({ maxLength: 5 }), { freq: 12 }),
    });
  });
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(one, async ({ call: { path, method, operation }, values, extra }) => {
      const query = new URLSearchParams();
      let url = path;
      for (const parameter of operation.parameters) {
        const value = values[parameter.name];
        if (value === undefined) continue;
        if (parameter.in === 'query') query.set(parameter.name, value);
        else
          url = url.replace(`{${parameter.name}}`, () =>
            encodeURIComponent(value === '.' || value === '..' || value === '' ? '1' : value),
          );
      }
      if (extra !== null) query.set(extra, 'x');
      const response = await fetch(`${api.url}${url}?${query}`, {
        method: method.toUpperCase(),
        headers: {
          authorization: `Bearer ${api.token}`,
          ...(method === 'post' ? { 'content-type': 'application/json' } : {}),
        },
        ...(method === 'post' ? { body: '{}' } : {}),
      });
      const text = await response.text();
      const where = `${method} ${url}?${query}: ${response.status} ${text.slice(0, 400)}`;
      expect(response.status, where).toBeLessThan(500);
      const type = (response.headers.get('content-type') ?? '').split(';')[0]!;
      const described = operation.responses[response.status]?.content ?? {};
      expect(Object.keys(described), where).toContain(type);
      if (response.status < 300) seen.add(operation.operationId);
      if (!type.includes('json')) return;
      const place = `api#/paths/${pointed(path)}/${method}/responses/${response.status}/content/${pointed(type)}/schema`;
      const validate = ajv.getSchema(place)!;
      expect(validate(JSON.parse(text)), `${where} ${JSON.stringify(validate.errors?.slice(0, 3))}`).toBe(
        true,
      );
    }),
    { numRuns: 1200, endOnFailure: true },
  );
  // It was not all refusals.
  expect(seen.size).toBeGreaterThan(endpoints.length / 2);
}, 300_000);

it('an answer is never of an earlier state, and says when nothing has changed', async () => {
  const api = await newApi();
  await api.ingest(smallDump());
  const path = '/api/prodplan/orders?limit=1';
  const first = await api.get(path);
  const etag = first.headers.get('etag')!;
  expect((await api.get(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
  const next = smallDump();
  next.ordens_fabrico!.pop();
  const { result } = await api.ingest(next, { force: true });
  const after = await api.get(path, { headers: { 'if-none-match': etag } });
  expect(after.status).toBe(200);
  expect(((await after.json()) as { support: object }).support).toMatchObject({
    run_id: result.run_id,
    data_version: 2,
    rows_used: 19,
  });
});
