import { addressOf } from './questions.mjs';

/** Lists that are read on and on: of each of these the places where its pages begin. */
const walks = [
  {},
  { sort: 'created' },
  { sort: '-due' },
  { sort: '-finished' },
  { sort: 'produto_id' },
  { sort: '-phase_since', familia: 'K1' },
  { state: 'DONE' },
  { due_status: 'LATE' },
  { text: 'k1' },
];
const stepRows = 1000;

/** Walks through the lists of orders in long steps and keeps every cursor that it is given. */
export async function deepPages(url, path) {
  const pages = [];
  for (const filters of walks) {
    let cursor;
    do {
      const response = await fetch(url + addressOf({ path }, { ...filters, limit: stepRows, cursor }));
      if (!response.ok) throw new Error(`a list could not be walked through: ${response.status}`);
      cursor = (await response.json()).next_cursor;
      if (cursor !== null) pages.push({ ...filters, cursor });
    } while (cursor !== null);
  }
  return new Map([['prodplan.orders', pages]]);
}
