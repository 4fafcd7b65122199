import { z } from 'zod';
import { boatDefectClasses, type LineClass, lineClasses, phase } from '../../contract/factory/index.js';
import { type Given, given } from '../answer/given.js';
import { filters, idNumber, periodOf, wholeNumber } from '../answer/params.js';

/** The kind of route of a boat, by the phase in which it has its first inspection. */
export const routeKinds = { DEMOULD: phase.demould, FINAL_CONTROL: phase.finalControl } as const;
export type RouteKind = keyof typeof routeKinds;

/** What a day of quality is of: every boat, and all its error lines, count on that one. */
export const firstInspectionDay =
  'em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há)';

/** The filters of the house, and the kind of route. */
export const qualityFilters = {
  ...periodOf(firstInspectionDay),
  ...filters,
  route_kind: z
    .enum(['DEMOULD', 'FINAL_CONTROL'])
    .describe('Primeira inspeção do barco: desmolde, ou controlo final onde não o há')
    .optional(),
};

/** What tells error lines apart, beside their culprit phase (`fase_id`). */
export const lineFilters = {
  gravidade: wholeNumber(1, 3).describe('Só as linhas desta gravidade').optional(),
  class: z
    .enum(lineClasses)
    .describe('Só as linhas desta classe; sem ela, os defeitos do barco (BOAT_DEFECT e UNKNOWN)')
    .optional(),
  descricao_id: idNumber
    .describe('Só as linhas deste texto (de defect-texts), seja qual for a classe')
    .optional(),
  detecting_fase_id: idNumber.describe('Só as linhas que esta fase encontrou').optional(),
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

type LineParams = Params & {
  readonly gravidade?: number | undefined;
  readonly class?: LineClass | undefined;
  readonly descricao_id?: number | undefined;
  readonly detecting_fase_id?: number | undefined;
};

export interface LinesAsked extends Asked {
  readonly gravidade: number | null;
  readonly classes: readonly LineClass[];
  readonly descricao_id: number | null;
  readonly detecting_fase_id: number | null;
  /** Something tells the lines apart that the sums of boats do not know. */
  readonly by_line: boolean;
}

/** With the filters of lines; a text that is named has its own class, whichever that is. */
export function linesAskedOf(params: LineParams): LinesAsked {
  const { gravidade = null, descricao_id = null, detecting_fase_id = null } = params;
  const usual = descricao_id === null ? boatDefectClasses : lineClasses;
  return {
    ...askedOf(params),
    gravidade,
    descricao_id,
    detecting_fase_id,
    classes: params.class === undefined ? usual : [params.class],
    by_line:
      gravidade !== null || descricao_id !== null || detecting_fase_id !== null || params.class !== undefined,
  };
}
