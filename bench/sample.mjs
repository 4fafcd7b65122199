// The figures of the demonstration factory beside those of the real one, for some seeds: is it still worth judging a
// forecast on it? Nothing is written, no database is needed. See --help.
import { parseArgs } from 'node:util';
import { formatFigures, sampleDefaults, sampleFigures } from '../dist/sample/index.js';
import { fullSizeOrders } from './lib/options.mjs';

const help = `npm run bench:sample -- [options]
  --orders <n>     orders in the history (default ${fullSizeOrders}, the whole factory: 2,000 days)
  --seeds <list>   seeds, with commas (default 1,2,3,4,5)
  --as-of <day>    the moment (default ${sampleDefaults.asOf})`;

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: String(fullSizeOrders) },
    seeds: { type: 'string', default: '1,2,3,4,5' },
    'as-of': { type: 'string', default: sampleDefaults.asOf },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(help);
else {
  const factories = values.seeds.split(',').map((seed) => ({
    label: `semente ${seed}`,
    figures: sampleFigures({ orders: Number(values.orders), seed: Number(seed), asOf: values['as-of'] }),
  }));
  console.log(formatFigures(factories));
}
