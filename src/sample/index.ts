import type { Sheet } from '../contract/index.js';
import { ProdplanError } from '../platform/errors.js';
import { DoesNotFitError, type NamedSheet, type SheetContent, workbook } from '../workbook/write/index.js';
import { makeFactory } from './history/factory.js';
import { KeyRegister, SheetCounter, type SheetRatios } from './ratios/count.js';
import type { Row } from './row.js';
import { masterRows, orderBoundRows, type SheetRows } from './rows/sheet-rows.js';
import type { SampleOptions, SampleSummary } from './summary.js';
import { day, lisbonToUtc, parseAsOf } from './time.js';
import { writeFileOf } from './write-file.js';

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
  const { cut, local } = parseAsOf(asOf);
  const factory = makeFactory({ orders, seed }, cut);
  const masters = masterRows(factory);
  const register = new KeyRegister();
  for (const master of masters) registerKeys(master, register);
  const ratios: SheetRatios[] = [];
  const named: NamedSheet[] = [...orderBoundRows(factory), ...masters].map((rows) => {
    let counter: SheetCounter;
    return {
      name: rows.sheet.sheet,
      content: () => {
        counter = new SheetCounter(rows.sheet, register);
        return contentOf(rows, counter);
      },
      onWritten: (entry: { bytes: number; compressed: number }) => {
        ratios.push(counter.result(entry.bytes, entry.compressed));
        onProgress({ sheet: rows.sheet.sheet, rows: rows.rowCount });
      },
    };
  });
  const form = { texts: 'shared', savedAt: lisbonToUtc(local), level: usualLevel } as const;
  const bytes = await writeFileOf(path, workbook(named, form)).catch((error: unknown) => {
    throw error instanceof DoesNotFitError ? tooLarge(error) : error;
  });
  return {
    path,
    bytes,
    asOf: local,
    seed,
    ratios,
    sheets: ratios.map(({ sheet, rows }) => ({ sheet, rows })),
  };
}

function checkNumbers(orders: number, seed: number): void {
  if (Number.isSafeInteger(orders) && orders >= 1 && orders <= mostOrders && Number.isSafeInteger(seed))
    return;
  throw new ProdplanError(
    'usage',
    'BAD_SAMPLE_SIZE',
    `Número de ordens ou semente inválidos: ${orders}, ${seed}.`,
    `Use 1 a ${mostOrders} ordens e uma semente inteira.`,
  );
}

function tooLarge(cause: unknown): ProdplanError {
  return new ProdplanError(
    'usage',
    'SAMPLE_TOO_LARGE',
    'O exemplo não caberia num ficheiro do Excel: 1 048 576 linhas por folha, 4 GiB em tudo.',
    'Peça menos ordens (--orders).',
    { cause },
  );
}

/** The order-bound sheets come first in the workbook and refer to the masters: their keys must be known by then. */
function registerKeys({ sheet, rows }: SheetRows, register: KeyRegister): void {
  const counter = new SheetCounter(sheet, register);
  for (const row of rows()) counter.row(row);
}

function contentOf({ sheet, rowCount, rows }: SheetRows, counter: SheetCounter): SheetContent {
  const columns = columnsOf(sheet);
  return {
    columns: columns.map(({ header, kind }) => ({
      width: Math.max(11, header.length + 2, kind === 'timestamp' ? 17 : 0),
      momentsPerDay: kind === 'timestamp' ? day : undefined,
    })),
    hasHeader: true,
    rowCount: rowCount + 1,
    blocks: [[columns.map(({ header }) => header)], counted(rows(), counter)],
  };
}

function columnsOf(sheet: Sheet) {
  return Object.values(sheet.columns);
}

function* counted(rows: Iterable<Row>, counter: SheetCounter): Generator<Row> {
  for (const row of rows) {
    counter.row(row);
    yield row;
  }
}
