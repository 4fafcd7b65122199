import { expect, it } from 'vitest';
import { hrefOf } from '../../api/address.ts';
import { ordersAddress } from './orders-address.ts';

const asked = (search: object): string | null => {
  const address = ordersAddress(search);
  return address === null ? null : hrefOf(address, 'csv').replace('/api/prodplan/orders?', '');
};

it('the list of boats is asked for as orders, filter by filter', () => {
  expect(asked({ estado: 'OPEN', familia: 'K1', prazo: 'RISK', expedicao: '2023-05-19', ordem: 'due' })).toBe(
    'state=CREATED,IN_PROGRESS,AWAITING_SHIPPING&is_zombie=false&familia=K1&due_status=AT_RISK,LATE&due_from=2023-05-19&due_to=2023-05-19&sort=due&format=csv',
  );
  expect(asked({ culpada: '6', gravidade: '3', de: '2023-01-01', texto: 'k1 águia' })).toBe(
    'text=k1+%C3%A1guia&inspected_from=2023-01-01&culprit_fase_id=6&gravidade=3&sort=-of_id&format=csv',
  );
  expect(asked({ estado: 'ZOMBIE', ordem: '-model' })).toBe('is_zombie=true&sort=-of_id&format=csv');
  expect(asked({ estado: 'DONE,CREATED', ordem: '-age' })).toBe(
    'state=DONE,CREATED&is_zombie=false&sort=-age&format=csv',
  );
});

it('what the question cannot tell apart is not offered', () => {
  expect(asked({ estado: 'ZOMBIE,CREATED' })).toBeNull();
  expect(asked({ estado: 'NADA' })).toBe('sort=-of_id&format=csv');
});
