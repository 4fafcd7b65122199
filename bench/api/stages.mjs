import { prodplan } from '../lib/cli.mjs';
import { inHome } from '../lib/homes.mjs';
import { publishedRun } from './facts.mjs';
import { figuresOf } from './figures.mjs';
import { added, answerCounts } from './server.mjs';
import { askSingles } from './singles.mjs';

const problemsShown = 3;
/** Of the answers of a stage. */
const mostRefused = 0.3;
/** Readers ask for no longer than this, however long the files take. */
const ingestPatienceSeconds = 240;
/** So long the files of one day after the other are taken in. */
const ingestSeconds = 60;
/** Readers are there before the ingest begins. */
const leadMs = 1_000;

/** The stages of a benchmark; each gives figures or throws where an answer was not what it should be. */
export function stagesOf({ server, home, plan, drive, check, options, days, facts }) {
  const { url } = server;
  const { rate, seconds, aloneSeconds } = options;

  async function stage(name, requests, { from, runs = async () => [facts.runId], ...more }) {
    console.error(`${name}: ${requests.length} requests at ${rate}/s`);
    const before = await answerCounts(url);
    const driven = await drive({ url, requests, rate, ...more });
    const sources = added(before, await answerCounts(url));
    const samples = verified(name, driven, check, await runs());
    if (more.until === undefined && samples.length !== requests.length)
      throw new Error(`${name}: ${requests.length - samples.length} requests were not answered`);
    mustComeFrom(name, from, sources);
    const { generatorLateMs } = driven;
    return {
      ...figuresOf(samples),
      samples,
      sources,
      generatorLateMs,
      perSecond: samples.length / driven.seconds,
    };
  }

  /** One after the other, each published before the next begins. */
  async function takeIn(files) {
    await new Promise((resolve) => setTimeout(resolve, leadMs));
    const began = performance.now();
    const runs = [];
    for (const { path } of files) {
      if (performance.now() - began > ingestSeconds * 1000) break;
      await prodplan(['ingest', path], inHome(home));
      runs.push(await publishedRun(home));
    }
    return { began, ended: performance.now(), runs };
  }

  return {
    warmUp: () => stage('warm-up', plan.freshMixture(3 * rate), { from: 'database' }),

    misses: () => stage('misses', plan.freshMixture(seconds * rate), { from: 'database' }),

    async hits() {
      await stage('asked once', plan.toWarm(), { from: 'database' });
      return await stage('hits', plan.warmMixture(seconds * rate), { from: 'cache' });
    },

    async alone() {
      const figures = new Map();
      for (const question of plan.questions) {
        const requests = plan.fresh(question, aloneSeconds * rate);
        const { byQuestion } = await stage(`${question.name} alone`, requests, { from: 'database' });
        figures.set(question.name, byQuestion.get(question.name));
      }
      return figures;
    },

    singles: () => askSingles(home),

    /** Readers who ask nothing twice, while the files of the days that follow are taken in and published one after the other. */
    async ingest() {
      const over = new AbortController();
      const taking = takeIn(days).finally(() => over.abort());
      const requests = plan.freshMixture(ingestPatienceSeconds * rate);
      const reading = stage('during an ingest', requests, {
        from: 'database',
        runs: async () => [facts.runId, ...(await taking).runs],
        until: over.signal,
      });
      const [read, ran] = await Promise.allSettled([reading, taking]);
      for (const one of [ran, read]) if (one.status === 'rejected') throw one.reason;
      const { samples, ...rest } = read.value;
      const { began, ended, runs } = ran.value;
      const during = samples.filter(({ plannedMs }) => plannedMs >= began && plannedMs <= ended);
      if (!samples.some(({ runId }) => runId !== facts.runId))
        throw new Error('the new run was published and nobody read it');
      return { ...rest, ...figuresOf(during), files: runs.length, ingestSeconds: (ended - began) / 1000 };
    },
  };
}

/** Every answer must be what it should be: a figure over anything else would say nothing. */
function verified(name, { samples, errors }, check, runs) {
  const checked = samples.map((sample) => {
    const { body, ...rest } = sample;
    return { ...rest, bytes: Buffer.byteLength(body), ...check(sample, runs) };
  });
  const refused = checked.filter((one) => typeof one.refused === 'string');
  const tooMany = refused.length > checked.length * mostRefused ? refused : [];
  const bad = [
    ...checked.filter(({ problem }) => problem !== undefined),
    ...tooMany.map((one) => ({ ...one, problem: one.refused })),
  ];
  if (errors.length === 0 && bad.length === 0) return checked;
  const shown = bad.slice(0, problemsShown).map(({ request, problem }) => `${request.address}: ${problem}`);
  throw new Error(
    [`${name}: ${errors.length} errors, ${bad.length} bad answers`, ...errors.slice(0, 1), ...shown].join(
      '\n  ',
    ),
  );
}

/** What the server itself counted: a hit among misses, or the other way round, would be measured for what it is not. */
function mustComeFrom(name, from, sources) {
  const other = from === 'cache' ? 'database' : 'cache';
  if (sources[other] > 0) throw new Error(`${name}: ${sources[other]} answers came from the ${other}`);
}
