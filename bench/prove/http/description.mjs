import { Ajv2020 } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';

const pointed = (part) => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** What the API says of itself, and whether an answer is one that it names. */
export class Description {
  #document;
  #ajv = new Ajv2020({ strict: false, allErrors: false });

  constructor(document) {
    this.#document = document;
    formats.default(this.#ajv);
    this.#ajv.addSchema(document, 'api');
  }

  /** [{path, method, operation}] */
  get calls() {
    return Object.entries(this.#document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
  }

  /** What is wrong with the answer to a call; null: nothing. `body` null: the answer had none by its nature. */
  faultOf({ path, method, operation }, { status, type, body }) {
    const response = operation.responses[status];
    if (response === undefined) return `${status} is not described`;
    if (body === null) return null;
    const content = response.content ?? {};
    if (Object.keys(content).length === 0) return body.length === 0 ? null : 'a body where none is described';
    if (!(type in content)) return `${status} as ${type || 'nothing'} is not described`;
    if (!type.includes('json')) return null;
    return this.#misfit(
      `#/paths/${pointed(path)}/${method}/responses/${status}/content/${pointed(type)}/schema`,
      body,
    );
  }

  /** The same for a call to something that the API does not have: it must be refused as a problem. */
  faultOfRefusal({ status, type, body }) {
    if (status < 400 || status >= 500) return `${status} for what does not exist`;
    if (body === null) return null;
    if (type !== 'application/problem+json') return `${status} as ${type || 'nothing'}`;
    return this.#misfit('#/components/schemas/Problem', body);
  }

  #misfit(place, body) {
    let value;
    try {
      value = JSON.parse(body.toString());
    } catch {
      return 'what says that it is JSON is none';
    }
    const validate = this.#ajv.getSchema(`api${place}`);
    return validate(value) ? null : `does not fit its schema: ${this.#ajv.errorsText(validate.errors)}`;
  }
}
