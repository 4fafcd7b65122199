import fc from 'fast-check';
import { ask, type Reply, readParams, services } from '../../src/services/index.js';
import { newSamplePlant, type Plant } from '../ingest/support.js';
import type { TestServer } from '../support/database.js';
import { Factory, type Filters, loadRaw } from './raw.js';

/** Asks as HTTP would: parameters are texts. */
export async function asking(
  plant: Plant,
  name: string,
  params: object = {},
  maySeeNames = false,
): Promise<Reply> {
  const service = services.find((one) => one.name === name);
  if (service === undefined) throw new Error(`no question ${name}`);
  const texts = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)]));
  return await ask(plant.database.pool, service, readParams(service, texts), { maySeeNames });
}

/** A generated factory of a few hundred orders, with all the quirks of the real dumps, and what its raw rows say. */
export async function sampleFactory(
  server: TestServer,
  orders = 500,
): Promise<{ plant: Plant; factory: Factory }> {
  const plant = await newSamplePlant(server, { orders, seed: 7, asOf: '2023-04-30T18:00:00' });
  return { plant, factory: new Factory(await loadRaw(plant.database.pool)) };
}

/** Filters of every kind: no period, open ones, days within a month, many years; products, families, phases that exist. */
export function filtersOf(factory: Factory, names: readonly (keyof Filters)[]): fc.Arbitrary<Filters> {
  const products = [...new Set(factory.orders.map((one) => one.produto_id))].filter((one) => one !== null);
  const day = fc
    .date({ min: new Date('2016-06-01'), max: new Date('2023-06-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const kinds = {
    from: day,
    to: day,
    produto_id: fc.constantFrom(...products),
    familia: fc.constantFrom('K1', 'K2', 'K4', 'C1', 'other'),
    fase_id: fc.constantFrom(1, 6, 18),
  };
  const wanted = Object.fromEntries(names.map((name) => [name, kinds[name]]));
  return (fc.record(wanted, { requiredKeys: [] }) as fc.Arbitrary<Filters>).map((filters) =>
    filters.from !== undefined && filters.to !== undefined && filters.from > filters.to
      ? { ...filters, from: filters.to, to: filters.from }
      : filters,
  );
}

/** So many kinds of filters are tried in each test of this folder. */
export const tries = { numRuns: 40 };

/** Whether a gate refuses the whole answer for the rows asked about: there is no figure then. */
export function isShut({ data, support }: Reply): boolean {
  const shut = support.gates.filter(({ state }) => state === 'NOT_SUPPORTED_BY_DATA');
  return data === null && shut.some(({ rate }) => rate !== null && rate < 1);
}

/** What an on-time rate must be: none is told where the answer says that too few of its orders have a due day. */
export function rateTold(
  { reason }: { readonly status: string; readonly reason?: string | null },
  told: unknown,
  rate: number | null,
): number | null {
  const isShutOut = reason?.includes('ordens com dia de expedição previsto') === true;
  return told === null && isShutOut ? null : rate;
}
