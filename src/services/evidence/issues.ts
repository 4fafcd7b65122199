import { z } from 'zod';
import { type IssueTypeName, issueTypes } from '../../evidence/index.js';
import { decodeCursor, encodeCursor } from '../answer/cursor.js';
import { flagParam, paging } from '../answer/params.js';
import { sqlFile } from '../answer/sql-file.js';
import { defineList } from '../service.js';
import { withoutEmployeeNumbers } from './employee-numbers.js';

const query = sqlFile(import.meta.url, 'issues.sql');
const typeNames = Object.keys(issueTypes) as [IssueTypeName, ...IssueTypeName[]];

const row = z.object({
  issue_id: z.int(),
  severity: z.enum(['error', 'warning', 'info']),
  type: z.string(),
  entity: z.string().describe('A tabela ou a folha'),
  key: z.string().describe('Números de funcionários só os vê quem pode ver nomes; aos outros, ***'),
  rows: z.int(),
  explanation: z.string(),
  how_to_fix: z.string(),
  first_run_id: z.int().describe('A carga em que se viu primeiro'),
  last_run_id: z.int().nullable(),
  resolved_run_id: z.int().nullable().describe('A carga em que já não se viu; null enquanto dura'),
  sample: z.array(z.record(z.string(), z.unknown())).describe('Até 5 das linhas'),
});

interface Found extends Omit<z.output<typeof row>, 'explanation' | 'how_to_fix'> {
  readonly rank: number;
  readonly matching: number;
}

const place = z.tuple([z.int(), z.string(), z.int(), z.int()]);

export const issues = defineList({
  name: 'evidence.issues',
  path: '/api/issues',
  summary: 'Avisos aos dados',
  method:
    'O que se encontrou nos dados que contradiz o resto ou não serve, com a carga em que se viu primeiro.',
  figures: [],
  params: z.strictObject({
    type: z.enum(typeNames).describe('Tipo').optional(),
    severity: z.enum(['error', 'warning', 'info']).describe('Gravidade').optional(),
    entity: z.string().min(1).max(100).describe('Tabela ou folha').optional(),
    resolved: flagParam('Também os que já se resolveram (true)'),
    ...paging,
  }),
  row,
  gates: [],
  rows: 'file',
  references: [],
  queries: [query],
  async find({ client, maySeeNames }, { limit, cursor, type, severity, entity, resolved }) {
    const scope = JSON.stringify([type, severity, entity, resolved]);
    const [rank, kind, rows, id] = decodeCursor(cursor, scope, place) ?? [null, null, null, null];
    const after = { after_rank: rank, after_type: kind, after_rows: rows, after_id: id };
    const filters = { type, severity, entity, resolved: resolved ?? false };
    const found = await query.rows<Found>(client, { ...filters, ...after, limit: limit + 1 });
    const last = found.length > limit ? found[limit - 1] : undefined;
    return {
      data: found.slice(0, limit).map((one) => explain(maySeeNames ? one : withoutEmployeeNumbers(one))),
      rowsUsed: found[0]?.matching ?? 0,
      nextCursor:
        last === undefined ? null : encodeCursor(scope, [last.rank, last.type, -last.rows, last.issue_id]),
    };
  },
});

function explain(one: Found): z.output<typeof row> {
  const { explanation = '', howToFix = '' } = issueTypes[one.type as IssueTypeName] ?? {};
  return { ...one, explanation, how_to_fix: howToFix };
}
