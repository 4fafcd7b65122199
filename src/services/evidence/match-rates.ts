import { z } from 'zod';
import { sqlFile } from '../answer/sql-file.js';
import { defineList } from '../service.js';
import { isEmployeeNumber } from './employee-numbers.js';

const query = sqlFile(import.meta.url, 'match-rates.sql');

const row = z.object({
  table_name: z.string(),
  column_name: z.string(),
  referred_table: z.string(),
  referred_column: z.string(),
  rows: z.int(),
  null_rows: z.int().describe('Linhas que não referem nada'),
  referring_rows: z.int(),
  matched_rows: z.int(),
  row_rate: z.number().nullable().describe('Parte das linhas que encontram o que referem'),
  distinct_values: z.int(),
  matched_values: z.int(),
  value_rate: z.number().nullable().describe('Parte dos valores diferentes que existem: outro número'),
  parents: z.int(),
  parents_with_child: z.int(),
  orphan_examples: z.array(
    z.object({
      value: z.number().nullable().describe('null: o número de um funcionário, para quem não pode ver nomes'),
      rows: z.int(),
    }),
  ),
});

export const matchRates = defineList({
  name: 'evidence.match_rates',
  path: '/api/match-rates',
  summary: 'Correspondências entre folhas',
  method: 'De cada coluna que refere outra folha: quantas linhas, e quantos valores diferentes, têm par.',
  figures: [],
  params: z.strictObject({}),
  row,
  gates: [],
  rows: 'file',
  references: [],
  queries: [query],
  async find({ client, publication, maySeeNames }) {
    const found = await query.rows<z.output<typeof row>>(client, { run_id: publication.run_id });
    const data = maySeeNames ? found : found.map(withoutNumbers);
    return { data, rowsUsed: data.reduce((sum, one) => sum + one.rows, 0) };
  },
});

function withoutNumbers(rate: z.output<typeof row>): z.output<typeof row> {
  if (!isEmployeeNumber(rate.table_name, rate.column_name)) return rate;
  return { ...rate, orphan_examples: rate.orphan_examples.map((one) => ({ ...one, value: null })) };
}
