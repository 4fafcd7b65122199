import { failureOf } from '../../platform/errors/area.js';
import type { Sentence } from '../../platform/errors/parameter.js';
import { questionFailure } from '../../platform/errors/question.js';
import { ProdplanError } from '../../platform/errors.js';

export interface BadParameter {
  readonly parameter: string;
  readonly sentence: Sentence;
}

/** Parameters that a question cannot take, each by its name. */
export class ParameterError extends ProdplanError {
  readonly parameters: readonly BadParameter[];

  constructor(parameters: readonly BadParameter[]) {
    super(failureOf('BAD_PARAMETER', questionFailure.entries.BAD_PARAMETER, { parameters }));
    this.parameters = parameters;
  }
}
