import { expect, it } from 'vitest';
import { addressOf, hrefOf, recordAddress } from './address.ts';

it('a file is of the same question with the same filters, and of all its rows', () => {
  const query = {
    state: ['DONE', 'CREATED'],
    familia: 'K1',
    from: undefined,
    limit: 5,
    cursor: 'abc',
    sort: '-delay',
  };
  expect(hrefOf({ path: '/api/prodplan/orders', params: { query } }, 'xlsx')).toBe(
    '/api/prodplan/orders?state=DONE,CREATED&familia=K1&sort=-delay&format=xlsx',
  );
  expect(
    hrefOf({ path: '/api/prodplan/orders/{of_id}/phases', params: { path: { of_id: 7 } } }, 'csv-pt'),
  ).toBe('/api/prodplan/orders/7/phases?format=csv-pt');
  expect(hrefOf({ path: '/api/gates' }, 'csv')).toBe('/api/gates?format=csv');
  expect(hrefOf({ path: '/api/gates' }, 'xlsx', 'en')).toBe('/api/gates?format=xlsx&language=en');
  expect(hrefOf({ path: '/api/gates' }, 'csv', 'en')).toBe('/api/gates?format=csv');
});

it('an answer leads back to the call that gave it', () => {
  const answer = { data: [] };
  expect(addressOf(answer)).toBeUndefined();
  recordAddress(answer, { path: '/api/gates' });
  expect([addressOf(answer), addressOf(undefined), addressOf({ data: [] })]).toEqual([
    { path: '/api/gates' },
    undefined,
    undefined,
  ]);
  recordAddress(null, { path: '/api/gates' });
});
