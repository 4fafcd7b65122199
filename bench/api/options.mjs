import { list, readArguments, whole } from '../lib/arguments.mjs';
import { fullSizeOrders } from '../lib/options.mjs';

export const stages = ['misses', 'hits', 'alone', 'singles', 'ingest'];

const help = `npm run bench:api -- [options]
  --seconds <n>        how long a stage lasts (default 60)
  --alone-seconds <n>  how long each question is asked alone (default: as --seconds)
  --rate <n>           requests a second, whatever the server does (default 100)
  --stages <list>      some of ${stages.join(',')} (default: all)
  --only <list>        questions, by the beginning of their name: prodplan.order,kpis
  --orders <n>         orders in the workbook (default ${fullSizeOrders}, the whole factory)
  --seed <n>           another seed asks about other orders, days and products (default 1)
  --home <dir>         keep the database there and use it again (default: a new one, removed at the end)
  --scratch <dir>      where the temporary database stands (default: the system's temporary folder)
  --write              also write bench/API.md, after each stage; what was not measured is left open there`;

/** Reads the command line; says what is wrong and ends the process where it cannot. */
export function readOptions(argv) {
  return readArguments({
    argv,
    command: 'npm run bench:api',
    help,
    options: {
      seconds: { type: 'string', default: '60' },
      'alone-seconds': { type: 'string' },
      rate: { type: 'string', default: '100' },
      stages: { type: 'string' },
      only: { type: 'string' },
      orders: { type: 'string', default: String(fullSizeOrders) },
      seed: { type: 'string', default: '1' },
      home: { type: 'string' },
      scratch: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
    make(values) {
      const asked = list(values.stages) ?? stages;
      const unknown = asked.filter((one) => !stages.includes(one));
      if (unknown.length > 0) throw new Error(`there is no stage ${unknown.join(', ')}`);
      if (values.write && values.only) throw new Error('--write needs all questions: leave --only out');
      return {
        seconds: whole(values.seconds, 1, 600),
        aloneSeconds: whole(values['alone-seconds'] ?? values.seconds, 1, 600),
        rate: whole(values.rate, 1, 1000),
        stages: asked,
        only: list(values.only),
        orders: whole(values.orders, 100, 100_000),
        seed: whole(values.seed, 0, 2 ** 31),
        home: values.home ?? null,
        scratch: values.scratch ?? null,
        write: values.write,
      };
    },
  });
}
