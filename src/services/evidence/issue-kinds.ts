import { z } from 'zod';
import { type IssueTypeName, issueTitles, issueTypes, issueTypesInEnglish } from '../../evidence/index.js';
import { sqlFile } from '../answer/sql-file.js';
import { defineList } from '../service.js';

const query = sqlFile(import.meta.url, 'issue-kinds.sql');

const row = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  type: z.string(),
  entity: z.string().describe('A tabela ou a folha'),
  title_pt: z.string().describe('O tipo, em poucas palavras'),
  title_en: z.string(),
  issues: z.int().describe('Quantos avisos duram'),
  rows: z.int(),
  first_run_id: z.int().describe('A carga em que se viu o primeiro dos que duram'),
  explanation: z.string(),
  how_to_fix: z.string(),
  explanation_en: z.string(),
  how_to_fix_en: z.string(),
});

type Found = Omit<z.output<typeof row>, keyof ReturnType<typeof wordsOf>>;

/** Thousands of issues are a dozen of kinds: what a page shows first. */
export const issueKinds = defineList({
  name: 'evidence.issue_kinds',
  path: '/api/issue-kinds',
  summary: 'Avisos aos dados, contados por tipo',
  method: 'Os avisos que duram, contados por tipo e tabela; primeiro os erros, depois os de mais linhas.',
  figures: [],
  params: z.strictObject({}),
  row,
  gates: [],
  rows: 'file',
  references: [],
  queries: [query],
  async find({ client }) {
    const found = await query.rows<Found & Record<string, unknown>>(client);
    return { data: found.map(explain), rowsUsed: found.reduce((sum, one) => sum + one.issues, 0) };
  },
});

function explain(one: Found): z.output<typeof row> {
  return { ...one, ...wordsOf(one.type) };
}

/** A type that only a newer version knows has its name, and no sentences. */
function wordsOf(name: string) {
  const type = name as IssueTypeName;
  const { explanation = '', howToFix = '' } = issueTypes[type] ?? {};
  const { pt = name, en = name } = issueTitles[type] ?? {};
  const english = issueTypesInEnglish[type] ?? { explanation: '', howToFix: '' };
  return {
    title_pt: pt,
    title_en: en,
    explanation,
    how_to_fix: howToFix,
    explanation_en: english.explanation,
    how_to_fix_en: english.howToFix,
  };
}
