import { z } from 'zod';
import { excluding } from '../../answer/excluding.js';
import { given } from '../../answer/given.js';
import { filters, periodOf } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { usualDays } from '../../answer/window.js';
import { defineList } from '../../service.js';

const query = sqlFile(import.meta.url, 'waits.sql');

const row = z.object({
  from_fase_id: z.int().nullable().describe('A fase que o barco deixou; null: a criação'),
  from_fase_nome: z.string().nullable(),
  to_fase_id: z.int().describe('A fase por que esperou'),
  to_fase_nome: z.string().nullable(),
  to_is_automatic: z.boolean().nullable().describe('Cura ou espera própria: não é trabalho de ninguém'),
  waits: z.int(),
  orders: z.int(),
  total_days: z.number(),
  median_days: z.number(),
  p90_days: z.number(),
});

type Row = z.output<typeof row> & { readonly kind: 'WAIT' | 'UNDER_WAY' | 'NO_CREATION' | 'LIES' };

/** Why a phase that began tells of no wait. */
const leftOut = {
  UNDER_WAY: 'começadas com outra fase do barco por acabar: sem espera',
  NO_CREATION: 'a primeira fase de um barco sem data de criação anterior',
  LIES: 'fases com datas que se contradizem ou são depois do ficheiro',
} as const;

export const waits = defineList({
  name: 'prodplan.waits',
  path: '/api/prodplan/waits',
  summary: 'Esperas entre fases',
  method:
    'Por fase deixada e fase começada no período, os dias que os barcos estiveram sem nenhuma fase a decorrer até ela começar; primeiro as que somam mais dias.',
  figures: [
    {
      figure: 'total_days',
      title: 'Dias de espera, somados',
      unit: 'dias de barco',
      definition:
        'Soma das esperas de todos os barcos: de cada fase começada no período, o tempo desde que a última das que começaram antes dela acabou (desde o início, se ficou por fechar num barco já entregue; desde a criação do barco, se é a primeira). São dias de calendário, com noites e fins de semana. Cada espera conta inteira no dia em que acaba, mesmo que tenha começado antes do período; median_days e p90_days são percentis observados.',
      limits:
        'Dizem onde os barcos param, não porquê: a espera até à primeira fase é a da fila de encomendas. Um fecho registado tarde encurta a espera, e um começo registado tarde alonga-a. Uma fase que falta no ficheiro junta duas esperas numa só, entre fases que não se seguem, e a lista fica mais comprida. Os barcos que ainda esperam não entram: contam quando a fase começar.',
    },
  ],
  params: z.strictObject({ ...periodOf('em que a fase começou'), ...filters }),
  row,
  gates: [...restsOn.phases],
  weakening: [...restsOn.orders],
  usual: usualDays,
  rows: { day: 'phase' },
  references: ['fases_ordem_fabrico.faseof_of_id', 'fases_ordem_fabrico.faseof_fase_id'],
  queries: [query],
  async find({ client }, params) {
    const found = await query.rows<Row & Record<string, unknown>>(client, { ...given(params) });
    const counted = (kind: Row['kind']): number =>
      found.reduce((sum, one) => sum + (one.kind === kind ? one.waits : 0), 0);
    return {
      data: found.filter(({ kind }) => kind === 'WAIT').map(({ kind: _, ...one }) => one),
      rowsUsed: counted('WAIT'),
      rowsExcluded: excluding({
        [leftOut.UNDER_WAY]: counted('UNDER_WAY'),
        [leftOut.NO_CREATION]: counted('NO_CREATION'),
        [leftOut.LIES]: counted('LIES'),
      }),
    };
  },
});
