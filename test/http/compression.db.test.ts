import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { smallDump } from '../support/dump.js';
import { type Api, newApi } from './support.js';

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** As it comes over the wire: fetch would unpack it. */
function raw(api: Api, path: string, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    get(`${api.url}${path}`, { headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(pieces) }),
      );
    }).on('error', reject);
  });
}

const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
const answers = [
  '/api/prodplan/boats',
  '/api/factory',
  '/api/openapi.json',
  '/api/prodplan/orders?format=csv',
];

describe('an answer', () => {
  it('comes compressed as the caller can read it, and is then the same answer', async () => {
    const api = await newApi({ holding: smallDump() });
    for (const path of answers) {
      const plain = await raw(api, path);
      expect([plain.status, plain.headers['content-encoding']], path).toEqual([200, undefined]);
      for (const encoding of ['br', 'gzip'] as const) {
        const packed = await raw(api, path, { 'accept-encoding': `${encoding}, x` });
        expect(packed.headers['content-encoding'], path).toBe(encoding);
        expect(String(packed.headers.vary).toLowerCase(), path).toContain('accept-encoding');
        expect(packed.body.length, path).toBeLessThan(plain.body.length);
        expect(unpack[encoding](packed.body).equals(plain.body), path).toBe(true);
        expect(packed.headers.etag, path).toBe(plain.headers.etag);
      }
    }
  });

  it('is not compressed for who refuses it, nor where it is short, nor a workbook', async () => {
    const api = await newApi({ holding: smallDump() });
    const encodingOf = async (path: string, accepted: string) =>
      (await raw(api, path, { 'accept-encoding': accepted })).headers['content-encoding'];
    expect(await encodingOf('/api/prodplan/boats', 'br;q=0, gzip;q=0')).toBeUndefined();
    expect(await encodingOf('/api/prodplan/boats', 'br;q=0, gzip')).toBe('gzip');
    expect(await encodingOf('/health/live', 'br, gzip')).toBeUndefined();
    expect(await encodingOf('/api/prodplan/orders?format=xlsx', 'br, gzip')).toBeUndefined();
  });

  it('that the caller has already is 304, whichever form it had, and says what it varies by', async () => {
    const api = await newApi({ holding: smallDump() });
    const first = await raw(api, '/api/prodplan/orders', { 'accept-encoding': 'gzip' });
    for (const accepted of ['gzip', 'br', 'identity']) {
      const again = await raw(api, '/api/prodplan/orders', {
        'accept-encoding': accepted,
        'if-none-match': String(first.headers.etag),
      });
      expect([again.status, again.body.length, again.headers['content-encoding']]).toEqual([
        304,
        0,
        undefined,
      ]);
      expect(again.headers.vary).toContain('Accept-Encoding');
    }
  });
});
