import { spawn } from 'node:child_process';
import { systemEnvironment } from '../config.js';
import { embeddedFailure } from '../errors/embedded.js';
import type { ProdplanError } from '../errors.js';
import type { Account } from './account.js';

export interface CommandResult {
  readonly status: number;
  readonly output: string;
}

export interface CommandOptions {
  readonly account: Account | null;
  /** Must be a folder that the account can reach: PostgreSQL's programs look where they are. */
  readonly cwd: string;
  /** false for a command that leaves a server behind: the server would keep the pipe open for ever. */
  readonly capture?: boolean;
}

/** Runs one of PostgreSQL's programs, under locale C, so that paths are bytes and messages are English. */
export function runCommand(
  program: string,
  args: readonly string[],
  { account, cwd, capture = true }: CommandOptions,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...systemEnvironment(), LC_ALL: 'C', TZ: 'UTC' },
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'ignore',
      // A process group of its own: Ctrl-C in the terminal must not kill an initdb or a server half way.
      detached: process.platform !== 'win32',
      windowsHide: true,
      ...account,
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => reject(notStarted(program, error)));
    child.on(capture ? 'close' : 'exit', (code, signal) =>
      resolve({ status: code ?? 1, output: signal === null ? output : `${output}(${signal})` }),
    );
  });
}

function notStarted(program: string, error: Error): ProdplanError {
  return embeddedFailure(
    'EMBEDDED_DATABASE_NOT_RUNNABLE',
    { program, reason: error.message },
    { cause: error },
  );
}
