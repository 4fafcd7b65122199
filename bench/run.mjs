// npm run bench: one table of what Prodplan takes, against its floor and against others. See --help.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBaseline } from './lib/baseline.mjs';
import { otherReaders, scales, wanted } from './lib/cases.mjs';
import { makeScratch, remove, removeAllHomes } from './lib/homes.mjs';
import { commit, machine } from './lib/machine.mjs';
import { stopRunning } from './lib/measure.mjs';
import { otherNodes } from './lib/nodes.mjs';
import { readOptions } from './lib/options.mjs';
import { bench } from './lib/paths.mjs';
import { installPeers } from './lib/peers.mjs';
import { report } from './lib/report.mjs';
import { runRounds } from './lib/rounds.mjs';
import { extractOnce, stepsOf } from './lib/steps.mjs';
import { firstDump, nextDayDump, nextDump, nextWeekDump, workbook } from './lib/workbooks.mjs';

const options = readOptions(process.argv.slice(2));
const scratch = makeScratch(options.scratch);
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopped = true;
    stopRunning();
  });
}

try {
  installPeers();
  const base = await workbook(options.orders);
  const later = {
    day: await workbook(options.orders, nextDayDump),
    week: await workbook(options.orders, nextWeekDump),
    next: await workbook(options.orders, nextDump),
  };
  const baseline = options.baseline === null ? null : buildBaseline(options.baseline);
  const sized = new Map();
  for (const factor of scales)
    sized.set(factor, await workbook(Math.round(options.orders * factor), firstDump));
  const once = await extractOnce(scratch, base);
  const readers = otherReaders(options.python);
  const nodes = otherNodes().filter(({ group }) => wanted(options.only, group));
  const context = { options, scratch, base, later, baseline, nodes, sized, once, readers };
  const measuredCommit = commit();
  const results = await runRounds(stepsOf(context), options, () => stopped);
  const text = report({
    ...context,
    ...results,
    machine: machine(),
    commit: measuredCommit,
    date: new Date().toISOString().slice(0, 10),
  });
  console.log(text);
  if (options.write) writeFileSync(join(bench, 'RESULTS.md'), text);
} catch (error) {
  console.error(stopped ? 'Stopped.' : error.stack);
  process.exitCode = 1;
} finally {
  await removeAllHomes();
  remove(scratch);
}
