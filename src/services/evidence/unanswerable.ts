import { z } from 'zod';
import { unanswerable as known } from '../../evidence/unanswerable.js';
import { defineList } from '../service.js';

const row = z.object({
  question: z.string(),
  title_pt: z.string(),
  title_en: z.string(),
  why_pt: z.string(),
  why_en: z.string(),
  needs_pt: z.string().describe('O que a exportação teria de trazer'),
  needs_en: z.string(),
});

const rows = known.map(({ question, title, why, needs }) => ({
  question,
  title_pt: title.pt,
  title_en: title.en,
  why_pt: why.pt,
  why_en: why.en,
  needs_pt: needs.pt,
  needs_en: needs.en,
}));

export const evidenceUnanswerable = defineList({
  name: 'evidence.unanswerable',
  path: '/api/unanswerable',
  summary: 'O que estes dados não respondem',
  method: 'Perguntas que se fazem e que as nove folhas não respondem, com o que teria de vir a mais.',
  figures: [],
  params: z.strictObject({}),
  row,
  gates: [],
  rows: 'file',
  references: [],
  queries: [],
  find: async () => ({ data: rows, rowsUsed: 0 }),
});
