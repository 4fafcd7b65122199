import { setImmediate as others } from 'node:timers/promises';
import { sqlFile } from '../../answer/sql-file.js';
import type { Context } from '../../service.js';
import { ordersAtATime, type PhaseMoments, readPhaseMoments } from '../known-phase-moments.js';
import { none } from '../numbers.js';
import { type BegunPhases, type PhasePair, WaitColumns, type Waits } from './columns.js';
import { sweep } from './sweep.js';

export const waitsQuery = sqlFile(import.meta.url, 'waits.sql', { prepared: true });

/** Of every order what filters ask for, by its place. */
export interface WaitingOrders {
  /** `none`: it has no product. */
  readonly produto_id: Int32Array;
  /** Number of the family, as `families` has it. */
  readonly familia: Int32Array;
  readonly families: ReadonlyMap<string, number>;
}

/** Every wait there is. */
export interface KnownWaits {
  readonly orders: WaitingOrders;
  readonly pairs: readonly PhasePair[];
  readonly waits: Waits;
  readonly withoutWait: BegunPhases;
}

interface Row {
  readonly of_id: number;
  readonly produto_id: number | null;
  readonly familia: string;
  readonly is_open: boolean;
  readonly created_seconds: number | null;
}

/** Read once for each state of the data: some twenty bytes for each phase that ever began. */
export async function readWaits(context: Context): Promise<KnownWaits> {
  const { client, remember, publication } = context;
  const asOf = secondsSince2000(publication.as_of);
  return await remember('prodplan.waits', async () => {
    const moments = await readPhaseMoments(context);
    return await sweptTogether(await waitsQuery.rows<Row & Record<string, unknown>>(client), moments, asOf);
  });
}

function secondsSince2000(moment: string): number {
  return (Date.parse(`${moment}Z`) - Date.parse('2000-01-01')) / 1000;
}

async function sweptTogether(
  rows: readonly Row[],
  moments: ReadonlyMap<number, PhaseMoments>,
  asOf: number,
): Promise<KnownWaits> {
  const phases = rows.map(({ of_id }) => moments.get(of_id)!);
  const made = new WaitColumns(phases.reduce((sum, { count }) => sum + count, 0));
  for (const [order, { created_seconds: created, is_open: isOpen }] of rows.entries()) {
    if (order % ordersAtATime === ordersAtATime - 1) await others();
    sweep({ ...phases[order]!, created, isOpen }, asOf, made.of(order));
  }
  await others();
  return { orders: ordersOf(rows), ...made.inOrder() };
}

function ordersOf(rows: readonly Row[]): WaitingOrders {
  const names = [...new Set(rows.map(({ familia }) => familia))];
  const families = new Map(names.map((name, number) => [name, number]));
  return {
    produto_id: Int32Array.from(rows.map((one) => one.produto_id ?? none)),
    familia: Int32Array.from(rows.map((one) => families.get(one.familia)!)),
    families,
  };
}
