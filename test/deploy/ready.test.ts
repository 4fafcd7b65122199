import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { beforeEach, describe, expect, it } from 'vitest';

const tools = fileURLToPath(new URL('../../tools', import.meta.url));
const one = { version: '1.0.0', integrity: 'sha512-a' };
const wanted = {
  '': { name: 'prodplan' },
  'node_modules/one': one,
  'node_modules/other-machine': { version: '2.0.0', integrity: 'sha512-b', optional: true },
};

let root: string;

/** A clone with one source, and npm's own record of what it installed. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'prodplan-test-'));
  cpSync(tools, join(root, 'tools'), { recursive: true });
  for (const folder of ['src', 'node_modules/typescript/bin'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'tsconfig.build.json'), '{}');
  writeFileSync(join(root, 'src', 'one.sql'), '');
  writeFileSync(join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '');
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  return () => rmSync(root, { recursive: true, force: true });
});

function installed(packages: Record<string, unknown>): void {
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
}

/** Where npm cannot be found: whoever wants to install fails. */
async function run(tool: string): Promise<{ exitCode: number | undefined; stderr: string }> {
  const options = { cwd: root, env: { PATH: '' }, extendEnv: false, reject: false };
  const { exitCode, stderr } = await execa(process.execPath, [join('tools', tool)], options);
  return { exitCode, stderr };
}

describe('a clone that somebody installed and built with npm', () => {
  it('is ready: the first command neither installs nor builds again', async () => {
    installed({ 'node_modules/one': one });
    expect(await run('build.mjs')).toEqual({ exitCode: 0, stderr: '' });
    expect(await run('ready.mjs')).toEqual({ exitCode: 0, stderr: '' });
  });

  it.each([
    ['an older version', { 'node_modules/one': { version: '0.9.0', integrity: 'sha512-z' } }],
    ['not all of it', {}],
    ['something else too', { 'node_modules/one': one, 'node_modules/more': one }],
  ])('is installed again where what is there is %s', async (_what, packages) => {
    installed(packages);
    expect(await run('ready.mjs')).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('npm ci') });
  });
});
