import { phase } from '../../contract/factory/index.js';
import { pace } from '../catalogue/phases.js';
import { workOrder } from '../catalogue/routes.js';

/**
 * work: people, as many boats a day as there are hands; oven: what waits goes in together and comes out on a later
 * day; delay: it lies there, nobody is needed.
 */
type StationKind = 'work' | 'oven' | 'delay';

export interface Station {
  readonly phaseId: number;
  readonly kind: StationKind;
  /** Working days that a boat waits here when the factory runs as it should. */
  readonly waitDays: number;
  readonly hours: number;
}

/** Working days for one unit of `pace.wait`: sets the level of all lead times. */
const waitScaleDays = 0.45;

/** Closing an order in the ERP is a station like another, behind the last phase. */
export const closing = 0;

/** Days that a boat lies there, on average, without anybody having to do with it. */
const lyingDays: ReadonlyMap<number, number> = new Map([
  [phase.warehouse, 1.5],
  [phase.packed, 1],
  [phase.delivered, 1.2],
]);

/** In the order in which the work is done; the office, which closes orders, comes last. */
export const stations: readonly Station[] = [
  ...workOrder.map((phaseId) => {
    const { wait, hours } = pace.get(phaseId) ?? { wait: 1, hours: 1 };
    const lying = lyingDays.get(phaseId);
    if (lying !== undefined) return { phaseId, hours: 0, kind: 'delay' as const, waitDays: lying };
    const kind = phaseId === phase.cure ? ('oven' as const) : ('work' as const);
    return { phaseId, hours, kind, waitDays: wait * waitScaleDays };
  }),
  { phaseId: closing, kind: 'work', waitDays: 1.2, hours: 0 },
];

const places = new Map(stations.map(({ phaseId }, place) => [phaseId, place]));

/** Where in `stations` the phase is worked on. */
export function stationOf(phaseId: number): number {
  return places.get(phaseId) ?? 0;
}
