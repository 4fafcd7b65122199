import { chancesOf } from '../lib/random.mjs';
import { drawModel } from '../shapes/model.mjs';
import { WorkbookWriter } from '../shapes/workbook.mjs';

const workbooks = 24;
/** Of the bases' own chances: another seed of a campaign mutates the same bases in other ways. */
const seed = 20;

/** What is mutated: small workbooks as lists of parts, half of them plain, and their sheets and shared texts alone. */
export function makeBases() {
  const books = Array.from({ length: workbooks }, (_, number) => {
    const chances = chancesOf(seed, number);
    return new WorkbookWriter(chances, { plain: number % 2 === 0 }).entries(drawModel(chances));
  });
  const parts = books.flat().filter(({ data }) => data.length > 0);
  return {
    books,
    sheets: parts.filter(({ data }) => holds(data, 'worksheet')).map(({ data }) => data),
    texts: parts.filter(({ data }) => holds(data, 'sst ') || holds(data, 'sst>')).map(({ data }) => data),
  };
}

/** Whatever its encoding. */
function holds(data, name) {
  return data.toString('latin1').replaceAll('\0', '').slice(0, 300).includes(name);
}
