import { httpFailure } from '../../platform/errors/http.js';

/**
 * How many exports may be under way at once. Each holds a connection to the database until its reader has taken
 * everything: without a bound, slow readers would leave none for everybody else.
 */
export class ExportSlots {
  readonly #most: number;
  #taken = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get taken(): number {
    return this.#taken;
  }

  /** Takes a slot; the function that is given back frees it, once. */
  take(): () => void {
    if (this.#taken >= this.#most) {
      throw httpFailure('TOO_MANY_REQUESTS', { of: 'exports' });
    }
    this.#taken++;
    let freed = false;
    return () => {
      if (!freed) this.#taken--;
      freed = true;
    };
  }
}
