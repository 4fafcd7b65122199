import { parameterWords } from '../../platform/errors/parameter.js';
import { ParameterError } from '../answer/parameter-error.js';
import { type Queryable, sqlFile } from '../answer/sql-file.js';

export const phaseQuery = sqlFile(import.meta.url, 'known-phase.sql', { prepared: true });

/** A phase that does not exist has no error lines and would look perfect, so it is refused. */
export async function mustKnowPhase(client: Queryable, fase_id: number | null): Promise<void> {
  if (fase_id === null) return;
  const [found] = await phaseQuery.rows<{ known: boolean }>(client, { fase_id });
  if (!found!.known)
    throw new ParameterError([{ parameter: 'fase_id', sentence: parameterWords.noPhase(fase_id) }]);
}
