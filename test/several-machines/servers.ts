import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { untilItAnswers } from '../support/redis.js';
import type { Network } from './network.js';

const run = promisify(execFile);
const embedded = new URL('../../dist/platform/postgres/embedded.js', import.meta.url).href;

/** Starts a PostgreSQL on the network's server; it is stopped with all homes of this test run. Returns its address. */
export async function startPostgres(network: Network): Promise<string> {
  const home = join(inject('testRoot'), 'several-machines');
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const rules = join(home, 'pg_hba.conf');
  writeFileSync(rules, 'host all all 127.0.0.1/32 trust\nhost all all 198.18.0.0/15 trust\n');
  chmodSync(rules, 0o644);
  const settings = {
    listen_addresses: `127.0.0.1,${network.serverAddress}`,
    hba_file: rules,
    fsync: 'off',
    full_page_writes: 'off',
  };
  const code = `
    const { startEmbedded } = await import(${JSON.stringify(embedded)});
    const { url } = await startEmbedded(${JSON.stringify(home)}, { settings: ${JSON.stringify(settings)} });
    console.log(url);`;
  const [program, args] = network.on('server', [process.execPath, '--input-type=module', '--eval', code]);
  const { stdout } = await run(program, [...args]);
  const url = new URL(stdout.trim());
  url.hostname = network.serverAddress;
  return url.href;
}

/** Starts a Redis on the network's server. */
export async function startRedis(network: Network): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'prodplan-redis-'));
  const port = 6379;
  const settings = ['--bind', network.serverAddress, '--port', String(port), '--dir', folder, '--save', ''];
  const [program, args] = network.on('server', ['redis-server', ...settings, '--protected-mode', 'no']);
  const child: ChildProcess = spawn(program, args, { stdio: 'ignore' });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilItAnswers(network.serverAddress, port);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `redis://${network.serverAddress}:${port}`, stop };
}
