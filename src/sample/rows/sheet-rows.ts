import {
  fases,
  fasesOrdemFabrico,
  fasesStandardModelos,
  funcionarios,
  funcionariosFaseOrdemFabrico,
  funcionariosFasesAptos,
  modelos,
  ordemFabricoErros,
  ordensFabrico,
  type Sheet,
} from '../../contract/index.js';
import { isAlive } from '../cut.js';
import type { Factory } from '../history/factory.js';
import { makeOrder, type OrderHistory } from '../history/order.js';
import { Random } from '../random.js';
import type { Row } from '../xlsx/cell.js';
import { errorRows } from './error-rows.js';
import * as masters from './masters.js';
import { orderRows } from './order-rows.js';
import { phaseRows } from './phase-rows.js';
import { workerRows } from './worker-rows.js';

export interface SheetRows {
  readonly sheet: Sheet;
  readonly rowCount: number;
  readonly rows: () => Iterable<Row>;
}

type OrderRows = (factory: Factory, order: OrderHistory) => Row[];

/** The sheets in the order in which the ERP exports them, and how the rows of each come from an order. */
const orderBound: readonly (readonly [sheet: Sheet, rows: OrderRows, mixed: boolean])[] = [
  [ordensFabrico, orderRows, false],
  [fasesOrdemFabrico, phaseRows, false],
  [funcionariosFaseOrdemFabrico, workerRows, true],
  [ordemFabricoErros, errorRows, true],
];

const masterSheets: readonly (readonly [sheet: Sheet, rows: (factory: Factory) => Row[]])[] = [
  [funcionarios, masters.employeeRows],
  [funcionariosFasesAptos, masters.skillRows],
  [fases, masters.phaseRows],
  [modelos, masters.modelRows],
  [fasesStandardModelos, masters.routeRows],
];

export function masterRows(factory: Factory): SheetRows[] {
  return masterSheets.map(([sheet, make]) => {
    const rows = make(factory);
    return { sheet, rowCount: rows.length, rows: () => rows };
  });
}

/** Every sheet makes its orders anew: cheaper than keeping a million rows. */
export function orderBoundRows(factory: Factory): SheetRows[] {
  const counts = countRows(factory);
  return orderBound.map(([sheet, make, mixed], i) => ({
    sheet,
    rowCount: counts[i] ?? 0,
    rows: () => (mixed ? mixedRows(factory, make) : rowsInOrder(factory, make)),
  }));
}

function countRows(factory: Factory): number[] {
  const counts = orderBound.map(() => 0);
  for (const order of ordersAlive(factory))
    for (const [i, [, make]] of orderBound.entries())
      counts[i] = (counts[i] ?? 0) + make(factory, order).length;
  return counts;
}

function* ordersAlive(factory: Factory): Generator<OrderHistory> {
  const { calendar, cut } = factory;
  for (let index = calendar.oldest; index >= calendar.newest; index--) {
    const order = makeOrder(factory, index);
    if (isAlive(order, cut)) yield order;
  }
}

function* rowsInOrder(factory: Factory, make: OrderRows): Generator<Row> {
  for (const order of ordersAlive(factory)) yield* make(factory, order);
}

const mixedTogether = 64;

/** Bookings and errors are exported in no order that anybody knows. */
function* mixedRows(factory: Factory, make: OrderRows): Generator<Row> {
  let batch: Row[] = [];
  for (const order of ordersAlive(factory)) {
    batch.push(...make(factory, order));
    if (order.index % mixedTogether !== 0) continue;
    yield* new Random(factory.size.seed, 808, order.index).shuffle(batch);
    batch = [];
  }
  yield* new Random(factory.size.seed, 809).shuffle(batch);
}
