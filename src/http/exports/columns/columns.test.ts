import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoints } from '../../endpoints/index.js';
import { codesOf, wordOf } from './codes.js';
import { columnsOf } from './columns.js';
import { titles } from './titles/index.js';

const tables = endpoints.flatMap(({ name, table }) => (table === undefined ? [] : [[name, table] as const]));

/** The codes that a column may hold, as its declaration lists them. */
function codesDeclared(row: z.ZodObject, field: string): string[] {
  const schema = z.toJSONSchema(row, { unrepresentable: 'any' }).properties?.[field];
  const all = (JSON.stringify(schema) ?? '').matchAll(/"(?:enum":\[([^\]]*)\]|const":("[^"]*"))/g);
  return [...all].flatMap(([, list, one]) => JSON.parse(`[${list ?? one}]`) as string[]);
}

describe('the columns of every table', () => {
  it.each(tables)('%s have each a Portuguese title of its own', (_, row) => {
    const names = columnsOf(row).map(({ title }) => title.toLowerCase());
    expect(Object.keys(row.shape).filter((field) => titles[field] === undefined)).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(tables)('%s have each an English title of its own, without a word of Portuguese', (_, row) => {
    const names = columnsOf(row, [], 'en').map(({ title }) => title.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    const portuguese =
      /[à-ÿ_]|\b(fase|nome|produto|familia|gravidade|descricao|funcionario|sequencia|of id)\b/;
    expect(names.filter((one) => portuguese.test(one))).toEqual([]);
  });

  it('are all that have titles', () => {
    const fields = new Set(tables.flatMap(([, row]) => Object.keys(row.shape)));
    expect(tables.length).toBeGreaterThan(30);
    expect(Object.keys(titles).filter((field) => !fields.has(field))).toEqual([]);
  });

  it('that hold codes have a word for each', () => {
    const missing = tables
      // Jobs and the API itself are told to whoever runs the server.
      .filter(([name]) => !/^(jobs|about)\./.test(name))
      .flatMap(([name, row]) =>
        Object.keys(row.shape).flatMap((field) =>
          codesDeclared(row, field)
            .filter((code) => codesOf(field)[code] === undefined)
            .map((code) => `${name} ${field} ${code}`),
        ),
      );
    expect(missing).toEqual([]);
    expect([
      wordOf('state', 'DONE'),
      wordOf('gravidade', 3),
      wordOf('of_id', 3),
      wordOf('state', null),
    ]).toEqual(['acabada', 'grave', 3, null]);
  });
});

it('a text that is called as what every object has stays as it is, in both languages', () => {
  for (const text of ['toString', 'constructor', '__proto__'])
    for (const column of ['text', 'state'])
      expect([wordOf(column, text), wordOf(column, text, 'en')]).toEqual([text, text]);
});

it('numbers that name something are not grouped, shares are per cent, the rest is rounded to the eye only', () => {
  const row = z.object({
    of_id: z.int(),
    orders: z.int().nullable(),
    first_pass_yield: z.number().nullable(),
    deck_kg: z.number(),
    data_version: z.number().int(),
    rows: z.number().int(),
    state: z.string(),
  });
  expect(columnsOf(row).map(({ format }) => format)).toEqual([
    undefined,
    'integer',
    'share',
    'decimal',
    undefined,
    'integer',
    undefined,
  ]);
});

it('a legend has what the figure of the house says, and what the declaration says of this column', () => {
  const row = z.object({ age_days: z.int().nullable().describe('Dias da criação ao momento do ficheiro') });
  const figure = {
    figure: 'age_days',
    title: 'Idade',
    unit: 'dias',
    definition: 'Conta-se.',
    limits: 'Sem horas.',
  };
  expect(columnsOf(row, [figure])).toEqual([
    {
      field: 'age_days',
      title: 'Idade (dias)',
      unit: 'dias',
      definition: 'Dias da criação ao momento do ficheiro Conta-se.',
      limits: 'Sem horas.',
      format: 'integer',
    },
  ]);
});
