import { SharedStringsReader } from '../../../dist/workbook/parts/shared-strings.js';
import { RowScanner } from '../../../dist/workbook/sheet/row-scanner.js';

const readers = [RowScanner, SharedStringsReader];
const fast = readers.map((one) => one.prototype.fast);
let taken = 0;

for (const [place, reader] of readers.entries()) {
  reader.prototype.fast = function (bytes, from) {
    const next = fast[place].call(this, bytes, from);
    if (next >= 0) taken++;
    return next;
  };
}
const counting = readers.map((one) => one.prototype.fast);

/** How many rows and texts the fast path has read since the last question. */
export function takenByFastPath() {
  const before = taken;
  taken = 0;
  return before;
}

/** Everything within is read by the general path alone. */
export async function withoutFastPath(work) {
  for (const reader of readers) reader.prototype.fast = () => -1;
  try {
    return await work();
  } finally {
    for (const [place, reader] of readers.entries()) reader.prototype.fast = counting[place];
  }
}
