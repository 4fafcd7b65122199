import { z } from 'zod';
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
};

/** The parameters of an address, as its description tells them. */
export function paramsOf({ params, table }: Endpoint): z.ZodObject {
  return table !== undefined ? z.strictObject({ ...params.shape, ...formatParams }) : params;
}
