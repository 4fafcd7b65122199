import { z } from 'zod';
import { normalise } from '../../aggregates/index.js';
import { factorySettings, noFamily, productFamilies } from '../../contract/factory/index.js';
import { because, parameterWords } from '../../platform/errors/parameter.js';

/**
 * Parameters that several questions share. All arrive as text (a query string) and leave typed. Use them in
 * `z.strictObject`: a parameter that does not exist must not be passed over in silence.
 */

/** Digits and nothing else: what JavaScript takes for a number (`0x10`, `1e3`, a blank) nobody means. */
export const wholeNumber = (lowest: number, highest: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value),
    z.int().min(lowest).max(highest),
  );

/** Of orders, products, phases. */
export const idNumber = wholeNumber(1, 99_999_999);

const id = (description: string) => idNumber.describe(description).optional();

/** The calendar begins with the year 1: the database knows no year 0. */
const day = (description: string) =>
  z.iso
    .date()
    .refine((text) => text >= '0001-01-01', because(parameterWords.beforeYearOne))
    .describe(description)
    .optional();

/** Whole months are read where no sums go down to the day. */
export const wholeMonths = 'alargado a meses inteiros';

/** `from` and `to` are days and both belong to the period; `of` says what happened on them. Portuguese. */
export const periodOf = (of: string) => ({
  from: day(`Primeiro dia do período (AAAA-MM-DD), pelo dia ${of}`),
  to: day(`Último dia do período, incluído (AAAA-MM-DD), pelo dia ${of}`),
});

export const productFilters = {
  produto_id: id('Produto (Produto_Id)'),
  familia: z
    .enum([...productFamilies, noFamily])
    .describe('Família do modelo; ? para as ordens cuja família não se conhece')
    .optional(),
};

export const phaseFilter = { fase_id: id('Fase (Fase_Id)') };

/** The filters of the house but for the period, of which each question says what it is of. */
export const filters = { ...productFilters, ...phaseFilter };

/** Of a list that is read page by page. */
export const paging = {
  limit: wholeNumber(1, 1000).prefault(50).describe('Linhas por página'),
  cursor: z.string().min(1).max(2000).describe('O next_cursor da página anterior, tal como veio').optional(),
};

/** `true` or `false`; anything else is refused (z.coerce would take "false" for true). */
export const flagParam = (description: string) =>
  z
    .stringbool({ truthy: ['true', '1'], falsy: ['false', '0'] })
    .meta({ enum: ['true', 'false', '1', '0'] })
    .describe(description)
    .optional();

/** Text to search for, as it is typed. */
export const searchText = z
  .string()
  .trim()
  .min(1)
  .max(100)
  // PostgreSQL cannot store a null character, nor compare with one.
  .refine((text) => !text.includes('\0'), because(parameterWords.nullCharacter))
  // A text of accents alone is empty once it is normalised, and an empty search would find everything.
  .refine((text) => normalise(text).trim() !== '', because(parameterWords.nothingToSearch))
  .describe('Texto a procurar')
  .optional();

/** Several values of a list, with commas between them or as a repeated parameter: `LATE,AT_RISK`. */
export const someOf = <const V extends readonly [string, ...string[]]>(values: V, description: string) =>
  z
    .preprocess((given) => (isTexts(given) ? given.join(',') : given), z.string())
    .transform((text) => [...new Set(text.split(',').map((value) => value.trim()))])
    // Held against the list as a whole: an error then names the parameter, not a place in it.
    .pipe(
      z.custom<V[number][]>(
        (given) => (given as string[]).every((one) => values.includes(one)),
        because(parameterWords.noneOf(values)),
      ),
    )
    .meta({ pattern: `^(${values.join('|')})(,(${values.join('|')}))*$` })
    .describe(`${description}; vários com vírgulas, ou o parâmetro repetido: ${values.join(', ')}`)
    .optional();

function isTexts(given: unknown): given is string[] {
  return Array.isArray(given) && given.every((one) => typeof one === 'string');
}

/** Both days of a range, each of which belongs to it: `due_from`, `due_to`. */
export const range = <N extends string>(name: N, what: string) =>
  ({
    [`${name}_from`]: day(`${what}: primeiro dia (AAAA-MM-DD)`),
    [`${name}_to`]: day(`${what}: último dia, incluído (AAAA-MM-DD)`),
  }) as Record<`${N}_from` | `${N}_to`, ReturnType<typeof day>>;

/** The order whose page it is. */
export const orderId = idNumber.describe('Ordem de fabrico (Of_Id)');

/** Where the caller leaves it out, `ask` puts what is set for everybody in its place, before the question sees it. */
const orAsSet = <T>(param: z.ZodType): z.ZodType<T> => param.optional() as unknown as z.ZodType<T>;

/** Beyond this age an order that is not delivered is a zombie: a class of its own, not work in hand. */
export const zombieAge = {
  zombie_days: orAsSet<number>(
    wholeNumber(1, 36_500).describe(
      `Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem ${factorySettings.zombie_days.usual})`,
    ),
  ),
};

/** Null: nobody has said. */
export const truckSize = {
  truck_boats: orAsSet<number | null>(
    wholeNumber(factorySettings.truck_boats.lowest, factorySettings.truck_boats.highest).describe(
      'Quantos barcos leva um camião; sem ele, o que está nas Definições',
    ),
  ),
};
