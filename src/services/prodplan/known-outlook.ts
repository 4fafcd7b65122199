import { type ReadOutlook, readOutlook } from '../../aggregates/index.js';
import type { Context } from '../service.js';

/** Learnt once for each state of the data: the hazards by family and product, the open orders, the finishes by day. */
export async function knownOutlook({ client, remember }: Context): Promise<ReadOutlook> {
  return await remember('prodplan.outlook', async () => await readOutlook(client));
}

const dayMs = 86_400_000;
const epochMs = Date.UTC(2000, 0, 1);

/** The day so many days after 2000-01-01. */
export function dayText(day: number): string {
  return new Date(epochMs + day * dayMs).toISOString().slice(0, 10);
}

/** With fewer finished cases of its family in a year nothing is promised. */
export const fewestPromised = 30;
