import { isStarted } from '../cut.js';
import type { Factory } from '../history/factory.js';
import type { OrderHistory } from '../history/order.js';
import { workersOf } from '../history/workers.js';
import type { SampleRow } from '../row.js';

/** Who works is booked when the phase is started, and stays. */
export function workerRows(factory: Factory, order: OrderHistory): SampleRow[] {
  return workersOf(factory, order)
    .filter(({ phase }) => isStarted(phase, factory.cut))
    .map(({ phase, workerId, leader }) => [phase.id, workerId, leader]);
}
