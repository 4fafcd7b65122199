import { sqlFile } from '../answer/sql-file.js';
import type { Context } from '../service.js';

export const phasesQuery = sqlFile(import.meta.url, 'phase-catalogue.sql', { prepared: true });

/** A phase as the catalogue has it. */
export interface KnownPhase {
  readonly fase_id: number;
  readonly fase_nome: string | null;
  readonly is_automatic: boolean | null;
  readonly is_production: boolean | null;
}

/** By id, in the order of the catalogue. */
export async function readPhases({ client, remember }: Context): Promise<ReadonlyMap<number, KnownPhase>> {
  return await remember('prodplan.phase_catalogue', async () => {
    const phases = await phasesQuery.rows<KnownPhase & Record<string, unknown>>(client);
    return new Map(phases.map((one) => [one.fase_id, one]));
  });
}
