import { failureOf } from '../../platform/errors/area.js';
import { questionFailure } from '../../platform/errors/question.js';
import { ProdplanError } from '../../platform/errors.js';

export interface BadParameter {
  readonly parameter: string;
  readonly message: string;
}

/** Parameters that a question cannot take, each by its name. */
export class ParameterError extends ProdplanError {
  readonly findings: readonly BadParameter[];

  constructor(findings: readonly BadParameter[]) {
    super(failureOf('BAD_PARAMETER', questionFailure.entries.BAD_PARAMETER, { findings }));
    this.findings = findings;
  }
}
