import { z } from 'zod';
import { phase } from '../../contract/factory/index.js';
import { type Given, given } from '../answer/given.js';
import { filters } from '../answer/params.js';

/** How a boat comes to its first gate, by the phase that is the gate. */
export const routeKinds = { DEMOULD: phase.demould, FINAL_CONTROL: phase.finalControl } as const;
export type RouteKind = keyof typeof routeKinds;

/** The filters of the house, and the kind of route. */
export const qualityFilters = {
  ...filters,
  route_kind: z
    .enum(['DEMOULD', 'FINAL_CONTROL'])
    .describe('Primeira porta do barco: desmolde, ou controlo final onde não o há')
    .optional(),
};

export interface Asked extends Given {
  /** Phase of the first gate; null: both kinds. */
  readonly porta: number | null;
}

type Params = Parameters<typeof given>[0] & { readonly route_kind?: RouteKind | undefined };

/** The filters as a query takes them. */
export function askedOf(params: Params): Asked {
  const { route_kind } = params;
  return { ...given(params), porta: route_kind === undefined ? null : routeKinds[route_kind] };
}
