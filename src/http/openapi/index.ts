import { readFileSync } from 'node:fs';
import { endpoints } from '../endpoints/index.js';
import { openApiDocument } from './document.js';
import type { JsonSchema } from './schemas.js';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

let made: JsonSchema | undefined;

/** The description of this API; docs/openapi.json holds the same, and `npm run check` that it does. */
export function openApi(): JsonSchema {
  made ??= openApiDocument(endpoints, version);
  return made;
}
