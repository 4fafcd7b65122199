import pg from 'pg';

/** Object ids of PostgreSQL's types; they never change. */
const oid = { int8: 20, date: 1082, timestamp: 1114, int8Array: 1016, dateArray: 1182, timestampArray: 1115 };
const text_array = 1009 as Parameters<typeof pg.types.getTypeParser>[0];

type Parse = (text: string) => unknown;

const parseTextArray = pg.types.getTypeParser(text_array, 'text') as (text: string) => (string | null)[];

const parsers = new Map<number, Parse>([
  [oid.int8, wholeNumber],
  [oid.int8Array, arrayOf(wholeNumber)],
  [oid.timestamp, localTime],
  [oid.timestampArray, arrayOf(localTime)],
  [oid.date, (text) => text],
  [oid.dateArray, arrayOf((text) => text)],
]);

/**
 * How values come out of the database, given to each pool and client; pg's global registry is left alone. A
 * timestamp has no zone and must get none on its way through a Date, nor must a date; a decimal stays text (pg's
 * own way) and loses no digit; a count is a number.
 */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    if (format === 'binary') return pg.types.getTypeParser(id, 'binary');
    return parsers.get(id) ?? pg.types.getTypeParser(id, 'text');
  },
};

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(`bigint ${text} does not fit a JavaScript number; cast it to text in the query`);
}

/** `2024-05-06 07:08:09` -> `2024-05-06T07:08:09`; infinity stays what it is. */
function localTime(text: string): string {
  return text.replace(' ', 'T');
}

function arrayOf(parse: Parse): Parse {
  return (text) => parseTextArray(text).map((value) => (value === null ? null : parse(value)));
}
