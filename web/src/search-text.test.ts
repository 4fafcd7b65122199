import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseSearch, stringifySearch } from './search-text.ts';

it('writes addresses as people would', () => {
  expect(stringifySearch({ texto: '133938', estado: 'DONE,CREATED', fase: undefined, familia: '' })).toBe(
    '?texto=133938&estado=DONE,CREATED',
  );
  expect(stringifySearch({ texto: 'k1 bruma' })).toBe('?texto=k1+bruma');
  expect(stringifySearch({})).toBe('');
});

it('reads back every text as it was, also those that look like numbers', () => {
  const text = fc.oneof(
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.constantFrom('1e5', '1.50', '007', 'true', '{}'),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('texto', 'fase', 'ordem'), text), (search) => {
      expect(parseSearch(stringifySearch(search))).toEqual({ ...search });
    }),
  );
});
