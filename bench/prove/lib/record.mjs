import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench } from '../../lib/paths.mjs';

/**
 * What runs leave for later ones. The counts are committed beside the page that is made of them, so that a campaign can
 * be resumed on another machine; git does not see the rest.
 */
export const kept = join(bench, 'proof');

/**
 * What was tried in one part, over all its runs: how often each thing was seen, and every failure with the case that
 * shows it. It is written to a file often, so that a run that is stopped loses nothing.
 */
export class Record {
  #path;
  #data;

  constructor(part, data) {
    this.#path = join(kept, `${part}.json`);
    this.#data = data;
  }

  /** `resume`: goes on where the part stopped, with its seed; else begins anew. */
  static open(part, { seed, resume }) {
    const before = resume ? Record.read(part) : null;
    if (before !== null) return before;
    const data = { part, seed, nextCase: 0, seconds: 0, commits: [], counts: {}, most: {}, notes: [] };
    return new Record(part, { ...data, failures: [] });
  }

  /** Of a case that is only looked at: it is written nowhere. */
  static scratch(part, seed) {
    const record = new Record(part, {
      part,
      seed,
      counts: {},
      most: {},
      notes: [],
      failures: [],
      commits: [],
    });
    record.save = () => {};
    return record;
  }

  /** Null where the part was never tried here. */
  static read(part) {
    const path = join(kept, `${part}.json`);
    return existsSync(path) ? new Record(part, JSON.parse(readFileSync(path, 'utf8'))) : null;
  }

  /** Two campaigns of one part would write over each other. What it answers lets the next one begin. */
  static claim(part) {
    mkdirSync(kept, { recursive: true });
    const path = join(kept, `${part}.pid`);
    const holder = existsSync(path) ? Number(readFileSync(path, 'utf8')) : null;
    if (holder !== null && isAlive(holder)) throw new Error(`process ${holder} tries ${part} here already`);
    writeFileSync(path, String(process.pid));
    return () => rmSync(path, { force: true });
  }

  get part() {
    return this.#data.part;
  }

  get seed() {
    return this.#data.seed;
  }

  get seconds() {
    return this.#data.seconds;
  }

  get commits() {
    return this.#data.commits;
  }

  get failures() {
    return this.#data.failures;
  }

  get notes() {
    return this.#data.notes;
  }

  /** The number of a case that nobody has tried. */
  takeCase() {
    return this.#data.nextCase++;
  }

  get nextCase() {
    return this.#data.nextCase;
  }

  /** For a part that takes many cases at once. */
  skipTo(number) {
    this.#data.nextCase = Math.max(this.#data.nextCase, number);
  }

  count(name, times = 1) {
    this.#data.counts[name] = (this.#data.counts[name] ?? 0) + times;
  }

  counted(name) {
    return this.#data.counts[name] ?? 0;
  }

  /** Everything that was counted under a name that begins so: [the rest of the name, how often]. */
  countedUnder(prefix) {
    return Object.entries(this.#data.counts)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, times]) => [name.slice(prefix.length), times]);
  }

  /** Retains the largest value that was seen. */
  most(name, value) {
    this.#data.most[name] = Math.max(this.#data.most[name] ?? 0, value);
  }

  largest(name) {
    return this.#data.most[name] ?? null;
  }

  /** Something that a reader of the page must know, once. */
  note(text) {
    if (!this.#data.notes.includes(text)) this.#data.notes.push(text);
  }

  /** `what`: the kind of failure in few words; `detail`: what was seen, for whoever repeats the case. */
  fail(number, what, detail, commit) {
    const failure = { case: number, what, detail: String(detail).slice(0, 2000), commit, again: [] };
    this.#data.failures.push(failure);
    console.error(`  FAILED ${this.part} --seed ${this.seed} --case ${number}: ${what}: ${failure.detail}`);
    this.save();
  }

  ran({ seconds, commit }) {
    this.#data.seconds += seconds;
    if (!this.#data.commits.includes(commit)) this.#data.commits.push(commit);
    this.save();
  }

  save() {
    mkdirSync(kept, { recursive: true });
    const draft = `${this.#path}.draft`;
    writeFileSync(draft, `${JSON.stringify(this.#data, null, 1)}\n`);
    renameSync(draft, this.#path);
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}

/** A failure that was tried again and did not come back is mended; the page shows it all the same. */
export function isOpen({ again }) {
  return again.length === 0 || again.at(-1).failed;
}
