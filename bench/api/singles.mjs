import { openDatabase } from '../../dist/platform/database.js';
import { ask, services } from '../../dist/services/index.js';
import { serverUrl } from '../lib/homes.mjs';
import { quantiles } from './figures.mjs';
import { questions } from './questions.mjs';

const times = 30;

/**
 * Questions that one address asks, or hardly more: `serve` asks them ahead, so that over HTTP they are hits. They are asked
 * of the database directly, one after the other. Gives question -> milliseconds, the first time apart: it reads what the
 * later ones remember of the version.
 */
export async function askSingles(home) {
  const mixed = new Set(questions.map(({ name }) => name));
  const singles = services.filter(({ name, path }) => !mixed.has(name) && !path.includes('{'));
  const database = await openDatabase(await serverUrl(home), 'embedded');
  try {
    const figures = new Map();
    for (const question of singles) {
      const timed = [];
      for (let n = 0; n <= times; n++) timed.push(await timeOf(database.pool, question));
      const [first, ...rest] = timed;
      figures.set(question.name, { first, ...quantiles(rest) });
    }
    return figures;
  } finally {
    await database.close();
  }
}

async function timeOf(pool, question) {
  const began = performance.now();
  await ask(pool, question, question.params.parse({}), { maySeeNames: false });
  return performance.now() - began;
}
