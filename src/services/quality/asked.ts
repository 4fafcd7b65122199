import { z } from 'zod';
import { type RouteKind, routeKindNames, routeKinds } from '../../contract/factory/index.js';
import { type Given, given } from '../answer/given.js';
import { type LinesTold, type LinesWanted, linesTold } from '../answer/line-filters.js';
import { filters, periodOf } from '../answer/params.js';

/** What a day of quality is of: every boat, and all its error lines, count on that one. */
export const firstInspectionDay =
  'em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há)';

/** The filters of the house, and the kind of route. */
export const qualityFilters = {
  ...periodOf(firstInspectionDay),
  ...filters,
  route_kind: z
    .enum(routeKindNames)
    .describe('Primeira inspeção do barco: desmolde, ou controlo final onde não o há')
    .optional(),
};

/** Figures that cannot be divided by culprit phase are null where one is asked for, and not those of all phases. */
export const notOfAPhase = 'null com fase_id: não é de nenhuma fase culpada';

export const culpritMissing =
  'Dos sem culpada, os que nomeiam uma fase que o ficheiro não tem: com o ficheiro inteiro seriam menos tantos';

export interface Asked extends Given {
  /** Phase of the first inspection; null: both kinds. */
  readonly first_inspection: number | null;
}

type Params = Parameters<typeof given>[0] & { readonly route_kind?: RouteKind | undefined };

/** The filters as a query takes them. */
export function askedOf(params: Params): Asked {
  const { route_kind } = params;
  return { ...given(params), first_inspection: route_kind === undefined ? null : routeKinds[route_kind] };
}

export interface LinesAsked extends Asked, LinesTold {
  /** Something tells the lines apart that the sums of boats do not know. */
  readonly by_line: boolean;
}

/** With the filters of lines. */
export function linesAskedOf(params: Params & LinesWanted): LinesAsked {
  return { ...askedOf(params), ...linesTold(params) };
}
