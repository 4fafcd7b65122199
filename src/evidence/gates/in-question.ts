import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { noFamily } from '../../contract/factory/index.js';
import { errorMeasures, type Measured, orderMeasures } from '../coverage/measures.js';
import { gates as declared } from './declared.js';
import type { AskedMeasures, Gate, GateResult, GateState } from './gate.js';
import type { KnownCoverage } from './known-coverage.js';
import { type Counts, judge, ofRowsInQuestion } from './measure.js';
import type { RowsAsked } from './rows-asked.js';

/** With fewer rows than this chance decides: then the gate over all rows must hold as well. */
const fewRows = 100;

/** Gates as they stand for the rows asked about; where these cannot be told apart, as they stand for all. */
export async function gatesInQuestion(
  client: Pick<ClientBase, 'query'>,
  overall: readonly GateResult[],
  rows: RowsAsked,
  known: KnownCoverage,
): Promise<readonly GateResult[]> {
  const wanted = declared.filter((gate) => gate.asked && tellable(gate.asked, rows));
  if (wanted.length === 0) return overall;
  const narrowed = new Map<string, Counts>();
  for (const [meant, gates] of byRows(wanted, rows)) {
    const measured = await measuresOf(client, gates, meant, known);
    for (const { gate, asked } of gates) narrowed.set(gate, countsOf(asked!, measured));
  }
  return overall.map((one) => {
    const counts = narrowed.get(one.gate);
    const gate = declared.find(({ gate: name }) => name === one.gate);
    if (counts === undefined || gate === undefined || counts.total === 0) return one;
    return narrow(gate, one, counts);
  });
}

function narrow(gate: Gate, overall: GateResult, counts: Counts): GateResult {
  const here = judge(gate, overall.threshold, counts);
  if (counts.total < fewRows && weight(overall.state) > weight(here.state)) return overall;
  return { ...here, reason: ofRowsInQuestion(here.reason) };
}

/** Of two results of the same gate, over two selections of rows, the worse one. */
export function worseGate(one: GateResult, other: GateResult): GateResult {
  const [a, b] = [weight(one.state), weight(other.state)];
  if (a !== b) return a > b ? one : other;
  return (one.rate ?? 1) <= (other.rate ?? 1) ? one : other;
}

function weight(state: GateState): number {
  return ['SUPPORTED', 'DEGRADED', 'NOT_SUPPORTED_BY_DATA'].indexOf(state);
}

/**
 * A question about the orders without a family is not weakened by the gates that say that families or models are
 * missing.
 */
const tellsTheModel: ReadonlySet<string> = new Set(['with_product', 'with_family']);

/** Gates by the rows over which they are measured. */
function byRows(gates: readonly Gate[], rows: RowsAsked): Map<RowsAsked, Gate[]> {
  const ofAll = { ...rows, familia: null, produto_id: null, open: false };
  const ofAllFamilies = { ...rows, familia: null };
  const found = new Map<RowsAsked, Gate[]>();
  for (const gate of gates) {
    const meant = gate.asked!.ofAllProducts ? ofAll : isOfTheModel(gate.asked!) ? ofAllFamilies : rows;
    found.set(meant, [...(found.get(meant) ?? []), gate]);
  }
  return found;
}

/**
 * What nobody knows the product of, or the family, is told of the period without these: any of it may be of the family, the
 * product or the open orders that are asked for, and none of it counts among them.
 */
function isOfTheModel({ covered }: AskedMeasures): boolean {
  return covered.some((one) => tellsTheModel.has(one));
}

/** What is summed by month and family cannot be told by product, and the other way round. */
function tellable(asked: AskedMeasures, rows: RowsAsked): boolean {
  const { byPhaseEnd, ofAllProducts } = asked;
  if (rows.familia === noFamily && isOfTheModel(asked)) return false;
  if (byPhaseEnd) return !oneByOne(rows) && rows.day === 'phase';
  if (ofAllProducts) return rows.of_id === null && (hasPeriod(rows) || !isFiltered(rows));
  return true;
}

function hasPeriod({ from, to }: RowsAsked): boolean {
  return from !== null || to !== null;
}

function isFiltered(rows: RowsAsked): boolean {
  return oneByOne(rows) || rows.familia !== null;
}

/** Few enough orders to be looked at themselves. */
function oneByOne({ open, produto_id, of_id }: RowsAsked): boolean {
  return open || produto_id !== null || of_id !== null;
}

function countsOf({ total, covered }: AskedMeasures, measured: Measured): Counts {
  const sum = (names: readonly string[]): number =>
    names.reduce((all, name) => all + (measured.get(name) ?? 0), 0);
  return { total: sum(total), covered: sum(covered) };
}

async function measuresOf(
  client: Pick<ClientBase, 'query'>,
  wanted: readonly Gate[],
  rows: RowsAsked,
  known: KnownCoverage,
): Promise<Measured> {
  if (!oneByOne(rows)) return await known.ofMonths(client, rows);
  // Errors and lost rows are not counted for open orders alone.
  if (rows.open) return await known.ofOpenOrders(client, rows);
  const names = new Set<string>(wanted.flatMap(({ asked }) => [...asked!.total, ...asked!.covered]));
  const found = new Map<string, number>();
  const add = async (from: Counted, sums: readonly Sum[]): Promise<void> => {
    if (sums.length === 0) return;
    for (const [name, value] of Object.entries(await sumsOf(client, from, sums, rows)))
      found.set(name, Number(value ?? 0));
  };
  const plain = (of: readonly string[]): Sum[] =>
    of.filter((name) => names.has(name)).map((name) => ({ name, sum: `sum(${name})` }));
  await add('order_coverage', plain(orderMeasures));
  // Error lines are counted by the day of their boat's first inspection, and by its product, never by order.
  if (rows.of_id === null && rows.day === 'inspected') await add('error_coverage', plain(errorMeasures));
  const lost = [...names].filter((name) => name.startsWith('lost_'));
  await add(
    'lost_rows',
    lost.map((name) => ({ name, sum: `sum(rows) FILTER (WHERE 'lost_' || table_name = '${name}')` })),
  );
  return found;
}

type Counted = 'order_coverage' | 'error_coverage' | 'lost_rows';

/** A sum under a name. */
interface Sum {
  readonly name: string;
  readonly sum: string;
}

async function sumsOf(
  client: Pick<ClientBase, 'query'>,
  from: Counted,
  sums: readonly Sum[],
  rows: RowsAsked,
): Promise<Record<string, number | null>> {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const must = (value: unknown, condition: (place: string) => string): void => {
    if (value === null) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  const day = `${rows.day === 'phase' ? 'inspected' : rows.day}_day`;
  // The second finds the orders by their index, which has a 0 where there is no product.
  const byIndex = from === 'order_coverage';
  must(rows.produto_id, (place) =>
    byIndex ? `produto_id = ${place} AND coalesce(produto_id, 0) = ${place}` : `produto_id = ${place}`,
  );
  must(rows.familia, (place) => `familia = ${place}`);
  must(rows.of_id, (place) => `of_id = ${place}`);
  must(rows.from, (place) => `${day} >= ${place}::date`);
  must(rows.to, (place) => `${day} <= ${place}::date`);
  const where = conditions.length === 0 ? 'true' : conditions.join(' AND ');
  // By the columns and conditions: there are few sets of these, and planning the views costs more than summing one product.
  const text = `SELECT ${sums.map(({ name, sum }) => `(${sum})::int AS ${name}`).join(', ')} FROM ${from} WHERE ${where}`;
  const { rows: found } = await client.query<Record<string, number | null>>({
    name: `gates-in-question-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`,
    text,
    values,
  });
  return found[0]!;
}
