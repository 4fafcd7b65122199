import { z } from 'zod';
import { noFamily } from '../../../contract/factory/index.js';
import { specialFunctions } from '../../../platform/special-functions.js';
import { studentQuantile } from '../../../platform/student.js';
import { dayNumber } from '../../answer/day-number.js';
import { excluding } from '../../answer/excluding.js';
import { caveatOf } from '../../answer/figure-gate.js';
import { groupBy } from '../../answer/group-by.js';
import { restsOn, restsOnQuality } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { type Context, defineList } from '../../service.js';
import { qualityFilters } from '../asked.js';
import {
  fewestModels,
  firstBoats,
  type InspectedBoat,
  lastPlace,
  newAfterDays,
  type PlacedBoat,
  placed,
  ratioOf,
} from './curve.js';
import { learningFigures } from './figures.js';

const query = sqlFile(import.meta.url, 'learning-boats.sql', { prepared: true });
const namesQuery = sqlFile(import.meta.url, 'learning-names.sql', { prepared: true });

const row = z.object({
  name: z
    .string()
    .describe(
      'first: os dez primeiros barcos; later: os seguintes, até ao 50.º; senão o lugar do barco, ou o produto',
    ),
  produto_id: z.int().nullable(),
  label: z.string().nullable().describe('O nome do modelo, onde se pede por produto'),
  models: z.int(),
  orders: z.int(),
  defects: z.int(),
  expected_defects: z.number(),
  ratio: z.number().nullable(),
  ratio_low: z.number().nullable(),
  ratio_high: z.number().nullable(),
});

interface Known {
  readonly boats: number;
  readonly firstActiveDay: number;
  readonly lastDay: number;
  readonly placed: readonly PlacedBoat[];
  readonly names: ReadonlyMap<number, string | null>;
}

export const learning = defineList({
  name: 'quality.learning',
  heavy: true,
  path: '/api/quality/learning',
  summary: 'Qualidade: os dez primeiros barcos de um modelo, contra a sua família',
  method:
    'Dos modelos novos, os defeitos dos seus primeiros dez barcos a passar a primeira inspeção, contra os que teriam à taxa dos outros modelos da família no mesmo mês; os barcos 11 a 50 ao lado.',
  figures: learningFigures,
  params: z.strictObject({
    produto_id: qualityFilters.produto_id,
    familia: qualityFilters.familia,
    by: z
      .enum(['place', 'produto'])
      .default('place')
      .describe('Por lugar do barco no modelo, ou por produto'),
  }),
  row,
  gates: ['product_family', ...restsOnQuality],
  weakening: [...restsOn.models],
  rows: { day: 'inspected' },
  references: ['erros_ordem_fabrico.ofch_of_id', 'ordens_fabrico.of_produto_id'],
  queries: [query, namesQuery],
  async find(context, { by, produto_id, familia }) {
    const known = await knownBoats(context);
    const asked = known.placed.filter(
      (one) =>
        (produto_id === undefined || one.produto_id === produto_id) &&
        (familia === undefined || one.familia === familia),
    );
    const early = asked.filter(({ place }) => place <= lastPlace);
    const compared = early.filter((one) => one.expected !== null && one.familia !== noFamily);
    const models = groupBy(compared, (one) => one.produto_id);
    const whole = [...models.values()].filter((ones) => ones.some(({ place }) => place >= firstBoats)).flat();
    const rowsExcluded = excluding({
      'barcos de modelos que não são novos, ou que não se pedem': known.boats - asked.length,
      [`barcos depois do ${lastPlace}.º do seu modelo`]: asked.length - early.length,
      'barcos sem mês em que a família tenha outros que cheguem': early.length - compared.length,
      [`barcos de modelos que ainda não chegaram ao ${firstBoats}.º`]: compared.length - whole.length,
    });
    if (whole.length === 0) return { refused: noneNew(known), rowsUsed: 0, rowsExcluded };
    const quantile = studentQuantile(await specialFunctions(), 0.975);
    const first = whole.filter(({ place }) => place <= firstBoats);
    const later = whole.filter(({ place }) => place > firstBoats);
    const groups = by === 'place' ? byPlace(first) : byProduct(first);
    const wholes = [['first', first] as const, ...(later.length === 0 ? [] : [['later', later] as const])];
    const few = new Set(first.map((one) => one.produto_id)).size;
    return {
      data: [...wholes, ...groups].map(([name, ones]) => {
        const { boats, low, high, expected, ...one } = ratioOf(ones, quantile);
        const product = by === 'produto' && /^\d/.test(name) ? Number(name) : null;
        return {
          name,
          produto_id: product,
          label: product === null ? null : (known.names.get(product) ?? null),
          ...one,
          orders: boats,
          expected_defects: expected,
          ratio_low: low,
          ratio_high: high,
        };
      }),
      rowsUsed: whole.length,
      rowsExcluded,
      ...caveatOf(
        few < fewestModels
          ? `Só ${few} modelos novos chegaram ao ${firstBoats}.º barco: com menos de ${fewestModels} não há intervalo, e um só modelo decide.`
          : null,
      ),
    };
  },
});

function byPlace<P extends PlacedBoat>(boats: readonly P[]): [string, P[]][] {
  return [...groupBy(boats, ({ place }) => place)]
    .toSorted(([a], [b]) => a - b)
    .map(([place, ones]) => [String(place), ones]);
}

/** The newest model is of most interest; numbers of products rise. */
function byProduct<P extends PlacedBoat>(boats: readonly P[]): [string, P[]][] {
  return [...groupBy(boats, ({ produto_id }) => produto_id)]
    .toSorted(([a], [b]) => b - a)
    .map(([product, ones]) => [String(product), ones]);
}

function noneNew({ firstActiveDay, lastDay }: Known) {
  const days = lastDay - firstActiveDay;
  const reach = `O ficheiro alcança ${days} dias; um modelo é novo se o seu primeiro barco passa a primeira inspeção pelo menos ${newAfterDays} dias depois do primeiro dia com trabalho`;
  return {
    reason: `${reach}, e com estes filtros nenhum novo chegou ao ${firstBoats}.º barco com a família ao lado.`,
    suggestion:
      'Peça menos filtros, ou exporte a história inteira: um ficheiro curto não distingue um modelo novo de um que não se fazia há muito.',
  };
}

/** Once for each state of the data. */
async function knownBoats({ client, publication, remember }: Context): Promise<Known> {
  return await remember('quality.learning', async () => {
    const boats = await query.rows<InspectedBoat & Record<string, unknown>>(client);
    const [beside] = await namesQuery.rows<{
      first_active_day: number | null;
      products: [number, string | null][];
    }>(client);
    const today = dayNumber(publication.as_of.slice(0, 10));
    const firstActiveDay = beside!.first_active_day ?? today;
    return {
      boats: boats.length,
      firstActiveDay,
      lastDay: today,
      placed: placed(boats, firstActiveDay),
      names: new Map(beside!.products),
    };
  });
}
