import { join } from 'node:path';
import type { Command } from 'commander';
import pc from 'picocolors';
import { ingest } from '../../ingestion/run.js';
import { type Config, readConfig } from '../../platform/config.js';
import { shareConnections } from '../../platform/connections.js';
import { connectDatabase, type Database } from '../../platform/database.js';
import { makeFolder } from '../../platform/folders.js';
import { ensureMigrated } from '../../platform/migrate.js';
import { groupDigits } from '../../platform/numbers.js';
import { stopEmbedded } from '../../platform/postgres/embedded.js';
import { withFileLock } from '../../platform/postgres/file-lock.js';
import { formatRatios, writeSample } from '../../sample/index.js';
import { ingestDisplay } from '../display.js';
import { serviceStopSignal } from '../environment.js';
import { counted } from '../numbers.js';
import { ingestReport } from '../report.js';
import { serve, serveNeed } from '../serving.js';
import { print, tell } from '../terminal.js';
import { addSampleOptions, type SampleFlags, sampleOptions } from './sample.js';

interface Flags extends SampleFlags {
  readonly once?: boolean;
}

export function demoCommand(program: Command): void {
  const command = program
    .command('demo')
    .description('mostra tudo com dados inventados, à parte dos seus (the whole way, with invented data)')
    .option('--once', 'termina depois do resumo');
  addSampleOptions(command).action(run);
}

/**
 * The demonstration has a home of its own below the user's, with its own server: it never touches real data, also
 * where DATABASE_URL is set, and leaves nothing running.
 */
async function run(flags: Flags): Promise<void> {
  const config = readConfig();
  const home = join(config.home, 'demo');
  const signal = serviceStopSignal();
  makeFolder(home, 0o700);
  // A second demonstration waits for the first: they share a workbook and a database.
  await withFileLock(join(home, 'demo.lock'), () => show(flags, home, config.timeZone, signal));
}

async function show(flags: Flags, home: string, timeZone: string, signal: AbortSignal): Promise<void> {
  const workbook = join(home, 'Folha_IA.xlsx');

  tell(
    pc.bold(
      `1. Um ficheiro de demonstração com ${groupDigits(flags.orders)} ordens de fabrico (dados inventados)`,
    ),
  );
  const summary = await writeSample(workbook, sampleOptions(flags), ({ sheet, rows }) =>
    tell(`  ${sheet}: ${counted(rows, 'linha', 'linhas')}`),
  );
  print(formatRatios(summary));
  signal.throwIfAborted();

  tell(`\n${pc.bold('2. A carga na base de dados embutida')}`);
  try {
    const database = await connectDatabase({ home, databaseUrl: null, redisUrl: null, lockSeconds: 0 });
    try {
      await emptyDatabase(database);
      await ensureMigrated(database);
      await ingestSample(database, home, workbook, timeZone, signal);
      print(`\n${whereToLook(home, workbook)}`);
      if (!flags.once && !signal.aborted) {
        tell(`\n${pc.bold('3. O painel e as respostas, por HTTP')}`);
        const config = { ...readConfig({ PRODPLAN_HOME: home }), timeZone, http: demoHttp(home) };
        const { readers } = await shareConnections(database.pool, config.connections, serveNeed(true));
        await serve({ database, config, signal, readers, quiet: true });
      }
    } finally {
      await database.close();
    }
  } finally {
    await stopEmbedded(home);
  }
}

/** The address is the user's choice; everything else is the demonstration's own. Only this machine is served. */
function demoHttp(home: string): Config['http'] {
  const { port } = readConfig().http;
  return { ...readConfig({ PRODPLAN_HOME: home }).http, port };
}

/** Every demonstration begins with nothing. */
async function emptyDatabase({ pool }: Database): Promise<void> {
  await pool.query('DROP SCHEMA IF EXISTS staging CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public');
}

async function ingestSample(
  database: Database,
  home: string,
  path: string,
  timeZone: string,
  signal: AbortSignal,
): Promise<void> {
  const display = await ingestDisplay({ quiet: false });
  try {
    const ingested = await ingest({
      database,
      path,
      timeZone,
      signal,
      extractsFolder: join(home, 'extracts'),
      onProgress: display.onProgress,
    });
    display.end();
    print(await ingestReport(database, ingested, demoProgram(home)));
  } finally {
    display.end();
  }
}

/** How to call the program on the demonstration's own database. */
function demoProgram(home: string): string {
  return `PRODPLAN_HOME="${home}" npx prodplan`;
}

function whereToLook(home: string, workbook: string): string {
  const program = demoProgram(home);
  return [
    pc.bold('Onde ver mais (where to look next)'),
    `  O ficheiro inventado:        ${workbook}`,
    `  As folhas em CSV.gz:         ${join(home, 'extracts')}`,
    `  As cargas desta base:        ${program} runs`,
    `  As linhas rejeitadas:        ${program} rejects 1`,
    `  Abrir em psql:               psql "$(${program} db url)"   (e no fim: ${program} db stop)`,
    '  O seu ficheiro, a sério:     npx prodplan ingest caminho/Folha_IA.xlsx',
  ].join('\n');
}
