import { ProdplanError } from '../../platform/errors.js';

/** Rows are named by their numbers, and a row that stands before the header would be lost: they must only rise. */
export class RowOrder {
  readonly #place: string;
  #before = 0;

  /** `place`: file and sheet, for the message. */
  constructor(place: string) {
    this.#place = place;
  }

  check(row: number): void {
    if (row <= this.#before) throw outOfOrder(this.#place, row, this.#before);
    this.#before = row;
  }
}

function outOfOrder(place: string, row: number, before: number): ProdplanError {
  return new ProdplanError(
    'input',
    'ROWS_OUT_OF_ORDER',
    `A linha ${row} vem depois da linha ${before}: ${place} está danificado.`,
    'Abra o ficheiro no Excel e guarde-o de novo, ou exporte-o outra vez.',
  );
}
