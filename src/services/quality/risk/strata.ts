import { lastOfMonth } from '../../answer/months.js';
import { sqlFile } from '../../answer/sql-file.js';
import type { Context } from '../../service.js';

export const strataQuery = sqlFile(import.meta.url, 'risk.sql', { prepared: true });
export const culpritsQuery = sqlFile(import.meta.url, 'culprits.sql', { prepared: true });

/**
 * The boats of one month, or of some days of it, that have the same first inspection: they are held against each
 * other.
 */
export interface Stratum {
  /** `2023-02` */
  readonly month: string;
  readonly first_inspection: number;
  readonly boats: readonly Boats[];
  /** Boats with a defect of a culprit phase, by the phase. */
  readonly withDefect: ReadonlyMap<number, readonly Boats[]>;
}

export interface Boats {
  /** Null: no product is recorded. Such boats count for the factory and for no product. */
  readonly produto_id: number | null;
  readonly boats: number;
}

export interface History {
  readonly strata: readonly Stratum[];
  readonly families: ReadonlyMap<number, string | null>;
}

interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** All months there are: every question goes back to them, and they stay as long as the data do. */
export async function readHistory({ client, remember }: Context): Promise<History> {
  return await remember('quality.risk', () => read(client, { grain: 'month', from: null, to: null }));
}

/** The strata of a period: its whole months as they are, and those of which it has some days by these days alone. */
export async function strataOf(
  { client }: Pick<Context, 'client'>,
  { strata }: History,
  { from, to }: Period,
): Promise<Stratum[]> {
  const whole = strata.filter(
    ({ month }) =>
      (from === null || `${month}-01` >= from) && (to === null || lastOfMonth(`${month}-01`) <= to),
  );
  if (from === null && to === null) return whole;
  return [...whole, ...(await read(client, { grain: 'day', from, to })).strata];
}

type Row<R> = R & { readonly month: string; readonly first_inspection: number };

async function read(
  client: Context['client'],
  asked: Period & { readonly grain: 'month' | 'day' },
): Promise<History> {
  const boats = await strataQuery.rows<Row<Boats & { familia: string | null }>>(client, { ...asked });
  const withDefect = await culpritsQuery.rows<Row<Boats & { fase_id: number }>>(client, { ...asked });
  const strata = new Map<string, Gathered>();
  const families = new Map<number, string | null>();
  for (const { familia, ...one } of boats) {
    gather(strata, one).boats.push(one);
    if (one.produto_id !== null) families.set(one.produto_id, familia);
  }
  for (const one of withDefect) {
    const ofPhases = gather(strata, one).withDefect;
    const known = ofPhases.get(one.fase_id);
    if (known === undefined) ofPhases.set(one.fase_id, [one]);
    else known.push(one);
  }
  return { strata: [...strata.values()], families };
}

interface Gathered extends Stratum {
  readonly boats: Boats[];
  readonly withDefect: Map<number, Boats[]>;
}

function gather(strata: Map<string, Gathered>, { month, first_inspection }: Row<object>): Gathered {
  const name = `${month} ${first_inspection}`;
  const known = strata.get(name) ?? { month, first_inspection, boats: [], withDefect: new Map() };
  strata.set(name, known);
  return known;
}
