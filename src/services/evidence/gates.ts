import { z } from 'zod';
import { factorySettingNames } from '../../contract/factory/index.js';
import { gates as declared, inEnglish } from '../../evidence/index.js';
import { sqlFile } from '../answer/sql-file.js';
import { defineList } from '../service.js';

const query = sqlFile(import.meta.url, 'gates.sql');

const row = z.object({
  gate: z.string(),
  question: z.string().describe('A pergunta que depende dela'),
  state: z.enum(['SUPPORTED', 'DEGRADED', 'NOT_SUPPORTED_BY_DATA']),
  rate: z.number().nullable(),
  threshold: z.number().nullable(),
  rows: z.int(),
  covered_rows: z.int(),
  measured: z.string().describe('O que se conta'),
  reason: z.string(),
  remedy: z.string(),
  question_en: z.string(),
  measured_en: z.string(),
  reason_en: z.string(),
  remedy_en: z.string(),
  figure: z.string().nullable(),
  value: z.number().nullable(),
  lowest: z.number().nullable().describe('Se às linhas que faltam acontecesse sempre o contrário'),
  highest: z.number().nullable(),
});

export const evidenceGates = defineList({
  name: 'evidence.gates',
  path: '/api/gates',
  summary: 'O que os dados suportam',
  method: 'Cada critério compara a parte das linhas que trazem um campo com a parte que a resposta precisa.',
  figures: [],
  params: z.strictObject({}),
  row,
  gates: [],
  rows: 'file',
  tells: [...factorySettingNames, 'decided_texts'],
  references: [],
  queries: [query],
  async find({ client, publication }) {
    const found = await query.rows<Kept & Record<string, unknown>>(client, {
      run_id: publication.run_id,
    });
    const data = declared.flatMap(({ gate, question, measured }) => {
      const one = found.find((kept) => kept.gate === gate);
      return one === undefined ? [] : [{ ...one, question, measured, ...english(one) }];
    });
    return { data, rowsUsed: found.length };
  },
});

type Kept = Omit<z.output<typeof row>, 'question' | 'measured' | keyof ReturnType<typeof english>>;

function english(one: Parameters<typeof inEnglish>[0]) {
  const { question, measured, reason, remedy } = inEnglish(one);
  return { question_en: question, measured_en: measured, reason_en: reason, remedy_en: remedy };
}
