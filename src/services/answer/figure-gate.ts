import type { Context } from '../service.js';

/**
 * A gate on which only some figures of an answer rest: where it is shut these are null, and the answer stands without
 * them. `caveat` says how far they carry.
 */
export function figureGate(
  { gates }: Context,
  name: string,
): { readonly open: boolean; readonly caveat: string | null } {
  const gate = gates.find((one) => one.gate === name);
  if (gate === undefined) throw new Error(`unknown gate ${name}`);
  const open = gate.state !== 'NOT_SUPPORTED_BY_DATA';
  return { open, caveat: gate.state === 'SUPPORTED' ? null : gate.reason };
}

/** `caveat` of an answer from what its figures' gates say. */
export function caveatOf(...reasons: readonly (string | null)[]): { readonly caveat?: string } {
  const said = reasons.filter((reason) => reason !== null);
  return said.length === 0 ? {} : { caveat: said.join(' ') };
}
