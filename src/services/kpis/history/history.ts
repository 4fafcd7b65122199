import { z } from 'zod';
import { snapshotMeaning } from '../../../aggregates/index.js';
import { decodeCursor, encodeCursor } from '../../answer/cursor.js';
import { digest } from '../../answer/keyset.js';
import { paging, periodOf } from '../../answer/params.js';
import { restsOnQuality } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';

const query = sqlFile(import.meta.url, 'history.sql');

const row = z.object({
  day: z.iso.date(),
  indicator: z.string(),
  meaning: z.string().describe('O que o indicador conta'),
  value: z.number().nullable(),
  rows: z.int().describe('Linhas em que o valor assenta'),
  definition: z.int().describe('Versão da definição: valores de versões diferentes não se comparam'),
  run_id: z.int(),
  as_of: z.string(),
  withdrawn_by: z
    .int()
    .nullable()
    .describe('Carga (rollback) que retirou o ficheiro de que o valor é; null: não foi retirado'),
});

const place = z.tuple([z.iso.date(), z.string()]);

export const history = defineList({
  name: 'kpis.history',
  path: '/api/kpis/history',
  summary: 'Indicadores: história',
  method:
    'Os indicadores como estavam no momento de cada ficheiro, um por dia do ficheiro; a última carga de um dia é a que fica.',
  figures: [
    {
      figure: 'value',
      title: 'Valor guardado',
      unit: 'a do indicador',
      definition:
        'O valor do indicador no momento do ficheiro, calculado quando a carga foi publicada e nunca mais mudado; rows diz em quantas linhas assenta, definition por que versão da definição se contou (meaning diz se já não é a de hoje).',
      limits:
        'withdrawn_by diz que um rollback retirou o ficheiro: o valor fica, mas já não é do que está publicado; se outro rollback o repõe, deixa de estar retirado. Só há dias em que entrou um ficheiro. Compara ficheiros diferentes: uma linha corrigida depois não muda o que se guardou.',
    },
  ],
  params: z.strictObject({
    ...periodOf('do ficheiro (day)'),
    indicator: z.string().trim().min(1).max(100).describe('Um só indicador, pelo nome').optional(),
    ...paging,
  }),
  row,
  gates: [],
  weakening: [...restsOnQuality],
  rows: { day: 'finished' },
  references: [],
  queries: [query],
  async find({ client }, params) {
    const { cursor, limit, ...filters } = params;
    const scope = `history ${digest(filters)}`;
    const [after_day, after_indicator] = decodeCursor(cursor, scope, place) ?? [null, null];
    const found = await query.rows<Omit<z.output<typeof row>, 'meaning'>>(client, {
      from: filters.from,
      to: filters.to,
      indicator: filters.indicator,
      after_day,
      after_indicator,
      rows: limit + 1,
    });
    const data = found.slice(0, limit).map((one) => ({
      ...one,
      meaning: snapshotMeaning(one.indicator, one.definition),
    }));
    const end = found.length > limit ? data.at(-1) : undefined;
    return {
      data,
      nextCursor: end === undefined ? null : encodeCursor(scope, [end.day, end.indicator]),
      rowsUsed: data.length,
    };
  },
});
