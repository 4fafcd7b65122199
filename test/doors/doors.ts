import { expect } from 'vitest';
import { encodeError } from '../../src/platform/queue/job.js';
import { type Api, problemOf } from '../http/support.js';
import { prodplan } from '../support/cli.js';
import { temporaryFolder } from '../support/dump.js';

/** How a state is met at one door: by a code, and by what the door ends or answers with. */
export interface Met {
  readonly code: string;
  readonly as: number;
}

/** A command to its end: its exit code, and the code in what it told. */
export async function byCommand(
  url: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Met> {
  const home = await temporaryFolder();
  const done = await prodplan(args, { DATABASE_URL: url, PRODPLAN_HOME: home, NO_COLOR: '1', ...env });
  const [, code = ''] = /\(([A-Z_]+)\)$/m.exec(done.stderr + done.stdout) ?? [];
  expect(code, done.stderr + done.stdout).not.toBe('');
  return { code, as: done.exitCode };
}

/** A call that is refused: its status, and the code of the problem. */
export async function byCall(api: Api, path: string, post?: RequestInit): Promise<Met> {
  const headers = { authorization: `Bearer ${api.token}`, ...post?.headers };
  const response = await fetch(`${api.url}${path}`, { ...post, headers });
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const { code, status } = await problemOf(response);
  expect(status).toBe(response.status);
  return { code, as: status };
}

/** What a job that ended so is recorded with. */
export async function byJob(work: () => Promise<unknown>): Promise<string> {
  const error = await work().then(
    () => expect.fail('it should have failed'),
    (thrown: unknown) => thrown,
  );
  return (JSON.parse(encodeError(error)) as { code: string }).code;
}
