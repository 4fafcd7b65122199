import { ProdplanError } from '../../platform/errors.js';

export interface BadParameter {
  readonly parameter: string;
  readonly message: string;
}

/** Parameters that a question cannot take, each by its name. */
export class ParameterError extends ProdplanError {
  readonly findings: readonly BadParameter[];

  constructor(findings: readonly BadParameter[]) {
    const text = findings.map(({ parameter, message }) => `${parameter}: ${message}`).join('; ');
    super('usage', 'BAD_PARAMETER', `Parâmetros que não servem: ${text}.`, 'Corrija-os e repita a pergunta.');
    this.findings = findings;
  }
}
