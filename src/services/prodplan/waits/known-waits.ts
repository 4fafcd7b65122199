import { setImmediate as others } from 'node:timers/promises';
import { sqlFile } from '../../answer/sql-file.js';
import type { Context } from '../../service.js';
import { type BegunPhases, type PhasePair, WaitColumns, type Waits } from './columns.js';
import { countNumbers, none, readNumbers } from './numbers.js';
import { type OrderPhases, sweep } from './sweep.js';

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

const lists = ['faseof_ids', 'fase_ids', 'sequences', 'started_seconds', 'ended_seconds'] as const;

type Row = Readonly<Record<(typeof lists)[number], string>> & {
  readonly produto_id: number | null;
  readonly familia: string;
  readonly is_open: boolean;
  readonly created_seconds: number | null;
};

/** Read once for each state of the data: some twenty bytes for each phase that ever began. */
export async function readWaits({ client, remember, publication }: Context): Promise<KnownWaits> {
  const asOf = secondsSince2000(publication.as_of);
  return await remember('prodplan.waits', async () =>
    sweptTogether(await waitsQuery.rows<Row & Record<string, unknown>>(client), asOf),
  );
}

function secondsSince2000(moment: string): number {
  return (Date.parse(`${moment}Z`) - Date.parse('2000-01-01')) / 1000;
}

/** After so many orders, some milliseconds, whoever else waits for an answer has a turn. */
const ordersAtATime = 500;

async function sweptTogether(rows: readonly Row[], asOf: number): Promise<KnownWaits> {
  const counts = rows.map(({ fase_ids }) => countNumbers(fase_ids));
  const made = new WaitColumns(counts.reduce((sum, one) => sum + one, 0));
  const columns = lists.map(() => new Int32Array(Math.max(0, ...counts)));
  for (const [order, row] of rows.entries()) {
    if (order % ordersAtATime === ordersAtATime - 1) await others();
    sweep(phasesOf(row, counts[order]!, columns), asOf, made.of(order));
  }
  await others();
  return { orders: ordersOf(rows), ...made.inOrder() };
}

/** The columns are filled anew for each order: they hold its phases until the next one comes. */
function phasesOf(row: Row, count: number, columns: readonly Int32Array[]): OrderPhases {
  for (const [at, name] of lists.entries()) readNumbers(row[name], columns[at]!);
  const [faseof, fase, sequence, started, ended] = columns as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const { created_seconds: created, is_open: isOpen } = row;
  return { count, faseof, fase, sequence, started, ended, created, isOpen };
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
