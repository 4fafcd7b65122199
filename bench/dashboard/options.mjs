import { list, readArguments, whole } from '../lib/arguments.mjs';
import { fullSizeOrders } from '../lib/options.mjs';

export const stages = ['pages', 'interactions', 'filter', 'scroll', 'wallboard', 'tabs'];

const help = `npm run bench:dashboard -- [options]
  --rounds <n>     how often each page is opened and each interaction made (default 12)
  --renewals <n>   how often the wallboard is renewed (default 10000)
  --stages <list>  some of ${stages.join(',')} (default: all)
  --orders <n>     orders in the workbook (default ${fullSizeOrders}, the whole factory)
  --home <dir>     keep the database there and use it again (default: a new one, removed at the end)
  --scratch <dir>  where the temporary database stands (default: the system's temporary folder)
  --write          also write bench/DASHBOARD.md; needs all stages`;

/** Reads the command line; says what is wrong and ends the process where it cannot. */
export function readOptions(argv) {
  return readArguments({
    argv,
    command: 'npm run bench:dashboard',
    help,
    options: {
      rounds: { type: 'string', default: '12' },
      renewals: { type: 'string', default: '10000' },
      stages: { type: 'string' },
      orders: { type: 'string', default: String(fullSizeOrders) },
      home: { type: 'string' },
      scratch: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
    make(values) {
      const asked = list(values.stages) ?? stages;
      const unknown = asked.filter((one) => !stages.includes(one));
      if (unknown.length > 0) throw new Error(`there is no stage ${unknown.join(', ')}`);
      if (values.write && asked.length < stages.length)
        throw new Error('--write needs all stages: leave --stages out');
      return {
        rounds: whole(values.rounds, 1, 1000),
        renewals: whole(values.renewals, 400, 1_000_000),
        stages: asked,
        orders: whole(values.orders, 100, 100_000),
        home: values.home ?? null,
        scratch: values.scratch ?? null,
        write: values.write,
      };
    },
  });
}
