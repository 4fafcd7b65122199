import { z } from 'zod';
import { boatDefectClasses, type LineClass, lineClasses } from '../../contract/factory/index.js';
import { idNumber, wholeNumber } from './params.js';

/** What tells error lines apart, beside their culprit phase (`fase_id`). */
export const lineFilters = {
  gravidade: wholeNumber(1, 3).describe('Só as linhas desta gravidade').optional(),
  class: z
    .enum(lineClasses)
    .describe(`Só as linhas desta classe; sem ela, os defeitos do barco (${boatDefectClasses.join(' e ')})`)
    .optional(),
  descricao_id: idNumber
    .describe('Só as linhas deste texto (de defect-texts), seja qual for a classe')
    .optional(),
  detecting_fase_id: idNumber.describe('Só as linhas que esta fase encontrou').optional(),
};

/** The same as they were asked for. */
export interface LinesWanted {
  readonly gravidade?: number | undefined;
  readonly class?: LineClass | undefined;
  readonly descricao_id?: number | undefined;
  readonly detecting_fase_id?: number | undefined;
}

/** As a query takes them. */
export interface LinesTold {
  readonly gravidade: number | null;
  readonly classes: readonly LineClass[];
  readonly descricao_id: number | null;
  readonly detecting_fase_id: number | null;
  /** Any of them was asked for. */
  readonly by_line: boolean;
}

/** A text that is named has its own class, whichever that is. */
export function linesTold(wanted: LinesWanted): LinesTold {
  const { gravidade = null, descricao_id = null, detecting_fase_id = null } = wanted;
  const usual = descricao_id === null ? boatDefectClasses : lineClasses;
  return {
    gravidade,
    descricao_id,
    detecting_fase_id,
    classes: wanted.class === undefined ? usual : [wanted.class],
    by_line:
      gravidade !== null || descricao_id !== null || detecting_fase_id !== null || wanted.class !== undefined,
  };
}
