import { grouped, table } from '../lib/format.mjs';
import { fullSizeOrders } from '../lib/options.mjs';
import { singleMs } from './questions.mjs';

/** Readers may wait so many times as long while a run goes on. */
export const stallRatio = 1.5;

/** The whole report, in Markdown. Every figure is computed from the samples. */
export function report(context) {
  const { results } = context;
  const parts = [
    '# Benchmark of the API',
    header(context),
    '## Answers',
    answers(context),
    note(context),
    ...(results.singles ? ['## Questions with one address', singles(results.singles)] : []),
    ...(results.ingest ? ['## Readers while a run goes on', ingest(context)] : []),
    '## How it is measured',
    method(context),
  ];
  return `${parts.join('\n\n')}\n`;
}

function header({ options, machine, commit, base, facts, postgres, date, autocannon, results }) {
  const size = options.orders / fullSizeOrders;
  return [
    `- machine: ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb.toFixed(0)} GB, ${machine.os}; database, server, and the program that asks share it`,
    `- Node ${machine.node}, PostgreSQL ${postgres} (embedded), autocannon ${autocannon}`,
    `- workbook: \`prodplan sample --orders ${options.orders}\` (${Number(size.toFixed(3))}x full size), ` +
      `${grouped(facts.rows)} rows, ${(base.bytes / 2 ** 20).toFixed(1)} MiB`,
    `- ${date}, commit ${commit}, \`${options.command}\``,
    `- open loop, ${options.rate} requests a second; mixtures last ${options.seconds} s` +
      `${results.alone ? `, a question alone ${options.aloneSeconds} s` : ''}; stages: ${Object.keys(results).join(', ')}`,
  ].join('\n');
}

const columns = ['question', 'misses p50', 'p95', 'p99', 'hits p50', 'p95', 'p99', 'alone p50', 'p95', 'p99'];

function answers({ plan, results: { misses, hits, alone } }) {
  const lines = plan.questions.map(({ name, targetMs }) => {
    const miss = misses?.byQuestion.get(name);
    const only = alone?.get(name);
    return [
      name,
      ...three(miss),
      ...three(hits?.byQuestion.get(name)),
      ...three(only),
      rows(miss ?? only),
      `${targetMs} ms`,
      verdict(targetMs, [miss, only]),
    ];
  });
  const all = ['all', ...three(misses?.all), ...three(hits?.all), '–', '–', '–', '–', '–', '–'];
  return table([...columns, 'rows', 'target (p95)', ''], [...lines, all], [0, 12]);
}

function three(figures) {
  if (figures === undefined || figures === null) return ['–', '–', '–'];
  return [figures.p50, figures.p95, figures.p99].map(ms);
}

function ms(value) {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}

function rows(figures) {
  return figures ? grouped(figures.rows) : '–';
}

/** Both ways of asking must keep to it. */
function verdict(targetMs, figures) {
  const p95s = figures.filter((one) => one).map(({ p95 }) => p95);
  if (p95s.length === 0) return 'not measured';
  return Math.max(...p95s) <= targetMs ? 'met' : '**missed**';
}

function note({ results: { misses, hits, alone }, options }) {
  const count = (one) => (one ? grouped(one.all.count) : 'no');
  return [
    `Milliseconds. ${count(misses)} misses and ${count(hits)} hits as a mixture of all questions by their weights; \`alone\`: ` +
      `one question at ${options.rate} requests a second, all of them misses` +
      `${alone ? `, ${grouped([...alone.values()].reduce((sum, { count }) => sum + count, 0))} in all` : ''}. ` +
      'The target is held against the p95 of the misses, mixed and alone: both must keep to it. `rows` are the rows that the median ' +
      'answer rests on (`rows_used`).',
    'Errors: none. Every answer that is counted was a 200 and was held against docs/openapi.json and the run; the first that is not ends the benchmark without a table.',
  ].join('\n\n');
}

/** They are hits over HTTP; their target is held against the later asks, which compute everything but what a version remembers. */
function singles(figures) {
  const lines = [...figures].map(([name, one]) => [
    name,
    ...three(one),
    ms(one.first),
    `${singleMs(name)} ms`,
    verdict(singleMs(name), [one]),
  ]);
  return [
    table(['question', 'p50', 'p95', 'p99', 'first', 'target (p95)', ''], lines, [0, 6]),
    'Milliseconds. `serve` asks these ahead when a run is published, so that callers have them from the cache. Here each is asked of the ' +
      'database directly, without HTTP; `first` is the first time in a new process, which reads what later ones remember of the version.',
  ].join('\n\n');
}

function ingest({ plan, results: { misses, ingest } }) {
  const line = (name, target, rest, during) => [
    name,
    ...three(rest),
    ...three(during),
    rest && during ? `${(during.p95 / rest.p95).toFixed(1)}x` : '–',
    target,
  ];
  const lines = plan.questions.map(({ name }) =>
    line(name, '', misses?.byQuestion.get(name), ingest.byQuestion.get(name)),
  );
  const ratio = misses ? ingest.all.p95 / misses.all.p95 : null;
  const met = ratio === null ? 'not measured' : ratio <= stallRatio ? 'met' : '**missed**';
  return [
    table(
      [
        'question',
        'at rest p50',
        'p95',
        'p99',
        'during p50',
        'p95',
        'p99',
        'p95 ratio',
        `target <= ${stallRatio}x`,
      ],
      [...lines, line('all', met, misses?.all, ingest.all)],
      [0, 8],
    ),
    `The same mixture, all misses, while \`prodplan ingest\` takes in the files of the ${ingest.files} days that follow, one after the other: ` +
      `${ingest.ingestSeconds.toFixed(1)} s, ${grouped(ingest.all.count)} answers in that time, each of one published run. ` +
      `The longest took ${ms(ingest.all.longest)} ms. The target is that of all answers together; a question's own p95 rests on few of them.`,
  ].join('\n\n');
}

function method({ options, results }) {
  const late = Math.max(
    ...[results.misses, results.hits].filter(Boolean).map((one) => one.generatorLateMs),
    0,
  );
  return [
    `- The loop is open: ${options.rate} autocannon lanes send one request a second each and begin one after the other, so that a request ` +
      `leaves every ${Number((1000 / options.rate).toFixed(1))} ms whatever the server does. A request is timed from the moment when its lane meant to send it. ` +
      "autocannon's own rate sends each connection's share of a second in one burst, and its correction for coordinated omission is not used.",
    '- Parameters are drawn by a seeded generator over the ids, days, families, phases and words of the database, deep pages of the lists too. ' +
      "No address is asked twice as a miss, and the server's own counter (`prodplan_http_answers_total` in /metrics) must show that not one answer came from the cache; hits the other way round.",
    `- A few seconds of the mixture go before, uncounted. The program that asks was itself late by ${ms(late)} ms at most in 99 of 100 looks; that is in the figures.`,
    '- `prodplan serve` as anybody starts it, with its worker, and with `PRODPLAN_CALLS_PER_MINUTE` raised.',
  ].join('\n');
}
