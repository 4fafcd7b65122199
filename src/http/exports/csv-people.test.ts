import { expect, it } from 'vitest';
import { z } from 'zod';
import { hardRows, tableOf } from '../../../test/support/hard-table.js';
import { csvForPeople } from './csv-people.js';
import type { ExportTable } from './table.js';

async function textOf(table: ExportTable): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of csvForPeople(table)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

it('a CSV for people opens in a Portuguese Excel as it is', async () => {
  const row = z.object({
    of_id: z.int(),
    share: z.number().nullable(),
    due_day: z.string().nullable(),
    phase_since: z.string(),
    is_zombie: z.boolean(),
    state: z.string(),
    produto_nome: z.string(),
  });
  const one = {
    of_id: 133_938,
    share: 0.585,
    due_day: '2023-05-19',
    phase_since: '2023-04-30T16:30:00',
    is_zombie: true,
    state: 'AWAITING_SHIPPING',
    produto_nome: 'K1 Águia; 70',
  };
  const other = { ...one, share: null, due_day: null, is_zombie: false, produto_nome: '=1+1' };
  const table = { ...tableOf([one, other]), row };
  expect(await textOf(table)).toBe(
    '\uFEFFBarco;Parte;Expedição prevista;Na fase desde;Parado há muito (zombie);Estado;Modelo\r\n' +
      '133938;0,585;2023-05-19;2023-04-30 16:30:00;sim;à espera de expedição;"K1 Águia; 70"\r\n' +
      "133938;;;2023-04-30 16:30:00;não;à espera de expedição;'=1+1\r\n",
  );
});

it('has a line for each row, whatever the rows hold', async () => {
  const text = await textOf(tableOf(hardRows));
  expect(text).not.toMatch(/^#/m);
  const lines = text
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(hardRows.length + 1);
  for (const line of lines) expect(line.split(';')).toHaveLength(6);
});
