import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { root } from '../lib/paths.mjs';

const document = JSON.parse(readFileSync(join(root, 'docs', 'openapi.json'), 'utf8'));
const inPointer = (text) => text.replaceAll('~', '~0').replaceAll('/', '~1');

/** Where each question is asked: its name -> its path. */
export function paths() {
  return new Map(
    Object.entries(document.paths)
      .filter(([, methods]) => methods.get !== undefined)
      .map(([path, methods]) => [methods.get.operationId, path]),
  );
}

/** Holds answers against the API's own description and against the runs that may have been read. */
export function checker() {
  const ajv = new Ajv2020({ strict: false });
  (formats.default ?? formats)(ajv);
  ajv.addSchema(document, 'api');
  const schemas = new Map(
    [...paths()].map(([name, path]) => [
      name,
      `api#/paths/${inPointer(path)}/get/responses/200/content/application~1json/schema`,
    ]),
  );
  /** `{ problem }` where the answer is not what it should be, else what it says of itself. */
  return ({ request, status, body }, runs) => {
    if (status !== 200) return { problem: `status ${status}: ${body.slice(0, 300)}` };
    let answer;
    try {
      answer = JSON.parse(body);
    } catch {
      return { problem: 'the body is not JSON' };
    }
    const validate = ajv.getSchema(schemas.get(request.question));
    if (!validate(answer)) return { problem: ajv.errorsText(validate.errors) };
    if (!runs.includes(answer.support.run_id)) return { problem: `is of run ${answer.support.run_id}` };
    // A product of which no boat passed in a short period is refused, as it should be; a question that is refused often would measure nothing.
    const refused = answer.data === null ? `${answer.status}: ${answer.reason}` : null;
    return { runId: answer.support.run_id, rows: answer.support.rows_used, refused };
  };
}
