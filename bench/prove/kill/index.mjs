import { makePairs } from '../lib/files.mjs';
import { coldPlace, warmServer } from '../lib/places.mjs';
import { chancesOf } from '../lib/random.mjs';
import { Durations } from './moments.mjs';
import {
  complete,
  Failed,
  hangMs,
  ingestTrial,
  queueTrial,
  serverTrial,
  serverUnderTrial,
} from './trials.mjs';

/** What is killed, on which kind of place, with files of which size; and how often it is drawn. */
const kinds = [
  [{ trial: ingestTrial, place: 'warm', size: 'large' }, 34],
  [{ trial: ingestTrial, place: 'first', size: 'large' }, 8],
  [{ trial: ingestTrial, place: 'warm', size: 'small' }, 22],
  [{ trial: ingestTrial, place: 'first', size: 'small' }, 8],
  [{ trial: queueTrial, place: 'warm', size: 'small', command: 'worker' }, 8],
  [{ trial: queueTrial, place: 'warm', size: 'large', command: 'worker' }, 3],
  [{ trial: queueTrial, place: 'warm', size: 'small', command: 'serve' }, 7],
  [{ trial: serverTrial, place: 'cold', size: 'small' }, 6],
  [{ trial: serverTrial, place: 'cold', size: 'large' }, 2],
  [{ trial: serverUnderTrial, place: 'cold', size: 'small', command: 'serve' }, 2],
  [{ trial: serverUnderTrial, place: 'cold', size: 'small', command: 'worker' }, 2],
];

export const kill = {
  name: 'kill',
  about: `\`ingest\`, \`worker\`, \`serve\` and the embedded server are killed (SIGKILL) at moments drawn over the whole
run and over each of its stages. After every kill all core tables and all aggregates must have the checksum that an
undisturbed run of the old or of the new file gives, and be those of the run that is published; after one to eight
kills in a row a run must end by itself, without anybody's help, in the new state. A kill counts only where the
system says that the process ended by that signal. "Between staging and commit": the run's record does not say
completed, and the tables that it staged are there. The servers under killed clients run with fsync off, which a
killed process cannot notice (the system's memory outlives it); those that are killed themselves run as delivered.`,
  run,
  rows,
};

async function run(context) {
  const pairs = await makePairs();
  const { record, rest, only, lanes } = context;
  const workers = Array.from({ length: only === null ? lanes : 1 }, async () => {
    const lane = new Lane(context, pairs);
    try {
      if (only !== null) await lane.try(only);
      else while (rest()) await lane.try(record.takeCase());
    } finally {
      await lane.close();
    }
  });
  const ends = await Promise.allSettled(workers);
  const broken = ends.find(({ status }) => status === 'rejected');
  if (broken !== undefined && !context.stopped()) throw broken.reason;
}

/** One server for killed clients and one home whose server is killed, with the places where trials follow on each other. */
class Lane {
  #context;
  #pairs;
  #server = null;
  #places = new Map();
  #durations = new Map();

  constructor(context, pairs) {
    this.#context = context;
    this.#pairs = pairs;
  }

  async try(number) {
    const { record, seed, commit, stopped } = this.#context;
    const chances = chancesOf(seed, number);
    const kind = chances.weighted(kinds);
    const pair = this.#pairs[kind.size];
    const key = `${kind.place} ${kind.size}`;
    try {
      const { place, at } = await this.#place(kind, pair, key, chances);
      const file = at === null ? chances.pick(pair) : pair[1 - pair.indexOf(at)];
      const settings = { file, old: at, chances, command: kind.command };
      const reached = await kind.trial(this.#contextOf(key), place, settings);
      this.#places.get(key).at = reached;
      if (kind.place === 'first') await this.#forget(key);
    } catch (error) {
      // What was interrupted by the end of the campaign says nothing about the product.
      if (!stopped()) this.#failed(record, number, error, commit);
      await this.#forget(key);
    }
    record.count('trials');
    record.save();
  }

  #failed(record, number, error, commit) {
    if (error instanceof Failed) record.fail(number, error.what, error.detail, commit);
    else record.fail(number, 'unexpected', error.stack, commit);
  }

  #contextOf(key) {
    if (!this.#durations.has(key)) this.#durations.set(key, new Durations());
    return { ...this.#context, durations: this.#durations.get(key) };
  }

  /** The place of this kind and the file that it holds, made and filled where there is none. */
  async #place(kind, pair, key, chances) {
    if (!this.#places.has(key)) {
      const place = await this.#newPlace(kind, chances);
      this.#places.set(key, { place, at: null });
      if (kind.place !== 'first') {
        // Both files, and the first once more: the same file must give the same state whatever it followed.
        for (const file of [...pair, pair[0]])
          this.#places.get(key).at = await complete(this.#contextOf(key), place, file);
      }
    }
    return this.#places.get(key);
  }

  async #newPlace(kind, chances) {
    if (kind.place === 'cold') return coldPlace(this.#context.scratch);
    this.#server ??= await warmServer(this.#context.scratch);
    return await this.#server.place({ bare: kind.place === 'first' && chances.chance(0.3) });
  }

  async #forget(key) {
    const known = this.#places.get(key);
    this.#places.delete(key);
    await known?.place.remove().catch(() => {});
  }

  async close() {
    for (const key of [...this.#places.keys()]) await this.#forget(key);
    await this.#server?.stop();
  }
}

function rows(record) {
  const between = record.counted('kills, between staging and commit, large');
  const small = record.counted('kills, between staging and commit, small');
  const elsewhere = record.counted('kills, elsewhere');
  const kinds = record.countedUnder('kills, ').filter(([name]) => !/^(between|elsewhere)/.test(name));
  return [
    ['kills of a process that was alive', between + small + elsewhere, 'at least 1,000'],
    ['of them between first staging and commit of a file of 100,000 rows or more', between, 'at least 300'],
    ['of them between first staging and commit of a small file', small, ''],
    ['of them elsewhere: before, after, with nothing to do', elsewhere, ''],
    ...kinds.map(([name, times]) => [`killed: ${name}`, times, '']),
    ...record.countedUnder('stage: ').map(([name, times]) => [`stage at the kill: ${name}`, times, '']),
    ...record
      .countedUnder('ended before the kill, ')
      .map(([name, times]) => [`ended before the kill (not counted): ${name}`, times, '']),
    ['undisturbed runs that had to end in the new state', record.counted('undisturbed runs after kills'), ''],
    [
      'longest such run, seconds',
      Math.round(record.largest('seconds of a run after a kill') ?? 0),
      `hang limit ${hangMs / 1000}`,
    ],
  ];
}
