import { sqlFile } from '../../answer/sql-file.js';
import type { Context } from '../../service.js';
import { type KnownPhase, phasesQuery, readPhases } from '../known-phases.js';
import { added, type PhasePace, paceOf, perDay } from './pace.js';

const yearQuery = sqlFile(import.meta.url, 'bottlenecks-year.sql', { prepared: true });
const ofProductQuery = sqlFile(import.meta.url, 'bottlenecks-year-of-product.sql', { prepared: true });

export const yearQueries = [yearQuery, ofProductQuery, phasesQuery];

/** The active days of the year before the dump's day. */
interface Days {
  readonly year_days: number;
  readonly first_day: string | null;
  readonly last_day: string | null;
}

/** How fast the orders of a family, of a product or of all went through each phase. */
export interface PhaseYear extends Days {
  readonly phases: ReadonlyMap<number, PhasePace>;
  /** All phases of work together. */
  readonly factory: PhasePace;
  readonly finished_orders: number;
  /** By the place of the phase in the catalogue. */
  readonly catalogue: ReadonlyMap<number, KnownPhase>;
}

/** Active days on which orders ended a phase, the last one being 1, and how many. */
interface Ended {
  readonly fase_id: number;
  readonly places: readonly number[];
  readonly counts: readonly number[];
}

interface WholeYear extends Days {
  readonly done: readonly (Ended & { readonly familia: string })[];
  readonly boats: Readonly<Record<string, number>>;
  readonly catalogue: ReadonlyMap<number, KnownPhase>;
}

interface Asked {
  readonly produto_id: number | null;
  readonly familia: string | null;
}

/** It changes with the data alone: of all orders and of each family it is summed once, however old a zombie may be. */
export async function readYear(context: Context, { produto_id, familia }: Asked): Promise<PhaseYear> {
  const whole = await context.remember('bottlenecks.year', () => readWhole(context));
  if (produto_id !== null) return await ofProduct(context, whole, { produto_id, familia });
  if (familia === null)
    return await context.remember('bottlenecks.year of all', async () =>
      paced(whole, whole.done, sum(Object.values(whole.boats))),
    );
  const own = whole.done.filter((one) => one.familia === familia);
  // The result for a family that does not exist is not remembered, because callers may write any text there.
  if (own.length === 0) return paced(whole, own, whole.boats[familia] ?? 0);
  return await context.remember(`bottlenecks.year of ${familia}`, async () =>
    paced(whole, own, whole.boats[familia] ?? 0),
  );
}

async function readWhole(context: Context): Promise<WholeYear> {
  const [found] = await yearQuery.rows<Omit<WholeYear, 'catalogue'> & Record<string, unknown>>(
    context.client,
  );
  return { ...found!, catalogue: await readPhases(context) };
}

async function ofProduct({ client }: Context, whole: WholeYear, asked: Asked): Promise<PhaseYear> {
  const [found] = await ofProductQuery.rows<{ done: readonly Ended[]; finished_orders: number }>(client, {
    ...asked,
  });
  return paced(whole, found!.done, found!.finished_orders);
}

function paced(whole: WholeYear, ended: readonly Ended[], finished_orders: number): PhaseYear {
  const { year_days, first_day, last_day, catalogue } = whole;
  const daily = new Map<number, number[]>();
  for (const { fase_id, places, counts } of ended) {
    const own = perDay(year_days, places, counts);
    const known = daily.get(fase_id);
    daily.set(fase_id, known === undefined ? own : added([known, own], year_days));
  }
  const staffed = [...daily].filter(([fase_id]) => isStaffed(catalogue.get(fase_id)));
  return {
    year_days,
    first_day,
    last_day,
    finished_orders,
    catalogue,
    phases: new Map([...daily].map(([fase_id, counts]) => [fase_id, paceOf(counts)])),
    factory: paceOf(
      added(
        staffed.map(([, counts]) => counts),
        year_days,
      ),
    ),
  };
}

function isStaffed(phase: KnownPhase | undefined): boolean {
  return phase?.is_production === true && phase.is_automatic !== true;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, one) => total + one, 0);
}
