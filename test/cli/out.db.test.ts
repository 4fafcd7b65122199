import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prodplan } from '../support/cli.js';
import { dumpWorkbook, smallDump, temporaryFolder, writeWorkbook } from '../support/dump.js';

const badOut = { exitCode: 2, stderr: expect.stringMatching(/BAD_OUT.*\n.*O que fazer/) };

describe('a place that cannot be written to', () => {
  it('is said before a sample is made, and a folder is not taken for a file', async () => {
    const folder = await temporaryFolder();
    expect(await prodplan(['sample', folder, '--orders', '10'], {})).toMatchObject(badOut);
    const file = join(folder, 'ficheiro');
    writeFileSync(file, 'isto fica');
    expect(await prodplan(['sample', join(file, 'x.xlsx'), '--orders', '10'], {})).toMatchObject(badOut);
  });

  it.runIf(existsSync('/proc/self'))(
    'is said by extract, also of a file system that lies about itself',
    async () => {
      const path = await writeWorkbook(dumpWorkbook(smallDump()));
      expect(await prodplan(['extract', path, '--out', '/proc/prodplan/x'], {})).toMatchObject(badOut);
    },
  );
});
