import { type FilePlace, fileFailure } from '../../platform/errors/file.js';

/** Rows are named by their numbers, and a row that stands before the header would be lost: they must only rise. */
export class RowOrder {
  readonly #place: FilePlace;
  #before = 0;

  /** `place`: file and sheet, for the message. */
  constructor(place: FilePlace) {
    this.#place = place;
  }

  check(row: number): void {
    if (row <= this.#before) {
      const place = this.#place;
      throw fileFailure('ROWS_OUT_OF_ORDER', { place, row, before: this.#before });
    }
    this.#before = row;
  }
}
