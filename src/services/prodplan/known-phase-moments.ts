import { setImmediate as others } from 'node:timers/promises';
import { sqlFile } from '../answer/sql-file.js';
import type { Context } from '../service.js';
import { countNumbers, readNumbers } from './numbers.js';

export const phaseMomentsQuery = sqlFile(import.meta.url, 'phase-moments.sql', { prepared: true });
export const reworkPhasesQuery = sqlFile(import.meta.url, 'rework-phases.sql', { prepared: true });

const lists = ['faseof_ids', 'fase_ids', 'sequences', 'started_seconds', 'ended_seconds'] as const;
type Row = { readonly of_id: number } & Readonly<Record<(typeof lists)[number], string>>;

/** The phases of one order, column by column; moments in seconds since 2000, `none` where they are missing. */
export interface PhaseMoments {
  readonly count: number;
  readonly faseof: Int32Array;
  readonly fase: Int32Array;
  readonly sequence: Int32Array;
  readonly started: Int32Array;
  readonly ended: Int32Array;
}

/** After so many orders, some milliseconds, whoever else waits for an answer has a turn. */
export const ordersAtATime = 500;

/** Of every order with a phase that began or ended: twenty bytes a phase, read once for each state of the data and by whoever looks at phases. */
export async function readPhaseMoments({
  client,
  remember,
}: Context): Promise<ReadonlyMap<number, PhaseMoments>> {
  return await remember('prodplan.phase_moments', async () => {
    const rows = await phaseMomentsQuery.rows<Row & Record<string, unknown>>(client);
    const found = new Map<number, PhaseMoments>();
    for (const [at, row] of rows.entries()) {
      if (at % ordersAtATime === ordersAtATime - 1) await others();
      const count = countNumbers(row.fase_ids);
      const [faseof, fase, sequence, started, ended] = lists.map((name) => {
        const column = new Int32Array(count);
        readNumbers(row[name], column);
        return column;
      }) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
      found.set(row.of_id, { count, faseof, fase, sequence, started, ended });
    }
    return found;
  });
}

/** The numbers of those that are rework. */
export async function readReworkPhases({ client, remember }: Context): Promise<ReadonlySet<number>> {
  return await remember('prodplan.rework_phases', async () => {
    const [row] = await reworkPhasesQuery.rows<{ faseof_ids: string | null }>(client);
    if (row?.faseof_ids == null) return new Set<number>();
    const numbers = new Int32Array(countNumbers(row.faseof_ids));
    readNumbers(row.faseof_ids, numbers);
    return new Set(numbers);
  });
}
