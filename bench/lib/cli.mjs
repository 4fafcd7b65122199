import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { cli } from './paths.mjs';

const run = promisify(execFile);
const patienceMs = 15 * 60_000;
const outputBytes = 1 << 26;

/** A prodplan command that is not measured; `program`: of another build. */
export async function prodplan(args, env = {}, program = cli) {
  const { stdout } = await run(process.execPath, [program, ...args], {
    env: { ...process.env, DATABASE_URL: '', ...env },
    timeout: patienceMs,
    maxBuffer: outputBytes,
  });
  return stdout;
}
