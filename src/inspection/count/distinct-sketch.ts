/**
 * HyperLogLog over 2^14 registers: how many different values there were, from 16 KB. Two libraries were tried and
 * set aside: one gives 488 for 1,000 values and takes half a millisecond for each, the other stops at 23,634.
 */
const indexBits = 14;
const registers = 1 << indexBits;
const alpha = 0.7213 / (1 + 1.079 / registers);

export class DistinctSketch {
  /** Standard error of the estimate, as a share of it. */
  static readonly standardError: number = 1.04 / Math.sqrt(registers);
  readonly #registers = new Uint8Array(registers);

  /** Adds a value of 64 bits, in two halves of any distribution. */
  add(low: number, high: number): void {
    const first = mix(low ^ mix(high ^ 0x2545f491));
    const second = mix(high ^ mix(low ^ 0x6c078965));
    const index = first >>> (32 - indexBits);
    // 18 bits of the one half and 32 of the other say how rare the value is.
    const rest = (first << indexBits) >>> 0;
    const zeros = rest !== 0 ? Math.clz32(rest) : 32 - indexBits + Math.clz32(second);
    if (zeros + 1 > this.#registers[index]!) this.#registers[index] = zeros + 1;
  }

  addText(text: string): void {
    let low = 0x811c9dc5;
    let high = 0x1b873593;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 13);
    }
    this.add(low, high);
  }

  estimate(): number {
    let sum = 0;
    let empty = 0;
    for (const register of this.#registers) {
      sum += 2 ** -register;
      if (register === 0) empty++;
    }
    const raw = (alpha * registers * registers) / sum;
    // While many registers are empty, counting those is the better estimate.
    if (raw <= 2.5 * registers && empty > 0) return Math.round(registers * Math.log(registers / empty));
    return Math.round(raw);
  }
}

/** Spreads 32 bits so that each one depends on all (the finaliser of MurmurHash3). */
function mix(bits: number): number {
  let h = bits;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
