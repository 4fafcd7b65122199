import { type Queryable, sqlFile } from '../answer/sql-file.js';
import type { Asked } from './asked.js';

export const boatsQuery = sqlFile(import.meta.url, 'boats.sql', { prepared: true });

/** How many boats the question is about: those that passed their first inspection in the period. */
export async function countBoats(client: Queryable, asked: Asked): Promise<number> {
  const [found] = await boatsQuery.rows<{ boats: number }>(client, { ...asked });
  return found!.boats;
}

/** Nothing is judged of no boat: the question is refused, never answered with nothing in the place of a figure. */
export const noBoats = {
  reason:
    'Nenhum barco que passe nestes filtros passou a primeira inspeção (desmolde, ou controlo final onde não o há) no período: não há sobre que calcular.',
  suggestion: 'Alargue o período ou os filtros, ou confirme se a inspeção do barco é registada no ERP.',
};
