import { Failure, failureOf, ours } from './client.ts';
import type { paths } from './schema.d.ts';

/** What the server says of a workbook that it has received and will take in. */
export type PostedWorkbook =
  paths['/api/ingestion/runs']['post']['responses'][202]['content']['application/json'];

export interface UploadOptions {
  readonly force: boolean;
  readonly allow_missing_sheets: boolean;
}

interface Sending {
  /** How much of it is on its way, 0 to 1. */
  readonly onSent: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a workbook to be taken in. Throws `Failure`. Not with `fetch`, which does not tell how much of a body is sent. */
export function uploadWorkbook(
  file: File,
  options: UploadOptions,
  { onSent, signal }: Sending,
): Promise<PostedWorkbook> {
  const form = new FormData();
  for (const [name, isSet] of Object.entries(options)) if (isSet) form.set(name, 'true');
  form.set('file', file, file.name);
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', '/api/ingestion/runs');
    for (const [name, value] of Object.entries(ours())) call.setRequestHeader(name, value);
    call.responseType = 'text';
    call.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 0 : loaded / total);
    call.onload = () => {
      const answer: unknown = parsed(call.responseText);
      if (call.status === 202) resolve(answer as PostedWorkbook);
      else reject(failureOf(answer, call.status));
    };
    call.onerror = () => reject(new Failure(null, 'unreachable'));
    call.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => call.abort(), { once: true });
    call.send(form);
  });
}

/** A proxy in between may answer in its own words. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
