/** A number whose text matters: a scale writes 9.30, a double forgets the zero. */
export class NumberText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A day, or a moment, as spreadsheets count it: in days since the end of 1899. */
export class DateSerial {
  readonly serial: number;
  readonly isDay: boolean;
  constructor(serial: number, isDay: boolean) {
    this.serial = serial;
    this.isDay = isDay;
  }
}

/** A text that would be a formula if somebody typed it: it is marked as quoted. */
export class QuotedText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** undefined: the cell does not exist. Numbers in a column of moments are moments (see `Column`). */
export type Cell = number | string | boolean | NumberText | DateSerial | QuotedText | undefined;

export type Row = readonly Cell[];
