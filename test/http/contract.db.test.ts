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
  readonly schema: {
    readonly type?: string;
    readonly enum?: readonly string[];
    readonly format?: string;
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maximum?: number;
  };
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

/** Mostly what the schema allows, often what the dump has, now and then what nobody should send. */
function anyValueOf({ schema }: Parameter): fc.Arbitrary<string> {
  const { minimum = 1, maximum = 2_000 } = schema;
  const good: fc.Arbitrary<string> = schema.enum
    ? fc.constantFrom(...schema.enum)
    : schema.type === 'integer'
      ? fc
          .oneof(fc.constantFrom(1, 6, 12, 201, 1001, 1019), fc.integer({ min: minimum, max: maximum }))
          .map((n) => String(Math.min(n, maximum)))
      : schema.format === 'date'
        ? fc.constantFrom('2023-03-10', '2023-04-01', '2023-04-20', '0001-01-01', '9999-12-31')
        : schema.pattern
          ? fc.stringMatching(new RegExp(schema.pattern))
          : fc.constantFrom('K1', 'K1 Modelo', 'ordens_fabrico', 'prodplan.orders');
  const bad = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer().map(String), fc.constant('2023-02-29'));
  return fc.oneof({ weight: 15, arbitrary: good }, { weight: 1, arbitrary: bad });
}

/** Each parameter is left out more often than not: together they would hardly ever all be right. */
function someOf(parameters: readonly Parameter[]): fc.Arbitrary<Record<string, string>> {
  const each = parameters.map((parameter) => {
    const value = anyValueOf(parameter);
    return parameter.in === 'path' ? value : fc.option(value, { freq: 2, nil: undefined });
  });
  return fc.tuple(fc.infiniteStream(fc.nat({ max: 3 })), ...each).map(([chance, ...values]) =>
    Object.fromEntries(
      parameters.flatMap((one, place) => {
        const [value, roll] = [values[place], chance.next().value];
        return value === undefined || (one.in === 'query' && roll > 0) ? [] : [[one.name, value]];
      }),
    ),
  );
}

const calls = Object.entries(document.paths)
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  // Streams of events do not end by themselves.
  .filter(({ path }) => !path.endsWith('/events'));

it('every call is answered by 2xx or a refusal that the description names, and every body fits it', async () => {
  const api = await newApi({ holding: smallDump() });
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (formats.default as unknown as (one: Ajv2020) => void)(ajv);
  ajv.addSchema(openApi(), 'api');
  const one = fc.constantFrom(...calls).chain((call) => {
    return fc.record({
      call: fc.constant(call),
      values: someOf(call.operation.parameters),
      extra: fc.oneof(
        { weight: 15, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
      ),
    });
  });
  const seen = new Set<string>();
  let answered = 0;
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
      if (response.status < 300) {
        seen.add(operation.operationId);
        answered++;
      }
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
  expect(seen.size).toBeGreaterThan(0.75 * endpoints.length);
  expect(answered).toBeGreaterThan(400);
}, 300_000);

it('an answer is never of an earlier state, and says when nothing has changed', async () => {
  const api = await newApi({ holding: smallDump() });
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
