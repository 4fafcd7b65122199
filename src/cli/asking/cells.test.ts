import { expect, it } from 'vitest';
import { cellShown } from './cells.js';

const shown = (field: string, value: unknown, format?: 'integer' | 'decimal' | 'share') =>
  cellShown({ field, format }, value, 'pt');

it('values stand as people read them', () => {
  expect(shown('state', 'IN_PROGRESS')).toBe('em produção');
  expect(shown('orders', 12_345, 'integer')).toBe('12 345');
  expect(shown('utilisation', 0.256, 'share')).toBe('25,6 %');
  expect(shown('of_id', 133_938)).toBe('133938');
  expect(shown('is_rework', false)).toBe('não');
  expect(shown('phase_since', '2023-04-30T16:30:00')).toBe('2023-04-30 16:30');
  expect(shown('due_day', null)).toBe('');
});

it('a name in a workbook cannot speak to the terminal', () => {
  expect(shown('produto_nome', '\u001b[31mK1\u001b[0m \u0007x\u202e')).toBe('K1  x');
  expect(shown('produto_nome', 'duas\nlinhas')).toBe('duas linhas');
});
