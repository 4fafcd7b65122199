import { createReadStream, createWriteStream, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { timeBareInserts } from './bare-insert.mjs';
import { present } from './baseline.mjs';
import { scales, wanted } from './cases.mjs';
import { prodplan } from './cli.mjs';
import {
  inHome,
  newHome,
  remove,
  removeHome,
  serverStatus,
  serverUrl,
  serverVersion,
  watchServer,
} from './homes.mjs';
import { measure, node } from './measure.mjs';
import { bench, cli } from './paths.mjs';

const patienceMs = 15 * 60_000;

/** One extract before anything is timed: its rows are what every reader must find, its CSV what the floor compresses. */
export async function extractOnce(scratch, workbook) {
  const folder = join(scratch, 'extract-once');
  const manifest = JSON.parse(await prodplan(['extract', workbook.path, '--out', folder, '--json']));
  const plain = join(scratch, 'csv');
  mkdirSync(plain, { recursive: true });
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv.gz'))) {
    const target = join(plain, file.replace(/\.gz$/, ''));
    await pipeline(createReadStream(join(folder, file)), createGunzip(), createWriteStream(target));
  }
  return {
    folder,
    csvFiles: readdirSync(plain).map((name) => join(plain, name)),
    csvBytes: sum(manifest.sheets, (one) => one.csv_bytes),
    rows: rowsOf(manifest),
  };
}

/** What one round does, in its order. Each step records a sample for each of its cases. */
export function stepsOf(context) {
  const { options, base, baseline, sized } = context;
  const steps = [
    ...floorSteps(context),
    oursStep(context, 'extract/ours', base),
    ...context.readers.filter((one) => one.version !== null).map((one) => readerStep(context, one)),
    chainStep(context, present, 'ingest'),
    ...(baseline === null ? [] : [chainStep(context, baseline, 'baseline')]),
    ...context.nodes.map((one) => chainStep(context, one, one.group)),
    serverUpStep(context, 'ingest/server-up', base, wanted(options.only, 'merge')),
    ...scales.flatMap((factor) => [
      oursStep(context, `scale/extract/${factor}`, sized.get(factor)),
      serverUpStep(context, `scale/ingest/${factor}`, sized.get(factor), false),
    ]),
  ];
  return steps.filter((step) => step.ids.some((id) => neededFor(options.only, id)));
}

/** The figures of the middle size belong to every comparison of ours. */
function neededFor(only, id) {
  if (wanted(only, id)) return true;
  const asked = (group) => only.some((one) => one.startsWith(group));
  if (id === 'extract/ours') return asked('extract') || asked('floor') || asked('scale');
  return id === 'ingest/server-up' && (asked('merge') || asked('scale'));
}

function floorSteps({ base, once }) {
  const script = join(bench, 'floors', 'inflate.mjs');
  const floor = (id, csvFiles) => ({
    ids: [id],
    run: async () => [[id, await measure(node(script, [base.path, ...csvFiles]), { timeoutMs: patienceMs })]],
  });
  return [floor('floor/inflate', []), floor('floor/inflate-gzip', once.csvFiles)];
}

function oursStep({ scratch }, id, workbook) {
  return {
    ids: [id],
    run: async () => {
      const out = join(scratch, 'out');
      const { stdout, ...sample } = await measure(
        node(cli, ['extract', workbook.path, '--out', out, '--json']),
        { timeoutMs: patienceMs },
      );
      remove(out);
      return [[id, { ...sample, rows: rowsOf(JSON.parse(stdout)) }]];
    },
  };
}

function readerStep({ scratch, base, once }, { id, program, script }) {
  return {
    ids: [id],
    isPeer: true,
    run: async () => {
      const out = join(scratch, 'peer-out');
      mkdirSync(out, { recursive: true });
      const args = [base.path, out];
      const command = program === 'node' ? node(script, args) : { program, args: [script, ...args] };
      const { stdout, ...sample } = await measure(command, {
        env: { PYTHONDONTWRITEBYTECODE: '1' },
        timeoutMs: patienceMs,
      });
      remove(out);
      const { rows } = JSON.parse(stdout);
      if (rows !== once.rows) throw new Error(`found ${rows} rows, ours ${once.rows}`);
      return [[id, sample]];
    },
  };
}

/**
 * A database from nothing, the same file once more, then the files of the next day, the next week and eight months later:
 * in this order in each round, by a build of the project.
 */
function chainStep(context, build, group) {
  const { scratch, base, later } = context;
  const chain = [
    ['cold', base, 'completed'],
    ['same', base, 'unchanged'],
    ...Object.entries(later).map(([name, file]) => [name, file, 'completed']),
  ];
  return {
    ids: chain.map(([name]) => `${group}/${name}`),
    run: async ({ warmUp }) => {
      const home = newHome(scratch, build.cli);
      const samples = [];
      for (const [name, file, status] of chain) {
        const watched = warmUp && name !== 'cold';
        samples.push([`${group}/${name}`, await ingest(home, file, status, watched, build)]);
      }
      if (build === present) context.postgres ??= await serverVersion(home);
      await removeHome(home);
      return samples;
    },
  };
}

/** An empty database whose server is up and whose tables are made; the bare inserts follow in the same server. */
function serverUpStep(context, id, workbook, withBare) {
  const { scratch, once } = context;
  return {
    ids: withBare ? [id, 'merge/bare', 'merge/heap'] : [id],
    run: async ({ warmUp }) => {
      const home = newHome(scratch);
      await prodplan(['migrate'], inHome(home));
      const sample = await ingest(home, workbook, 'completed', warmUp);
      context.postgres ??= await serverVersion(home);
      const samples = [[id, sample]];
      if (withBare) {
        const bare = await timeBareInserts(await serverUrl(home), once.folder);
        samples.push(
          ['merge/bare', { wallSeconds: bare.keyedSeconds }],
          ['merge/heap', { wallSeconds: bare.heapSeconds }],
        );
      }
      await removeHome(home);
      return samples;
    },
  };
}

async function ingest(home, workbook, status, watched, build = present) {
  const watch = watched ? watchServer((await serverStatus(home)).pid) : null;
  try {
    const { stdout, ...sample } = await measure(
      node(build.cli, ['ingest', workbook.path, '--json'], build.program),
      {
        env: inHome(home),
        timeoutMs: patienceMs,
      },
    );
    const result = JSON.parse(stdout);
    if (result.status !== status) throw new Error(`the ingest is ${result.status}, not ${status}`);
    const changed = sum(result.sheets, (one) => one.inserted + one.updated + one.gone);
    return {
      ...sample,
      serverMb: watch?.peakMb() ?? null,
      rows: rowsOf(result),
      changed,
      seconds: result.seconds,
    };
  } finally {
    watch?.stop();
  }
}

function rowsOf({ sheets }) {
  return sum(sheets, (one) => one.rows);
}

function sum(list, pick) {
  return list.reduce((all, one) => all + pick(one), 0);
}
