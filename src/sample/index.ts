import { sampleFailure } from '../platform/errors/sample.js';
import { DoesNotFitError, writeWorkbookBytes } from '../workbook/write/index.js';
import { type FactoryFigures, measureFigures } from './figures/figures.js';
import { figuresOf } from './figures/shown.js';
import { makeFactory } from './history/factory.js';
import { KeyRegister, RatioCounter, type SheetRatios } from './ratios/count.js';
import { masterRows, orderBoundRows, type SheetRows } from './rows/sheet-rows.js';
import { sheetParts } from './sheet-parts.js';
import type { SampleOptions, SampleSummary } from './summary.js';
import { day, lisbonToUtc, parseSampleAsOf } from './time.js';
import { writeFileOf } from './write-file.js';

export { type FactoryFigures, leadTimeShares, measureFigures, type ShownOrder } from './figures/figures.js';
export { formatFigures } from './figures/format.js';
export type { ReferenceRatio, SampleRatios, SheetRatios } from './ratios/count.js';
export { formatRatios } from './ratios/format.js';
export { realRatios } from './ratios/real-ratios.js';
export type { SampleOptions, SampleSummary } from './summary.js';

/** A tenth of the factory; 27,380 orders are all of it. */
export const sampleDefaults: SampleOptions = { orders: 2738, seed: 1, asOf: '2023-04-30T18:00:00' };

/** What Excel uses. */
const usualLevel = 6;

/** Beyond this the ids would need more than eight digits. */
const mostOrders = 300_000;

/**
 * Writes a dump of an invented factory as its ERP would have exported it at `asOf`. The same seed and number of
 * orders are the same history: dumps at different moments differ only by what happened in between.
 */
export async function writeSample(
  path: string,
  options: SampleOptions,
  onProgress: (done: { sheet: string; rows: number }) => void = () => undefined,
): Promise<SampleSummary> {
  const { orders, seed, asOf } = options;
  checkNumbers(orders, seed);
  const { cut, local } = parseSampleAsOf(asOf);
  const factory = makeFactory({ orders, seed }, cut);
  const masters = masterRows(factory);
  const register = new KeyRegister();
  for (const master of masters) registerKeys(master, register);
  const ratios: SheetRatios[] = [];
  const { sheets, shown } = orderBoundRows(factory);
  const named = [...sheets, ...masters].flatMap((rows) =>
    sheetParts(rows, {
      register,
      grid: options.grid,
      onWritten: (counted) => {
        ratios.push(counted);
        onProgress({ sheet: rows.sheet.sheet, rows: rows.rowCount });
      },
    }),
  );
  const form = { boundedTexts: false, savedAt: lisbonToUtc(local), level: usualLevel } as const;
  const bytes = await writeFileOf(path, writeWorkbookBytes(named, form)).catch((error: unknown) => {
    throw error instanceof DoesNotFitError ? sampleFailure('SAMPLE_TOO_LARGE', {}, { cause: error }) : error;
  });
  return {
    path,
    bytes,
    asOf: local,
    seed,
    ratios,
    figures: measureFigures({ orders: shown, today: Math.floor(cut / day) }),
    sheets: ratios.map(({ sheet, rows }) => ({ sheet, rows })),
  };
}

/** The figures of an invented factory at `asOf`, without writing its workbook. */
export function sampleFigures({ orders, seed, asOf }: SampleOptions): FactoryFigures {
  checkNumbers(orders, seed);
  return figuresOf(makeFactory({ orders, seed }, parseSampleAsOf(asOf).cut));
}

function checkNumbers(orders: number, seed: number): void {
  if (Number.isSafeInteger(orders) && orders >= 1 && orders <= mostOrders && Number.isSafeInteger(seed))
    return;
  throw sampleFailure('BAD_SAMPLE_SIZE', { orders, seed, most: mostOrders });
}

/** The order-bound sheets come first in the workbook and refer to the masters: their keys must be known by then. */
function registerKeys({ sheet, rows }: SheetRows, register: KeyRegister): void {
  const counter = new RatioCounter(sheet, register);
  for (const row of rows()) counter.row(row);
}
