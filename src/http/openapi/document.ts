import { z } from 'zod';
import { type Code, catalogue } from '../../platform/errors/catalogue.js';
import { statusOf } from '../../platform/errors/kinds.js';
import type { Access, Endpoint, ResponseShape } from '../endpoint.js';
import { problemSchema, problemType } from '../errors/problem.js';
import { mediaTypes } from '../exports/format.js';
import { paramsOf } from '../params.js';
import { cookieName } from '../sessions/cookie.js';
import { type JsonSchema, Schemas } from './schemas.js';

/** What every address may refuse. */
const common: readonly Code[] = [
  'BAD_PARAMETER',
  'BAD_REQUEST',
  'BAD_HOST',
  'KEY_REQUIRED',
  'BAD_KEY',
  'HOST_REFUSED',
  'ORIGIN_REFUSED',
  'NOT_ACCEPTABLE',
  'TOO_MANY_REQUESTS',
  'HEADERS_TOO_LARGE',
  'UNEXPECTED',
  'TIMEOUT',
  'DATABASE_UNREACHABLE',
  'DATABASE_LOST',
  'DATABASE_OUT_OF_MEMORY',
  'DISK_FULL',
  'READ_ONLY_SERVER',
  'NOT_MIGRATED',
  'DATABASE_NEWER_THAN_CODE',
  'MISSING_RIGHTS',
];

/** What may be wrong with a body, also where none is asked for. */
const ofBodies: readonly Code[] = ['BAD_BODY', 'TOO_LARGE', 'UNSUPPORTED_TYPE'];

/** The API's description, OpenAPI 3.1, from its declarations alone: no server, no database. */
export function openApiDocument(endpoints: readonly Endpoint[], version: string): JsonSchema {
  const schemas = new Schemas();
  schemas.of(problemSchema, 'output');
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operation(endpoint, schemas),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Prodplan',
      version,
      description:
        'Perguntas ao ficheiro do ERP, cada resposta com o que a suporta. Nesta máquina as leituras são livres; ' +
        'o que altera alguma coisa, e tudo o que venha de fora, precisa de uma chave.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(endpoints.map((one) => one.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: schemas.all(),
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'pp_..., de «prodplan keys»' },
        password: {
          type: 'http',
          scheme: 'basic',
          description: 'A chave como senha, só para ler: Excel, Power BI',
        },
        session: { type: 'apiKey', in: 'cookie', name: cookieName, description: 'De POST /api/session' },
      },
    },
  };
}

function operation(endpoint: Endpoint, schemas: Schemas): JsonSchema {
  return {
    operationId: endpoint.name,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(endpoint.description === undefined ? {} : { description: endpoint.description }),
    security: securityOf(endpoint.access),
    parameters: parameters(endpoint),
    ...(endpoint.body === undefined ? {} : { requestBody: requestBody(endpoint, endpoint.body, schemas) }),
    responses: responses(endpoint, schemas),
  };
}

/** {}: without a key, where this machine is the only one that is served. */
function securityOf(access: Access): JsonSchema[] {
  const [key, session, password] = [{ key: [] }, { session: [] }, { password: [] }];
  if (access === 'operate') return [key, session];
  return access === 'pay' ? [key, session, password] : [{}, key, session, password];
}

function responses(endpoint: Endpoint, schemas: Schemas): JsonSchema {
  const all: Record<string, JsonSchema> = refusals(endpoint);
  for (const one of endpoint.responses) {
    const own = response(endpoint, one, schemas);
    const content = { ...(own.content as JsonSchema), ...(all[one.status]?.content as JsonSchema) };
    all[one.status] = Object.keys(content).length === 0 ? own : { ...own, content };
  }
  return all;
}

function parameters(endpoint: Endpoint): JsonSchema[] {
  const params = paramsOf(endpoint);
  const { properties = {}, required = [] } = z.toJSONSchema(params, { io: 'input' }) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => {
    const inPath = endpoint.path.includes(`{${name}}`);
    return {
      name,
      in: inPath ? 'path' : 'query',
      required: inPath || required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema,
    };
  });
}

function requestBody(endpoint: Endpoint, body: z.ZodType, schemas: Schemas): JsonSchema {
  const { uploadFields } = endpoint;
  return {
    required: uploadFields !== undefined || !body.safeParse({}).success,
    content: {
      'application/json': { schema: schemas.of(body, 'input') },
      ...(uploadFields === undefined
        ? {}
        : { 'multipart/form-data': { schema: form(uploadFields, schemas) } }),
    },
  };
}

function form(fields: z.ZodObject, schemas: Schemas): JsonSchema {
  const { properties, ...rest } = schemas.of(fields, 'input') as { properties: JsonSchema };
  const file = { type: 'string', format: 'binary', description: 'O ficheiro .xlsx' };
  return { ...rest, properties: { file, ...properties }, required: ['file'] };
}

function response(
  endpoint: Endpoint,
  { description, schema, type }: ResponseShape,
  schemas: Schemas,
): JsonSchema {
  if (schema === undefined && type === undefined) return { description };
  const text = { schema: { type: 'string' } };
  return {
    description,
    content: {
      ...(schema === undefined ? {} : { [mediaTypes.json]: { schema: schemas.of(schema, 'output') } }),
      ...(type === undefined ? {} : { [type]: text }),
      ...(endpoint.table !== undefined
        ? { [mediaTypes.csv]: text, [mediaTypes.xlsx]: { schema: { type: 'string', format: 'binary' } } }
        : {}),
    },
  };
}

/** By status: one description names all the codes that come with it. */
function refusals({ access, method, problems = [] }: Endpoint): Record<string, JsonSchema> {
  const codes = [...common, ...(method === 'GET' ? [] : ofBodies), ...problems];
  if (access === 'operate') codes.push('ROLE_REQUIRED');
  if (access === 'pay') codes.push('PAY_REFUSED');
  const byStatus = new Map<number, Set<Code>>();
  for (const code of codes) {
    const status = statusOf({ code, kind: catalogue[code].kind });
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
  }
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, names]) => [
        String(status),
        {
          description: [...names].join(', '),
          content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
  );
}
