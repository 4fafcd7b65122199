import { createHash } from 'node:crypto';
import type { Reply } from '../../services/index.js';
import type { CachedAnswer } from './cache.js';

/** A reply as it goes out. */
export function render(reply: Reply): CachedAnswer {
  const body = Buffer.from(JSON.stringify(reply));
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  return { body, etag, state: stateText(reply.support.run_id, reply.support.data_version) };
}

export function stateText(runId: number, dataVersion: number): string {
  return `${runId}/${dataVersion}`;
}
