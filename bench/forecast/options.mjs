import { list, readArguments, whole } from '../lib/arguments.mjs';
import { fullSizeOrders } from '../lib/options.mjs';

const help = `npm run bench:forecast -- [options]
  --orders <n>     orders in each history (default ${fullSizeOrders}, the whole factory: 2,000 days)
  --seeds <list>   seeds, with commas (default 1,2,3,4,5)
  --scratch <dir>  where the temporary databases stand (default: the system's temporary folder)
  --write          also write bench/FORECAST.md`;

/** Reads the command line; says what is wrong and ends the process where it cannot. */
export function readOptions(argv) {
  return readArguments({
    argv,
    command: 'npm run bench:forecast',
    help,
    options: {
      orders: { type: 'string', default: String(fullSizeOrders) },
      seeds: { type: 'string', default: '1,2,3,4,5' },
      scratch: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
    make: ({ orders, seeds, scratch, write }) => ({
      orders: whole(orders, 100, 100_000),
      seeds: list(seeds).map((one) => whole(one, 0, 2 ** 31)),
      scratch: scratch ?? null,
      write,
    }),
  });
}
