/** A number whose text matters: a scale writes 9.30, a double forgets the zero. */
export class NumberText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** undefined: the cell does not exist. Numbers in a column of moments are minutes (see `time.ts`). */
export type Cell = number | string | NumberText | undefined;

export type Row = readonly Cell[];
