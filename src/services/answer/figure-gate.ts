import { readGates } from '../../evidence/index.js';
import type { Context } from '../service.js';

/**
 * A gate on which only some figures of an answer rest: where it is shut these are null, and the answer stands without
 * them. `caveat` says how far they carry.
 */
export async function figureGate(
  { client, publication }: Context,
  name: string,
): Promise<{ readonly open: boolean; readonly caveat: string | null }> {
  const gate = (await readGates(client, publication.run_id)).find((one) => one.gate === name);
  if (gate === undefined) throw new Error(`unknown gate ${name}`);
  const open = gate.state !== 'NOT_SUPPORTED_BY_DATA';
  return { open, caveat: gate.state === 'SUPPORTED' ? null : gate.reason };
}

/** `caveat` of an answer from what its figures' gates say. */
export function caveatOf(...reasons: readonly (string | null)[]): { readonly caveat?: string } {
  const said = reasons.filter((reason) => reason !== null);
  return said.length === 0 ? {} : { caveat: said.join(' ') };
}
