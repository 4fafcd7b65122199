import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain Node and no dependency: this runs before anything is installed.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installStamp = join(root, 'node_modules', '.prodplan-installed');
const buildStamp = join(root, 'dist', '.built');
const webStamp = join(root, 'dist', '.web-built');
const lockDir = join(root, '.ready.lock');

/** Installs the dependencies and builds, each only if it is not already done for the present sources. */
export async function ready({ quiet = false } = {}) {
  checkNode();
  if (isInstalled() && isBuilt() && isWebBuilt()) return;
  await withLock(async () => {
    if (!isInstalled()) install(quiet);
    if (!isBuilt()) {
      if (!quiet) console.error('A compilar o Prodplan ... (building)');
      const { build } = await import('./build.mjs');
      build();
    }
    if (!isWebBuilt()) {
      if (!quiet) console.error('A compilar as páginas ... (building the pages)');
      const { buildWeb } = await import('./build-web.mjs');
      await buildWeb();
    }
  });
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `O Prodplan precisa do Node.js >= 20.19; este é o ${process.versions.node}. (Please install Node.js >= 20.19.)`,
  );
  process.exit(1);
}

/** Whoever installed: we, or somebody with npm, who leaves no stamp of ours. */
function isInstalled() {
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === lockText()) return true;
  // npm writes this down when an installation is complete.
  const record = join(root, 'node_modules', '.package-lock.json');
  return existsSync(record) && fits(JSON.parse(readFileSync(record, 'utf8')), JSON.parse(lockText()));
}

/** Whether what is installed is what is wanted; packages for other machines are optional and not there. */
export function fits(installed, wanted) {
  const isSame = (one, other) => one?.version === other?.version && one?.integrity === other?.integrity;
  const needed = Object.entries(wanted.packages).filter(([path]) => path !== '');
  return (
    needed.every(([path, one]) => {
      const there = installed.packages[path];
      return there === undefined ? Boolean(one.optional || one.devOptional) : isSame(there, one);
    }) && Object.keys(installed.packages).every((path) => path in wanted.packages)
  );
}

function lockText() {
  return readFileSync(join(root, 'package-lock.json'), 'utf8');
}

function install() {
  console.error('A instalar as dependências, só desta vez ... (installing, this once)');
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const result = spawnSync(command, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: !npm && process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error(`npm ci failed:\n${result.stdout}${result.stderr}`);
    process.exit(1);
  }
  writeFileSync(installStamp, lockText());
}

function isBuilt() {
  return isNewer(buildStamp, 'tsconfig.build.json', 'src');
}

/** A tree without the pages, as a test makes it, has nothing to build. */
function isWebBuilt() {
  return !existsSync(join(root, 'web')) || isNewer(webStamp, join('web', 'vite.config.ts'), 'web');
}

function isNewer(stamp, settings, folder) {
  return existsSync(stamp) && newestSource(settings, folder) <= statSync(stamp).mtimeMs;
}

function newestSource(settings, folder) {
  let newest = statSync(join(root, settings)).mtimeMs;
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    newest = Math.max(newest, statSync(path).mtimeMs);
  }
  return newest;
}

/** Two first commands at once must not install over each other. */
async function withLock(work) {
  const patienceMs = 5 * 60_000;
  const giveUpAt = Date.now() + patienceMs;
  while (!tryLock()) {
    if (Date.now() > giveUpAt)
      throw new Error(`Another installation holds ${lockDir}; if none is running, remove it.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    await work();
  } finally {
    rmSync(lockDir, { recursive: true, force: true });
  }
}

function tryLock() {
  try {
    mkdirSync(lockDir);
    writeFileSync(join(lockDir, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (holderIsDead()) rmSync(lockDir, { recursive: true, force: true });
    return false;
  }
}

function holderIsDead() {
  try {
    process.kill(Number(readFileSync(join(lockDir, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ready();
