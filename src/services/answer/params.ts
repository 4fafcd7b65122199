import { z } from 'zod';
import { productFamilies } from '../../evidence/index.js';

/**
 * Parameters that several questions share. All arrive as text (a query string) and leave typed. Use them in
 * `z.strictObject`: a parameter that does not exist must not be passed over in silence.
 */
const id = (description: string) =>
  z.coerce.number().int().min(1).max(99_999_999).describe(description).optional();

const day = (description: string) => z.iso.date().describe(description).optional();

/** `from` and `to` are days and both belong to the period. */
export const period = {
  from: day('Primeiro dia do período (AAAA-MM-DD)'),
  to: day('Último dia do período, incluído (AAAA-MM-DD)'),
};

export const productFilters = {
  produto_id: id('Produto (Produto_Id)'),
  familia: z.enum(productFamilies).describe('Família do modelo').optional(),
};

export const phaseFilter = { fase_id: id('Fase (Fase_Id)') };

/** The four filters of the house. */
export const filters = { ...period, ...productFilters, ...phaseFilter };

/** Of a list that is read page by page. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(1000).default(50).describe('Linhas por página'),
  cursor: z.string().min(1).max(2000).describe('O next_cursor da página anterior, tal como veio').optional(),
};

/** `true` or `false`; anything else is refused (z.coerce would take "false" for true). */
export const flag = (description: string) =>
  z
    .stringbool({ truthy: ['true', '1'], falsy: ['false', '0'] })
    .describe(description)
    .optional();

/** Text to search for, as it is typed. */
export const searchText = z.string().trim().min(1).max(100).describe('Texto a procurar').optional();
