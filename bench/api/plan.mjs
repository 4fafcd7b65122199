import { addressOf, questions } from './questions.mjs';
import { seeded } from './random.mjs';

const tries = 2_000;
const warmAddresses = 20;
/** Pages deep in a list are the part of a list's calls that follows somebody who reads on. */
const deepPagesShare = 0.15;

/**
 * Gives out what is to be asked. No address is given out twice as a fresh one, in whatever stage, so that a fresh
 * question cannot have its answer in the cache.
 */
export class Plan {
  #facts;
  #draw;
  #deep;
  #seen = new Set();
  #warm = new Map();

  /** `deep`: question -> parameters with a cursor, as the lists themselves gave them out. */
  constructor({ facts, seed, paths, deep, only }) {
    this.#facts = facts;
    this.#draw = seeded(seed);
    this.#deep = deep;
    this.questions = questions
      .filter(({ name }) => only === null || only.some((one) => name.startsWith(one)))
      .map((one) => ({ ...one, path: paths.get(one.name) }));
  }

  /** So many addresses that nobody has asked, of one question. */
  fresh(question, count) {
    return Array.from({ length: count }, () => this.#fresh(question));
  }

  /** The same of all questions, mixed by their weights. */
  freshMixture(count) {
    return Array.from({ length: count }, () => this.#fresh(this.#anyQuestion()));
  }

  /** A few addresses of every question, to be asked once: what `warmMixture` draws from. */
  toWarm() {
    for (const question of this.questions) this.#warm.set(question.name, this.fresh(question, warmAddresses));
    return [...this.#warm.values()].flat();
  }

  warmMixture(count) {
    return Array.from({ length: count }, () => this.#draw.pick(this.#warm.get(this.#anyQuestion().name)));
  }

  #anyQuestion() {
    return this.#draw.weighted(this.questions.map((one) => [one, one.weight]));
  }

  #fresh(question) {
    for (let attempt = 0; attempt < tries; attempt++) {
      const address = addressOf(question, this.#params(question));
      // What `serve` asks ahead, without any parameter, is ready.
      if (this.#seen.has(address) || address === question.path) continue;
      this.#seen.add(address);
      return { question: question.name, address };
    }
    throw new Error(`${question.name}: nothing left to ask that was not asked before`);
  }

  #params(question) {
    const deep = this.#deep.get(question.name) ?? [];
    if (deep.length > 0 && this.#draw.chance(deepPagesShare))
      return { ...this.#draw.pick(deep), limit: this.#draw.whole(51, 200) };
    return question.params(this.#draw, this.#facts);
  }
}
