import { partNameOf } from '../contract/part-name.js';
import type { NamedSheet, SheetContent } from '../workbook/write/index.js';
import { type KeyRegister, RatioCounter, type SheetRatios } from './ratios/count.js';
import type { SampleRow } from './row.js';
import type { SheetRows } from './rows/sheet-rows.js';
import { day } from './time.js';

/** Excel's grid: the rows that a sheet can have, its header included. */
const gridRows = 1_048_576;

export interface PartsOptions {
  readonly register: KeyRegister;
  readonly onWritten: (ratios: SheetRatios) => void;
  readonly grid?: number | undefined;
}

/**
 * A sheet as it can be written: what does not fit into the grid goes on in `Name (2)`, `Name (3)`, ... under the same
 * headers (a long name is cut: `partNameOf`). One that would end just where the grid ends is followed by a part without rows: nobody takes it for cut.
 */
export function sheetParts(rows: SheetRows, options: PartsOptions): NamedSheet[] {
  const { register, onWritten, grid = gridRows } = options;
  const mostRows = grid - 1;
  const parts = Math.floor(rows.rowCount / mostRows) + 1;
  let counter: RatioCounter;
  let left: Iterator<SampleRow>;
  const written = { bytes: 0, compressed: 0 };
  return Array.from({ length: parts }, (_, place) => ({
    name: place === 0 ? rows.sheet.sheet : partNameOf(rows.sheet.sheet, place + 1),
    content: () => {
      if (place === 0) {
        counter = new RatioCounter(rows.sheet, register);
        left = rows.rows()[Symbol.iterator]();
      }
      const rowCount = Math.min(mostRows, rows.rowCount - place * mostRows);
      return contentOf(rows, rowCount, take(left, rowCount, counter));
    },
    onWritten: ({ bytes, compressed }) => {
      written.bytes += bytes;
      written.compressed += compressed;
      if (place === parts - 1) onWritten(counter.result(written.bytes, written.compressed));
    },
  }));
}

function contentOf({ sheet }: SheetRows, rowCount: number, rows: Iterable<SampleRow>): SheetContent {
  const columns = Object.values(sheet.columns);
  return {
    columns: columns.map(({ header, kind }) => ({
      width: Math.max(11, header.length + 2, kind === 'timestamp' ? 17 : 0),
      momentsPerDay: kind === 'timestamp' ? day : undefined,
    })),
    hasHeader: true,
    rowCount: rowCount + 1,
    blocks: [[columns.map(({ header }) => header)], rows],
  };
}

function* take(rows: Iterator<SampleRow>, count: number, counter: RatioCounter): Generator<SampleRow> {
  for (let taken = 0; taken < count; taken++) {
    const { value, done } = rows.next();
    if (done === true) return;
    counter.row(value);
    yield value;
  }
}
