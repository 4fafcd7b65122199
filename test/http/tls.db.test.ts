import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import https from 'node:https';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/dump.js';
import { newApi } from './support.js';

const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    console.log('openssl is not installed: the tests of https are left out.');
    return false;
  }
})();

/** A key and a certificate of its own, of the name given. */
async function certificate(folder: string, name: string): Promise<{ cert: string; key: string }> {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  execFileSync('openssl', [...made, '-days', '2', '-subj', `/CN=${name}`, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  });
  return { cert, key };
}

interface Seen {
  readonly status: number;
  readonly headers: NodeJS.Dict<string[]>;
  /** Whose certificate it was. */
  readonly name: string;
}

function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Seen> {
  return new Promise((resolve, reject) => {
    https
      .request(url, { headers, method, rejectUnauthorized: false, agent: false }, (response) => {
        response.resume();
        const { subject } = (response.socket as TLSSocket).getPeerCertificate();
        resolve({
          status: response.statusCode!,
          headers: response.headersDistinct,
          name: String(subject.CN),
        });
      })
      .on('error', reject)
      .end();
  });
}

describe.skipIf(!hasOpenssl)('over https', () => {
  it('answers with its certificate, and with the new one once it is renewed; a bad one changes nothing', async () => {
    const folder = await temporaryFolder();
    const { cert, key } = await certificate(folder, 'antes');
    const api = await newApi({ local: false, env: { PRODPLAN_TLS_CERT: cert, PRODPLAN_TLS_KEY: key } });
    expect(api.url).toMatch(/^https:/);
    expect(await ask(`${api.url}/health/live`)).toMatchObject({ status: 200, name: 'antes' });
    // A session that was begun by https goes by https only.
    const begun = await ask(
      `${api.url}/api/session`,
      { authorization: `Bearer ${await api.key('reader')}` },
      'POST',
    );
    expect(begun.headers['set-cookie']).toEqual([expect.stringContaining('; Secure')]);
    await certificate(folder, 'depois');
    await expect
      .poll(async () => (await ask(`${api.url}/health/live`)).name, { timeout: 60_000 })
      .toBe('depois');
    await writeFile(cert, 'nada');
    await expect.poll(() => api.log(), { timeout: 60_000 }).toContain('the old one stays');
    expect((await ask(`${api.url}/health/live`)).name).toBe('depois');
  });

  it('is refused at the start where certificate and key do not belong together, or are not there', async () => {
    const [one, other] = [await temporaryFolder(), await temporaryFolder()];
    const { cert } = await certificate(one, 'um');
    const { key } = await certificate(other, 'outro');
    for (const bad of [key, join(one, 'nada.pem')]) {
      const env = { PRODPLAN_TLS_CERT: cert, PRODPLAN_TLS_KEY: bad };
      await expect(newApi({ env })).rejects.toMatchObject({
        code: 'TLS_FILES',
        message: expect.stringContaining(bad),
      });
    }
  });
});

describe('the pages within those of others', () => {
  const page = { accept: 'text/html' };

  it('are shown within none, or within those that are named', async () => {
    const closed = await (await newApi()).get('/', { headers: page });
    expect(closed.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(closed.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    const origins = 'https://intranet.fabrica.example,https://painel.fabrica.example';
    const open = await (await newApi({ env: { PRODPLAN_FRAME_ANCESTORS: origins } })).get('/', {
      headers: page,
    });
    expect(open.headers.get('content-security-policy')).toContain(
      'frame-ancestors https://intranet.fabrica.example https://painel.fabrica.example;',
    );
    expect(open.headers.get('x-frame-options')).toBeNull();
  });
});
