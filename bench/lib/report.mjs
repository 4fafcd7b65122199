import { scales } from './cases.mjs';
import { grouped, megabytes, nanoseconds, ratio, seconds, table } from './format.mjs';
import { fullSizeOrders } from './options.mjs';
import { furtherRowNs, judge, targetCores } from './targets.mjs';
import { firstDump, nextDayDump, nextDump, nextWeekDump } from './workbooks.mjs';

/** As its makers measured it on 2 cores, with a workbook of the full size. */
const earlierSystem = [
  ['ingest from nothing', [92, 100], 'ingest/cold'],
  ['of which extract', [39, 45], 'extract/ours'],
  ['the same file again', [82, 87], 'ingest/same'],
];

/** The whole report, in Markdown. Every figure is computed from the samples. */
export function report(context) {
  const { samples, options } = context;
  const parts = [
    '# Benchmark',
    header(context),
    '## Against the floor and against others',
    mainTable(context),
    notes(context),
    ...(context.baseline === null
      ? []
      : [`## Against an earlier build, ${context.baseline.name}`, baselineTable(context)]),
    ...(context.nodes.length === 0 ? [] : ['## Under newer versions of Node', nodesTable(context)]),
    '## Where an ingest spends its time',
    stageTable(samples),
    '`extract` and `load` are one pass and overlap; `merge` begins in it. Node and the database start outside of `total`.',
    '## Cost per row',
    scaleTable(context),
    'A row costs what the whole process took over its rows; "a further row" is the time between this size and the ' +
      'one above it in the table over the rows between them, so that the cost of starting is in neither.',
    '## Targets',
    table(['target', 'is', 'measured', ''], judge(samples, options), [0, 3]),
    targetNote(context),
  ];
  if (options.orders === fullSizeOrders) parts.push('## The earlier Python system', earlierTable(samples));
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function header({ options, machine, commit, base, once, postgres, date }) {
  const size = options.orders / fullSizeOrders;
  return [
    `- machine: ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb.toFixed(0)} GB, ${machine.os}`,
    `- Node ${machine.node}, PostgreSQL ${postgres ?? 'not asked'} (embedded)`,
    `- workbook: \`prodplan sample --orders ${options.orders}\` (${Number(size.toFixed(3))}x full size), ` +
      `${grouped(once.rows)} rows, ${(base.bytes / 2 ** 20).toFixed(1)} MiB, ` +
      `${(once.csvBytes / 2 ** 20).toFixed(1)} MiB as CSV`,
    `- ${date}, commit ${commit}, \`${options.command}\``,
    `- each case is a whole process; counted runs after one warm-up: ${options.runs}` +
      `${options.peerRuns < options.runs ? ` (${options.peerRuns} for the other readers)` : ''}, ` +
      'all cases taking turns; times are medians',
  ].join('\n');
}

const mainHeader = ['case', 'median', 'min – max', 'CPU', 'ratio to ours', 'peak memory', 'server memory'];

function mainTable(context) {
  const { samples, readers } = context;
  const row = (title, id, to) => caseRow(samples, title, id, to);
  const ingestRow = (title, id) => row(title, id, 'ingest/cold');
  const merge = mergeRow(samples);
  const bare = (title, id) => row(title, id, null).with(4, ratio(samples.median(id), mergeMedian(samples)));
  return table(mainHeader, [
    row('extract, **ours**', 'extract/ours', 'extract/ours'),
    row('floor: inflate the sheets, nothing else', 'floor/inflate', 'extract/ours'),
    row('floor: inflate, and gzip the finished CSV', 'floor/inflate-gzip', 'extract/ours'),
    ...readers.map((one) =>
      one.version === null ? absentRow(one.title) : row(one.title, one.id, 'extract/ours'),
    ),
    ingestRow('ingest, **ours**: from nothing, with initdb and start', 'ingest/cold'),
    ingestRow('ingest, ours: empty database, server up', 'ingest/server-up'),
    ingestRow('ingest, ours: the same file again', 'ingest/same'),
    ...laterCases.map(([name, what]) =>
      ingestRow(`ingest, ours: ${what}, ${changedShare(samples, name)} changed`, `ingest/${name}`),
    ),
    merge,
    bare('bare INSERT ... SELECT, keys and indexes', 'merge/bare'),
    bare('bare INSERT ... SELECT, no key, no index', 'merge/heap'),
  ]);
}

function caseRow(samples, title, id, to) {
  const wall = samples.of(id);
  if (wall === null)
    return [title, samples.failure(id) === null ? 'not run' : 'failed', '–', '–', '–', '–', '–'];
  const most = (pick) => samples.of(id, pick)?.max ?? null;
  return [
    title,
    seconds(wall.median),
    `${seconds(wall.min)} – ${seconds(wall.max)}`,
    seconds(samples.median(id, (one) => one.cpuSeconds)),
    to === null ? '–' : ratio(wall.median, samples.median(to)),
    megabytes(most((one) => one.peakMb)),
    megabytes(samples.watched(id)),
  ];
}

const absentRow = (title) => [title, 'absent', '–', '–', '–', '–', '–'];

const mergeSeconds = (one) => one.seconds.merge;

function mergeMedian(samples) {
  return samples.median('ingest/server-up', mergeSeconds);
}

function mergeRow(samples) {
  const merge = samples.of('ingest/server-up', mergeSeconds);
  const title = 'merge, **ours**: all sheets of a first ingest, typing included';
  if (merge === null) return [title, 'not run', '–', '–', '–', '–', '–'];
  const range = `${seconds(merge.min)} – ${seconds(merge.max)}`;
  return [title, seconds(merge.median), range, '–', ratio(1, 1), '–', '–'];
}

/** Files that come in one after the other, and what they are called. */
const laterCases = [
  ['day', 'the next day'],
  ['week', 'the next week'],
  ['next', 'eight months later'],
];

function changedShare(samples, name) {
  const changed = samples.median(`ingest/${name}`, (one) => one.changed);
  const rows = samples.median(`ingest/${name}`, (one) => one.rows);
  return changed === null ? '–' : `${((changed / rows) * 100).toFixed(2)} %`;
}

/** The same files in an earlier build, in the same rounds. */
function baselineTable({ samples, baseline }) {
  const cases = [['cold', 'from nothing'], ['same', 'the same file again'], ...laterCases];
  return table(
    ['case', baseline.name, 'ours', 'ours to it', 'ours to extract alone'],
    cases.map(([name, what]) => [
      what,
      seconds(samples.median(`baseline/${name}`)),
      seconds(samples.median(`ingest/${name}`)),
      ratio(samples.median(`ingest/${name}`), samples.median(`baseline/${name}`)),
      ratio(samples.median(`ingest/${name}`), samples.median('extract/ours')),
    ]),
  );
}

/** The same build and files under other versions of Node, in the same rounds. */
function nodesTable({ samples, nodes, machine }) {
  const cases = [['cold', 'from nothing'], ['same', 'the same file again'], ...laterCases];
  return table(
    ['case', `Node ${machine.node}`, ...nodes.flatMap(({ name }) => [name, 'to it'])],
    cases.map(([name, what]) => {
      const own = samples.median(`ingest/${name}`);
      const others = nodes.flatMap(({ group }) => {
        const median = samples.median(`${group}/${name}`);
        return [seconds(median), ratio(median, own)];
      });
      return [what, seconds(own), ...others];
    }),
  );
}

function notes({ readers, samples }) {
  const lines = [
    'CPU and peak memory are those of the measured process, as the operating system counts them; the database ' +
      'server is apart: its processes together in the warm-up run, shared pages counted once.',
    'All readers write every sheet to CSV.gz at gzip level 1 with dates as `YYYY-MM-DDTHH:MM:SS`, and their row ' +
      'counts are checked. Beyond that job, ours also checks every cell against the contract, normalises it ' +
      '(no value, decimals, surrounding spaces) and takes the SHA-256 of each sheet.',
    `The first file is the factory at ${firstDump}, the later ones at ${nextDayDump}, ${nextWeekDump} and ${nextDump}, each taken in after the one before; changed = inserted + updated + gone.`,
    'The bare statements insert the rows that core took, typed from text by the same casts, in the same server and ' +
      'under the same settings; ours also finds duplicates, rejects and contradictions and computes derived columns. Its seconds are the sum over the ' +
      'sheets, of which some are typed side by side, and while others are still read.',
  ];
  for (const one of readers) {
    if (one.version === null)
      lines.push(`${one.title.replace('extract, ', '')}: this Python does not have it.`);
    else if (one.note) lines.push(`${one.title.replace('extract, ', '')}: ${one.note}.`);
    const failure = samples.failure(one.id);
    if (failure !== null) lines.push(`${one.title} failed: ${failure.split('\n')[0].slice(0, 200)}.`);
  }
  return lines.map((line) => `- ${line}`).join('\n');
}

function stageTable(samples) {
  const stages = ['extract', 'load', 'merge', 'derive', 'total'];
  const cells = (id) => stages.map((stage) => seconds(samples.median(id, (one) => one.seconds[stage])));
  return table(
    ['case', ...stages],
    [
      ['from nothing', ...cells('ingest/cold')],
      ['server up', ...cells('ingest/server-up')],
      ...laterCases.map(([name, what]) => [what, ...cells(`ingest/${name}`)]),
    ],
  );
}

function scaleTable({ samples }) {
  const rows = [];
  for (const [what, middle, scaled] of [
    ['extract', 'extract/ours', 'scale/extract'],
    ['ingest, server up', 'ingest/server-up', 'scale/ingest'],
  ]) {
    const [small, large] = scales.map((factor) => `${scaled}/${factor}`);
    rows.push(scaleRow(samples, `${what}, ${scales[0]}x`, small, null));
    rows.push(scaleRow(samples, `${what}, 1x`, middle, small));
    rows.push(scaleRow(samples, `${what}, ${scales[1]}x`, large, middle));
  }
  return table(['case', 'rows', 'median', 'a row', 'a further row', 'peak memory'], rows);
}

function scaleRow(samples, title, id, smaller) {
  const median = samples.median(id);
  if (median === null) return [title, '–', 'not run', '–', '–', '–'];
  const rows = samples.median(id, (one) => one.rows);
  return [
    title,
    grouped(rows),
    seconds(median),
    nanoseconds((median * 1e9) / rows),
    smaller === null ? '–' : nanoseconds(furtherRowNs(samples, smaller, id)),
    megabytes(samples.of(id, (one) => one.peakMb).max),
  ];
}

function targetNote({ options, machine }) {
  const lines = [];
  if (options.orders !== fullSizeOrders)
    lines.push(`The targets are for the full size, ${grouped(fullSizeOrders)} orders; this was another.`);
  if (machine.cores !== targetCores)
    lines.push(`The targets are for ${targetCores} cores; this machine has ${machine.cores}.`);
  return lines.join(' ');
}

function earlierTable(samples) {
  const rows = earlierSystem.map(([what, [low, high], id]) => [
    what,
    `${low} – ${high} s`,
    seconds(samples.median(id)),
    ratio(low, samples.median(id)),
  ]);
  const note =
    'Reported by its makers for 2 cores and a workbook of this size; not run here. The ratio is to its best.';
  return `${table(['case', 'earlier system', 'ours', 'ratio to ours'], rows)}\n\n${note}`;
}
