import { parseArgs } from 'node:util';

export const fullSize_orders = 27_380;

const help = `npm run bench -- [options]
  --orders <n>      orders in the workbook (default ${fullSize_orders}, the whole factory)
  --runs <n>        counted runs of each case after one warm-up (default 5)
  --peer-runs <n>   fewer runs for the other readers, which are slow (default: as --runs)
  --quick           a tenth of the size, 3 runs
  --only <list>     cases or groups, by the beginning of their id: floor,extract,ingest,merge,scale
  --python <path>   the Python that has openpyxl or xlsx2csv (default python3)
  --scratch <dir>   where the temporary databases stand (default: the system's temporary folder)
  --write           also write bench/RESULTS.md`;

/** Reads the command line; says what is wrong and ends the process where it cannot. */
export function readOptions(argv) {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        orders: { type: 'string' },
        runs: { type: 'string' },
        'peer-runs': { type: 'string' },
        quick: { type: 'boolean', default: false },
        only: { type: 'string' },
        python: { type: 'string', default: 'python3' },
        scratch: { type: 'string' },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(help);
      process.exit(0);
    }
    if (values.write && values.only) throw new Error('--write needs all cases: leave --only out');
    const runs = count(values.runs ?? (values.quick ? '3' : '5'), 1, 50);
    return {
      orders: count(
        values.orders ?? String(values.quick ? fullSize_orders / 10 : fullSize_orders),
        100,
        100_000,
      ),
      runs,
      peerRuns: Math.min(runs, count(values['peer-runs'] ?? String(runs), 1, 50)),
      only: values.only?.split(',').map((one) => one.trim()) ?? null,
      python: values.python,
      scratch: values.scratch ?? null,
      write: values.write,
      command: ['npm run bench', ...shownArguments(argv)].join(' '),
    };
  } catch (error) {
    console.error(`${error.message}\n\n${help}`);
    process.exit(2);
  }
}

function count(text, least, most) {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${text} is not a whole number from ${least} to ${most}`);
}

/** The command for the report; the folders of one machine are nobody else's business. */
function shownArguments(argv) {
  if (argv.length === 0) return [];
  return ['--', ...argv.map((one) => (one.includes('/') ? one.replace(/[^=]*\/.*/, '<path>') : one))];
}
