import { z } from 'zod';
import { parameterWords } from '../platform/errors/parameter.js';
import { type BadParameter, ParameterError } from '../services/index.js';
import type { Endpoint } from './endpoint.js';

/** Two parameters of every address whose answer is a table. */
const formatParams = {
  format: z
    .enum(['json', 'csv', 'csv-pt', 'xlsx'])
    .describe(
      'Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques',
    )
    .optional(),
  origin: z
    .enum(['true', 'false'])
    .describe(
      'Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos',
    )
    .optional(),
  language: z
    .enum(['pt', 'en'])
    .describe('Em que língua vêm títulos, palavras e legenda de um ficheiro (pt)')
    .optional(),
};

/** The parameters of an address, as its description tells them. */
export function paramsOf({ params, table }: Endpoint): z.ZodObject {
  return table !== undefined ? z.strictObject({ ...params.shape, ...formatParams }) : params;
}

/** Path and query as one; a path's own parameter may not be given a second time. */
export function mergedParams({
  params,
  query,
}: {
  readonly params: unknown;
  readonly query: unknown;
}): Record<string, unknown> {
  const path = params as Record<string, unknown>;
  const raw: Record<string, unknown> = { ...(query as Record<string, unknown>) };
  const bad: BadParameter[] = Object.keys(path)
    .filter((name) => name in raw)
    .map((parameter) => ({ parameter, sentence: parameterWords.inThePath }));
  for (const [name, value] of Object.entries({ ...raw, ...path })) {
    if (typeof value === 'string' && value.includes('\0'))
      bad.push({ parameter: name, sentence: parameterWords.nullCharacter });
  }
  if (bad.length > 0) throw new ParameterError(bad);
  return { ...raw, ...path };
}
