import { list, readArguments, whole } from './arguments.mjs';

export const fullSizeOrders = 27_380;

const help = `npm run bench -- [options]
  --orders <n>      orders in the workbook (default ${fullSizeOrders}, the whole factory)
  --runs <n>        counted runs of each case after one warm-up (default 5)
  --peer-runs <n>   fewer runs for the other readers, which are slow (default: as --runs)
  --quick           a tenth of the size, 3 runs
  --baseline <rev>  an earlier commit is built and takes the same files in, in the same rounds
  --only <list>     cases or groups, by the beginning of their id: floor,extract,ingest,merge,scale,baseline,node
  --python <path>   the Python that has openpyxl or xlsx2csv (default python3)
  --scratch <dir>   where the temporary databases stand (default: the system's temporary folder)
  --write           also write bench/RESULTS.md`;

/** Reads the command line; says what is wrong and ends the process where it cannot. */
export function readOptions(argv) {
  return readArguments({
    argv,
    command: 'npm run bench',
    help,
    options: {
      orders: { type: 'string' },
      runs: { type: 'string' },
      'peer-runs': { type: 'string' },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      baseline: { type: 'string' },
      python: { type: 'string', default: 'python3' },
      scratch: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
    make(values) {
      if (values.write && values.only) throw new Error('--write needs all cases: leave --only out');
      const runs = whole(values.runs ?? (values.quick ? '3' : '5'), 1, 50);
      const orders = values.orders ?? String(values.quick ? fullSizeOrders / 10 : fullSizeOrders);
      return {
        orders: whole(orders, 100, 100_000),
        runs,
        peerRuns: Math.min(runs, whole(values['peer-runs'] ?? String(runs), 1, 50)),
        only: list(values.only),
        baseline: values.baseline ?? null,
        python: values.python,
        scratch: values.scratch ?? null,
        write: values.write,
      };
    },
  });
}
