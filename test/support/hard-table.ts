import { z } from 'zod';
import type { ExportTable } from '../../src/http/exports/table.js';

/** Two columns hold an integer that could be a date, and one that is. */
const row = z.object({
  of_id: z.int(),
  text: z.string().nullable(),
  share: z.number().nullable(),
  day: z.iso.date().nullable(),
  moment: z.string(),
  open: z.boolean(),
});

/** What cells may hold, and how readers should find it. */
export const hardRows: readonly z.output<typeof row>[] = [
  {
    of_id: 45_000,
    text: 'Barco bem lixado.',
    share: 0.1,
    day: '2023-04-30',
    moment: '2023-04-30T16:30:00',
    open: true,
  },
  {
    of_id: 36_526,
    text: ' à esquerda',
    share: 1.07500004768372,
    day: null,
    moment: '2000-01-01T00:00:00',
    open: false,
  },
  {
    of_id: 12_345_678,
    text: null,
    share: null,
    day: '2024-02-29',
    moment: '2023-12-31T23:59:59',
    open: true,
  },
  {
    of_id: 1,
    text: 'à direita  ',
    share: 1e-7,
    day: '1999-12-31',
    moment: '2023-04-30T06:05:04',
    open: false,
  },
  {
    of_id: 2,
    text: '<&>"\' ]]> 😀 çãõ',
    share: -5,
    day: '2030-06-15',
    moment: '2030-06-15T12:00:00',
    open: true,
  },
  {
    of_id: 3,
    text: '=1+1',
    share: 123_456_789.125,
    day: '1900-03-01',
    moment: '1999-01-01T00:00:01',
    open: false,
  },
  {
    of_id: 4,
    text: 'linha 1\nlinha 2',
    share: 0,
    day: '2023-01-01',
    moment: '2023-01-01T00:00:00',
    open: true,
  },
  { of_id: 5, text: '0012', share: 3, day: '2023-01-02', moment: '2023-01-02T01:01:01', open: true },
  { of_id: 6, text: 'TRUE', share: 4, day: '2023-01-03', moment: '2023-01-03T01:01:01', open: false },
];

/** As an export of the API would hand it over. */
export function tableOf(rows: readonly Readonly<Record<string, unknown>>[], page = 2): ExportTable {
  async function* pages(): ExportTable['pages'] {
    for (let at = 0; at < rows.length; at += page) yield rows.slice(at, at + page);
  }
  const origin = {
    title: 'Ordens de fabrico',
    path: '/api/prodplan/orders',
    filters: { text: '=1+1', limit: undefined },
    facts: [['carga', '12'] as const],
  };
  return { name: 'teste', row, origin, pages: pages() };
}
