import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Compiles a folder of src/ (types are not checked) into a new temporary folder, for tests that need a process of
 * their own: Node 20 does not run TypeScript, and dist/ may be old. The caller removes the folder.
 */
export function compile(source: string): string {
  const target = mkdtempSync(join(tmpdir(), 'prodplan-compiled-'));
  chmodSync(target, 0o755);
  writeFileSync(join(target, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(repository, 'node_modules'), join(target, 'node_modules'), 'junction');
  for (const file of readdirSync(join(repository, source), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const output = join(target, source, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, transpile(readFileSync(join(repository, source, file), 'utf8')));
  }
  return target;
}

function transpile(text: string): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}

export interface Running {
  readonly child: ChildProcess;
  /** What it has written to its standard output up to now. */
  text(): string;
  /** Its exit status and whole output. */
  readonly ended: Promise<{ readonly status: number | null; readonly output: string }>;
}

/** Runs a piece of module code in a process of its own; imports are relative to `folder`. */
export function runCode(folder: string, code: string, account: { uid?: number; gid?: number } = {}): Running {
  const args = ['--input-type=module', '--eval', code];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], ...account });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const ended = new Promise<{ status: number | null; output: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
  return { child, text: () => output, ended };
}
