import type { Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * Figures about the program itself, for Prometheus. Whoever does the work tells of it through `observe`; that costs
 * nothing until a process that is scraped (the worker, the API) has called `startMetrics`.
 */
export interface Metrics {
  /** The text that Prometheus reads. */
  render(): Promise<string>;
  readonly contentType: string;
}

type Labels = Readonly<Record<string, string>>;

interface Instruments {
  readonly registry: Registry;
  readonly rows: Counter;
  readonly runs: Counter;
  readonly stages: Histogram;
  readonly jobs: Counter;
  readonly jobSeconds: Histogram;
  readonly lockWaits: Histogram;
  readonly requests: Histogram;
  readonly answers: Counter;
  readonly queue: Gauge;
}

let instruments: Instruments | null = null;
let readQueue: (() => Promise<Readonly<Record<string, number>>>) | null = null;

const count = (pick: (all: Instruments) => Counter, labels: Labels, by: number): void => {
  if (instruments !== null && by > 0) pick(instruments).inc(labels, by);
};
const time = (pick: (all: Instruments) => Histogram, labels: Labels, seconds: number): void => {
  if (instruments !== null) pick(instruments).observe(labels, seconds);
};

/** What can be told. Labels are declared names: sheets, stages, jobs, routes; never anything from the data. */
export const observe = {
  rows: (sheet: string, outcome: string, rows: number): void =>
    count((all) => all.rows, { sheet, outcome }, rows),
  run: (kind: string, outcome: string): void => count((all) => all.runs, { kind, outcome }, 1),
  stage: (stage: string, seconds: number): void => time((all) => all.stages, { stage }, seconds),
  job: (job: string, outcome: string, seconds: number): void => {
    count((all) => all.jobs, { job, outcome }, 1);
    time((all) => all.jobSeconds, { job }, seconds);
  },
  lockWait: (lock: string, seconds: number): void => time((all) => all.lockWaits, { lock }, seconds),
  request: (method: string, route: string, status: number, seconds: number): void =>
    time((all) => all.requests, { method, route, status: String(status) }, seconds),
  answer: (question: string, from: 'cache' | 'database'): void =>
    count((all) => all.answers, { question, from }, 1),
  /** How the depth of the queue (state -> jobs) is read when somebody asks for the figures. */
  queue: (read: () => Promise<Readonly<Record<string, number>>>): void => {
    readQueue = read;
  },
} as const;

/** Begins to count, in this process; a second call gives the same figures. */
export async function startMetrics(): Promise<Metrics> {
  instruments ??= await makeInstruments();
  const { registry } = instruments;
  return { render: () => registry.metrics(), contentType: registry.contentType };
}

const longerSeconds = [0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

async function makeInstruments(): Promise<Instruments> {
  // Loaded only by processes that are scraped: a single command need not wait for it.
  const { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } = await import('prom-client');
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'prodplan_' });
  return {
    registry,
    rows: new Counter({
      name: 'prodplan_rows_total',
      help: 'Rows of published runs, by sheet and what became of them',
      labelNames: ['sheet', 'outcome'],
      registers,
    }),
    runs: new Counter({
      name: 'prodplan_runs_total',
      help: 'Runs, by kind and how they ended; completed are also those that had nothing to do',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    stages: new Histogram({
      name: 'prodplan_stage_seconds',
      help: 'How long the stages of runs took',
      labelNames: ['stage'],
      buckets: longerSeconds,
      registers,
    }),
    jobs: new Counter({
      name: 'prodplan_jobs_total',
      help: 'Jobs, by name and how they ended',
      labelNames: ['job', 'outcome'],
      registers,
    }),
    jobSeconds: new Histogram({
      name: 'prodplan_job_seconds',
      help: 'How long jobs took',
      labelNames: ['job'],
      buckets: longerSeconds,
      registers,
    }),
    lockWaits: new Histogram({
      name: 'prodplan_lock_wait_seconds',
      help: 'How long somebody waited for a lock',
      labelNames: ['lock'],
      buckets: longerSeconds,
      registers,
    }),
    requests: new Histogram({
      name: 'prodplan_http_request_seconds',
      help: 'How long requests took, by route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    answers: new Counter({
      name: 'prodplan_http_answers_total',
      help: 'Answers to questions, by question and whether they were remembered or computed',
      labelNames: ['question', 'from'],
      registers,
    }),
    queue: new Gauge({
      name: 'prodplan_queue_jobs',
      help: 'Jobs in the queue, by state',
      labelNames: ['state'],
      registers,
      async collect() {
        await measureQueue(this);
      },
    }),
  };
}

/** A queue that does not answer leaves the gauge empty; the other figures are given all the same. */
async function measureQueue(gauge: Gauge): Promise<void> {
  gauge.reset();
  if (readQueue === null) return;
  const patience = new Promise<null>((resolve) => setTimeout(resolve, 2_000, null).unref());
  const depth = await Promise.race([readQueue().catch(() => null), patience]);
  for (const [state, jobs] of Object.entries(depth ?? {})) gauge.set({ state }, jobs);
}
