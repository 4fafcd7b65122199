import { z } from 'zod';
import { phase, yearDays } from '../../../contract/factory/index.js';
import { dayNumber } from '../../answer/day-number.js';
import { excluding } from '../../answer/excluding.js';
import { groupBy } from '../../answer/group-by.js';
import { restsOn, restsOnQuality } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { daysBefore, usualDays } from '../../answer/window.js';
import { type Context, defineList } from '../../service.js';
import { type Asked, askedOf, qualityFilters } from '../asked.js';
import { boatsQuery, countBoats, noBoats } from '../boats.js';
import { phaseQuery as knownPhaseQuery, mustKnowPhase } from '../known-phase.js';
import { leftOutQueries, qualityLeftOut } from '../left-out.js';
import { distanceOf, type EscapeLine, type EscapeReach, summaryOf } from './distance.js';
import { escapeFigures } from './figures.js';

const query = sqlFile(import.meta.url, 'escape-lines.sql', { prepared: true });
const placesQuery = sqlFile(import.meta.url, 'route-places.sql', { prepared: true });
const namesQuery = sqlFile(import.meta.url, 'phase-names.sql', { prepared: true });

const row = z.object({
  name: z.string().describe('all: todos; a gravidade (none: sem ela), ou o número da fase culpada'),
  label: z.string().nullable().describe('O nome da fase culpada, onde se pede por ela'),
  defects: z.int(),
  steps_known: z.int(),
  steps_mean: z.number().nullable(),
  steps_median: z.int().nullable(),
  days_known: z.int(),
  days_median: z.int().nullable(),
  days_p90: z.int().nullable(),
  dates_missing: z.int(),
  dates_lying: z.int(),
  defects_final_control: z.int(),
  share_final_control: z.number().nullable(),
  defects_past_demould: z.int(),
  defects_escaped: z.int(),
  share_escaped: z.number().nullable(),
});

type Line = Omit<EscapeLine, `${'culprit' | 'detecting' | 'demould'}_place`> & {
  readonly inspected_day: number;
  readonly produto_id: number | null;
  readonly familia: string;
  readonly gravidade: number | null;
};

type KnownLine = Pick<
  Line,
  'inspected_day' | 'produto_id' | 'familia' | 'gravidade' | 'fase_culpada' | 'first_inspection'
> &
  EscapeReach;

export const escapes = defineList({
  name: 'quality.escape',
  heavy: true,
  path: '/api/quality/escape',
  summary: 'Qualidade: a que distância da fase culpada se encontram os defeitos',
  method:
    'Defeitos do barco com fase culpada, dos barcos que passaram a primeira inspeção no período: passos da rota e dias entre a fase culpada e a que os encontrou, e a parte que só o controlo final encontrou.',
  figures: escapeFigures,
  params: z.strictObject({
    ...qualityFilters,
    by: z
      .enum(['gravidade', 'fase_culpada'])
      .default('gravidade')
      .describe('Por gravidade ou por fase culpada'),
  }),
  row,
  gates: ['culprit_attribution', ...restsOnQuality],
  weakening: [...restsOn.routes],
  usual: usualDays,
  rows: { day: 'inspected' },
  references: [
    'erros_ordem_fabrico.ofch_faseof_culpada',
    'erros_ordem_fabrico.ofch_faseof_avaliacao',
    'erros_ordem_fabrico.ofch_fase_avaliacao',
  ],
  queries: [query, placesQuery, namesQuery, boatsQuery, ...leftOutQueries, knownPhaseQuery],
  async find(context, { by, ...params }) {
    const asked = askedOf(params);
    await mustKnowPhase(context.client, asked.fase_id);
    const boats = await countBoats(context.client, asked);
    const leftOut = await qualityLeftOut(context, asked);
    if (boats === 0) return { refused: noBoats, rowsUsed: 0, rowsExcluded: leftOut };
    const all = (await knownLines(context, asked.from)).filter(isAsked(asked));
    const attributed = all.filter((one) => one.fase_culpada !== null);
    const used = attributed.filter((one) => asked.fase_id === null || one.fase_culpada === asked.fase_id);
    const rowsExcluded = [
      ...excluding({
        'defeitos sem fase culpada': all.length - attributed.length,
        'defeitos de outra fase culpada': attributed.length - used.length,
      }),
      ...leftOut,
    ];
    const groups = groupBy(used, (one) =>
      by === 'gravidade' ? (one.gravidade?.toString() ?? 'none') : String(one.fase_culpada),
    );
    const sorted = [...groups].toSorted(([a, some], [b, others]) =>
      by === 'gravidade' ? (a < b ? -1 : 1) : others.length - some.length || Number(a) - Number(b),
    );
    const names = await phaseNames(context);
    return {
      data: [['all', used] as const, ...sorted].map(([name, lines]) => ({
        name,
        label: by === 'fase_culpada' ? (names.get(Number(name)) ?? null) : null,
        ...summaryOf(lines),
      })),
      rowsUsed: used.length,
      rowsExcluded,
    };
  },
});

function isAsked(asked: Asked): (one: KnownLine) => boolean {
  const { produto_id, familia, first_inspection } = asked;
  const from = asked.from === null ? Number.NEGATIVE_INFINITY : dayNumber(asked.from);
  const to = asked.to === null ? Number.POSITIVE_INFINITY : dayNumber(asked.to);
  return (one) =>
    one.inspected_day >= from &&
    one.inspected_day <= to &&
    (produto_id === null || one.produto_id === produto_id) &&
    (familia === null || one.familia === familia) &&
    (first_inspection === null || one.first_inspection === first_inspection);
}

/** Once for each state of the data: those of the last year, which are asked for most, and all only where an earlier day is. */
async function knownLines(context: Context, from: string | null): Promise<readonly KnownLine[]> {
  const { publication, remember } = context;
  const since = daysBefore(publication.as_of.slice(0, 10), yearDays);
  if (from === null || since === null || from < since)
    return await remember('quality.escape', () => readLines(context, null));
  return await remember('quality.escape of a year', () => readLines(context, since));
}

async function readLines({ client, publication }: Context, since: string | null): Promise<KnownLine[]> {
  const today = dayNumber(publication.as_of.slice(0, 10));
  const found = await query.rows<Line & Record<string, unknown>>(client, { since });
  const routes = await placesQuery.rows<{ produto_id: number; fase_id: number; place: number }>(client);
  const places = new Map(routes.map(({ produto_id, fase_id, place }) => [keyOf(produto_id, fase_id), place]));
  const placeOf = (produto_id: number | null, fase_id: number | null): number | null =>
    produto_id === null || fase_id === null ? null : (places.get(keyOf(produto_id, fase_id)) ?? null);
  return found.map((line) => {
    const { inspected_day, produto_id, familia, gravidade, fase_culpada, first_inspection } = line;
    const reach = distanceOf(
      {
        ...line,
        culprit_place: placeOf(produto_id, fase_culpada),
        detecting_place: placeOf(produto_id, line.fase_avaliacao),
        demould_place: placeOf(produto_id, phase.demould),
      },
      today,
    );
    return { inspected_day, produto_id, familia, gravidade, fase_culpada, first_inspection, ...reach };
  });
}

/** Ids are numbers of up to eight digits: both together stay exact. */
function keyOf(produto_id: number, fase_id: number): number {
  return produto_id * 1e8 + fase_id;
}

async function phaseNames({ client, remember }: Context): Promise<ReadonlyMap<number, string | null>> {
  return await remember('quality.phase_names', async () => {
    const names = await namesQuery.rows<{ fase_id: number; fase_nome: string | null }>(client);
    return new Map(names.map(({ fase_id, fase_nome }) => [fase_id, fase_nome]));
  });
}
