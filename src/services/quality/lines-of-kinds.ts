import { sqlFile } from '../answer/sql-file.js';
import type { Context } from '../service.js';
import type { Asked } from './asked.js';
import { isOf, isWithin, readDays } from './days.js';
import type { LinesOfKind } from './silent.js';

export const linesOfKindsQuery = sqlFile(import.meta.url, 'lines-of-kinds.sql', { prepared: true });

/** The boats that are asked for and all their error lines, whatever lines are asked for, by kind of route. */
export async function linesOfKinds(context: Context, asked: Asked): Promise<readonly LinesOfKind[]> {
  if (asked.produto_id !== null)
    return await linesOfKindsQuery.rows<LinesOfKind & Record<string, number>>(context.client, { ...asked });
  const families = asked.familia === null ? null : [asked.familia];
  const found = new Map<number, { first_inspection: number; boats: number; lines: number }>();
  for (const one of await readDays(context)) {
    if (one.day === null || one.boats === 0 || !isOf(one, asked, families) || !isWithin(one, asked)) continue;
    const { first_inspection } = one;
    const kind = found.get(first_inspection) ?? { first_inspection, boats: 0, lines: 0 };
    found.set(first_inspection, kind);
    kind.boats += one.boats;
    kind.lines += one.defects + one.mould_lines + one.passed_lines;
  }
  return [...found.values()];
}
