import type { Context } from '../service.js';

/**
 * Whether a gate is open on which only some figures of an answer rest: where it is shut these are null, and the answer
 * stands without them. The question names it among those that weaken it, so that the reader is told.
 */
export function figureGate({ gates }: Context, name: string): boolean {
  const gate = gates.find((one) => one.gate === name);
  if (gate === undefined) throw new Error(`the question does not say that it rests on ${name}`);
  return gate.state !== 'NOT_SUPPORTED_BY_DATA';
}

/** `caveat` of an answer from what speaks against it. */
export function caveatOf(...reasons: readonly (string | null)[]): { readonly caveat?: string } {
  const said = reasons.filter((reason) => reason !== null);
  return said.length === 0 ? {} : { caveat: said.join(' ') };
}
