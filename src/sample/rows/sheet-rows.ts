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
import { isOrderAlive } from '../cut.js';
import type { ShownOrder } from '../figures/figures.js';
import { shownOrder } from '../figures/shown.js';
import type { Factory } from '../history/factory.js';
import { makeOrder, type OrderHistory } from '../history/order.js';
import { Random } from '../random.js';
import type { SampleRow } from '../row.js';
import { errorRows } from './error-rows.js';
import * as masters from './masters.js';
import { orderRows } from './order-rows.js';
import { countPhaseRows, orderPhaseRows } from './phase-rows.js';
import { workerRows } from './worker-rows.js';

export interface SheetRows {
  readonly sheet: Sheet;
  readonly rowCount: number;
  readonly rows: () => Iterable<SampleRow>;
}

const masterSheets: readonly (readonly [sheet: Sheet, rows: (factory: Factory) => SampleRow[]])[] = [
  [funcionarios, masters.employeeRows],
  [funcionariosFasesAptos, masters.skillRows],
  [fases, masters.catalogueRows],
  [modelos, masters.modelRows],
  [fasesStandardModelos, masters.routeRows],
];

export function masterRows(factory: Factory): SheetRows[] {
  return masterSheets.map(([sheet, make]) => kept(sheet, make(factory)));
}

/**
 * The sheets in the order in which the ERP exports them. One walk through the orders keeps the rows of the narrow
 * sheets, counts the phases and notes how the orders stand, a second one streams the phases: half of the rows and most of the bytes.
 */
export function orderBoundRows(factory: Factory): { sheets: SheetRows[]; shown: ShownOrder[] } {
  const orders: SampleRow[] = [];
  const shown: ShownOrder[] = [];
  const workers = new Mixed(factory.size.seed, 808);
  const errors = new Mixed(factory.size.seed, 809);
  let phases = 0;
  for (const order of ordersAlive(factory)) {
    const listed = orderRows(factory, order);
    orders.push(...listed);
    if (listed.length > 0) shown.push(shownOrder(factory, order));
    workers.add(order.index, workerRows(factory, order));
    errors.add(order.index, errorRows(factory, order));
    phases += countPhaseRows(factory, order);
  }
  const sheets = [
    kept(ordensFabrico, orders),
    { sheet: fasesOrdemFabrico, rowCount: phases, rows: () => streamPhases(factory) },
    kept(funcionariosFaseOrdemFabrico, workers.finish()),
    kept(ordemFabricoErros, errors.finish()),
  ];
  return { sheets, shown };
}

function kept(sheet: Sheet, rows: readonly SampleRow[]): SheetRows {
  return { sheet, rowCount: rows.length, rows: () => rows };
}

function* streamPhases(factory: Factory): Generator<SampleRow> {
  for (const order of ordersAlive(factory)) yield* orderPhaseRows(factory, order);
}

function* ordersAlive(factory: Factory): Generator<OrderHistory> {
  const { calendar, cut } = factory;
  for (let index = calendar.oldest; index >= calendar.newest; index--) {
    const order = makeOrder(factory, index);
    if (isOrderAlive(order, cut)) yield order;
  }
}

const mixedTogether = 64;

/** Bookings and errors are exported in no order that anybody knows: those of some orders are mixed. */
class Mixed {
  readonly #rows: SampleRow[] = [];
  readonly #random: Random;
  #batch: SampleRow[] = [];

  constructor(seed: number, salt: number) {
    this.#random = new Random(seed, salt);
  }

  add(index: number, rows: readonly SampleRow[]): void {
    this.#batch.push(...rows);
    if (index % mixedTogether === 0) this.finish();
  }

  finish(): readonly SampleRow[] {
    for (const row of this.#random.shuffle(this.#batch)) this.#rows.push(row);
    this.#batch = [];
    return this.#rows;
  }
}
