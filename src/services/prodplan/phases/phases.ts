import { z } from 'zod';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';

const query = sqlFile(import.meta.url, 'phases.sql', { prepared: true });

const row = z.object({
  fase_id: z.int(),
  fase_nome: z.string().nullable(),
  sequencia: z.int().nullable().describe('Fase_Sequencia: o lugar na fábrica'),
  is_production: z.boolean().nullable(),
  is_automatic: z.boolean().nullable().describe('Cura ou espera própria: não é trabalho de ninguém'),
  routes: z.int().describe('Modelos cuja rota a tem'),
  route_place: z.int().nullable().describe('A quantas vem nessas rotas (mediana); null se nenhuma a tem'),
});

/** For whoever shows phases: their order is the factory's, never that of the numbers or the alphabet. */
export const phaseList = defineList({
  name: 'prodplan.phases',
  path: '/api/prodplan/phases',
  summary: 'As fases do catálogo, pela ordem da fábrica',
  method:
    'Todas as fases do catálogo por Fase_Sequencia, com o número de modelos cuja rota-padrão as tem e o lugar mediano que nela ocupam.',
  figures: [],
  params: z.strictObject({}),
  row,
  gates: [],
  weakening: [...restsOn.work, ...restsOn.routes],
  rows: { day: null },
  references: [],
  queries: [query],
  async find({ client }) {
    const rows = await query.rows<z.output<typeof row>>(client);
    return { data: rows, rowsUsed: rows.length };
  },
});
