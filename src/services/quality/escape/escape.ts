import { z } from 'zod';
import { dayNumber } from '../../answer/day-number.js';
import { excluding } from '../../answer/excluding.js';
import { groupBy } from '../../answer/group-by.js';
import { restsOn, restsOnQuality } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { usualDays } from '../../answer/window.js';
import { type Context, defineList } from '../../service.js';
import { type Asked, askedOf, qualityFilters } from '../asked.js';
import { boatsQuery, countBoats, noBoats } from '../boats.js';
import { phaseQuery as knownPhaseQuery, mustKnowPhase } from '../known-phase.js';
import { leftOutQueries, qualityLeftOut } from '../left-out.js';
import { distanceOf, type EscapeLine, type EscapeReach, summaryOf } from './distance.js';
import { escapeFigures } from './figures.js';

const query = sqlFile(import.meta.url, 'escape-lines.sql', { prepared: true });
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

type Line = EscapeLine & {
  readonly inspected_day: number;
  readonly produto_id: number | null;
  readonly familia: string;
  readonly gravidade: number | null;
};

interface Known {
  readonly lines: readonly (Line & EscapeReach)[];
  readonly phaseNames: ReadonlyMap<number, string | null>;
}

export const escapes = defineList({
  name: 'quality.escape',
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
  queries: [query, namesQuery, boatsQuery, ...leftOutQueries, knownPhaseQuery],
  async find(context, { by, ...params }) {
    const asked = askedOf(params);
    await mustKnowPhase(context.client, asked.fase_id);
    const boats = await countBoats(context.client, asked);
    const leftOut = await qualityLeftOut(context, asked);
    if (boats === 0) return { refused: noBoats, rowsUsed: 0, rowsExcluded: leftOut };
    const known = await knownLines(context);
    const all = known.lines.filter((one) => isAsked(one, asked));
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
    return {
      data: [['all', used] as const, ...sorted].map(([name, lines]) => ({
        name,
        label: by === 'fase_culpada' ? (known.phaseNames.get(Number(name)) ?? null) : null,
        ...summaryOf(lines),
      })),
      rowsUsed: used.length,
      rowsExcluded,
    };
  },
});

function isAsked(one: Line, { from, to, produto_id, familia, first_inspection }: Asked): boolean {
  return (
    (from === null || one.inspected_day >= dayNumber(from)) &&
    (to === null || one.inspected_day <= dayNumber(to)) &&
    (produto_id === null || one.produto_id === produto_id) &&
    (familia === null || one.familia === familia) &&
    (first_inspection === null || one.first_inspection === first_inspection)
  );
}

/** Of all defects, once for each state of the data. */
async function knownLines({ client, publication, remember }: Context): Promise<Known> {
  return await remember('quality.escape', async () => {
    const today = dayNumber(publication.as_of.slice(0, 10));
    const found = await query.rows<Line & Record<string, unknown>>(client);
    const names = await namesQuery.rows<{ fase_id: number; fase_nome: string | null }>(client);
    return {
      lines: found.map((one) => ({ ...one, ...distanceOf(one, today) })),
      phaseNames: new Map(names.map(({ fase_id, fase_nome }) => [fase_id, fase_nome])),
    };
  });
}
