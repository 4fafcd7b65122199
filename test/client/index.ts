import createClient from 'openapi-fetch';
import type { paths } from '../../web/src/api/schema.js';

/** The API as its description types it; a key where the caller has one. */
export function apiClient(baseUrl: string, key?: string) {
  return createClient<paths, 'application/json'>({
    baseUrl,
    ...(key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }),
  });
}
