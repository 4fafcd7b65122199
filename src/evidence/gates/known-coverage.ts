import type { ClientBase } from 'pg';
import { type Measured, orderMeasures, type RowDay } from '../coverage/measures.js';
import type { RowsAsked } from './rows-asked.js';

type Queryable = Pick<ClientBase, 'query'>;

/** The measures of one month and family, by the day that places them. */
interface Month {
  /** Its first day; `-infinity`: of no day. */
  readonly month: string;
  readonly familia: string;
  readonly measures: Readonly<Record<string, number>>;
}

/** An order still to be delivered, with what is counted of it. */
type OpenOrder = Readonly<Record<`${Exclude<RowDay, 'phase'>}_day`, string | null>> &
  Readonly<Record<(typeof orderMeasures)[number], number>> & {
    readonly of_id: number;
    readonly produto_id: number | null;
    readonly familia: string;
    readonly fase_id: number | null;
    readonly age_days: number | null;
  };

/**
 * What the gates of one state of the data are summed from, read when it is first asked for. Whoever holds it lets go of
 * it when another state is published: of the open orders and of the months there are few, and every question counts them.
 */
export class KnownCoverage {
  readonly #months = new Map<RowDay, readonly Month[]>();
  #open: readonly OpenOrder[] | null = null;

  /** Whole months: those of the first and of the last day belong to the period. */
  async ofMonths(client: Queryable, { day, from, to, familia }: RowsAsked): Promise<Measured> {
    const months = this.#months.get(day) ?? (await readMonths(client, day));
    this.#months.set(day, months);
    const first = from === null ? null : `${from.slice(0, 7)}-01`;
    return summed(
      months.filter(
        (one) =>
          (familia === null || one.familia === familia) &&
          (first === null || one.month >= first) &&
          (to === null || one.month <= to) &&
          ((first === null && to === null) || one.month !== noDay),
      ),
    );
  }

  async ofOpenOrders(client: Queryable, rows: RowsAsked): Promise<Measured> {
    this.#open ??= await readOpen(client);
    const asked = this.#open.filter((one) => isAsked(one, rows));
    return new Map(
      orderMeasures.map((name) => [name, asked.reduce((sum, { [name]: count }) => sum + count, 0)]),
    );
  }
}

const noDay = '-infinity';

async function readMonths(client: Queryable, day: RowDay): Promise<readonly Month[]> {
  const { rows } = await client.query<Month>(
    `SELECT month, familia, jsonb_object_agg(measure, rows) AS measures FROM coverage WHERE placed_by = $1 GROUP BY 1, 2`,
    [day],
  );
  return rows;
}

async function readOpen(client: Queryable): Promise<readonly OpenOrder[]> {
  const { rows } = await client.query<OpenOrder>(
    `SELECT of_id, produto_id, familia, fase_id, created_day, finished_day, inspected_day,
       (SELECT as_of::date FROM publication) - created_day AS age_days, ${orderMeasures.join(', ')}
     FROM order_coverage WHERE is_open`,
  );
  return rows;
}

function isAsked(one: OpenOrder, rows: RowsAsked): boolean {
  const day = one[`${rows.day === 'phase' ? 'inspected' : rows.day}_day`];
  return (
    (rows.produto_id === null || one.produto_id === rows.produto_id) &&
    (rows.familia === null || one.familia === rows.familia) &&
    (rows.of_id === null || one.of_id === rows.of_id) &&
    (rows.fase_id === null || one.fase_id === rows.fase_id) &&
    (rows.from === null || (day !== null && day >= rows.from)) &&
    (rows.to === null || (day !== null && day <= rows.to)) &&
    (rows.zombie_days === null || one.age_days === null || one.age_days <= rows.zombie_days)
  );
}

function summed(months: readonly Month[]): Measured {
  const sums = new Map<string, number>();
  for (const { measures } of months)
    for (const [name, count] of Object.entries(measures)) sums.set(name, (sums.get(name) ?? 0) + count);
  return sums;
}
