import { endpoints } from './endpoints/index.js';

const known = endpoints.map(({ path, method }) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}/?$`),
}));

/** The methods that an address takes; none where there is no such address. */
export function methodsOf(url: string): readonly string[] {
  const path = url.split('?')[0]!;
  const found = known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  return found.includes('GET') ? [...found, 'HEAD'] : found;
}
