import { phase } from './phases.js';

/** The kind of route of a boat, by the phase in which it has its first inspection. */
export const routeKinds = { DEMOULD: phase.demould, FINAL_CONTROL: phase.finalControl } as const;
export type RouteKind = keyof typeof routeKinds;

export const routeKindNames = ['DEMOULD', 'FINAL_CONTROL'] as const satisfies readonly RouteKind[];
