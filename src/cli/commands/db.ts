import type { Command } from 'commander';
import { readConfig } from '../../platform/config.js';
import { connectDatabase } from '../../platform/database.js';
import { statusEmbedded, stopEmbedded } from '../../platform/postgres/embedded.js';
import { print } from '../terminal.js';

export function dbCommand(program: Command): void {
  const db = program.command('db').description('a base de dados embutida (the embedded PostgreSQL)');
  db.command('status').description('diz se está a correr, e onde').option('--json', 'em JSON').action(status);
  db.command('stop').description('para-a; o próximo comando volta a arrancá-la').action(stop);
  db.command('url')
    .description('escreve o endereço para psql e outros programas (com a palavra-passe)')
    .action(url);
}

async function status(options: { json?: boolean }): Promise<void> {
  const config = readConfig();
  if (config.databaseUrl !== null) {
    const database = await connectDatabase(config);
    await database.close();
    const host = new URL(config.databaseUrl).host;
    if (options.json)
      return print(JSON.stringify({ origin: 'external', host, serverVersion: database.serverVersion }));
    return print(
      `DATABASE_URL: o servidor ${host} responde (PostgreSQL ${Math.floor(database.serverVersion / 10_000)}).`,
    );
  }
  const embedded = statusEmbedded(config.home);
  if (options.json) return print(JSON.stringify({ origin: 'embedded', ...embedded }));
  print(
    stateWords[embedded.state] +
      (embedded.state === 'running' ? ` na porta ${embedded.port} (pid ${embedded.pid}).` : '.'),
  );
  if (embedded.data !== null) print(`Dados em ${embedded.data}; registo em ${embedded.log}.`);
}

const stateWords = {
  absent: 'Ainda não existe: o primeiro «prodplan ingest» cria-a',
  stopped: 'Parada',
  starting: 'A arrancar',
  running: 'A correr',
  stopping: 'A parar',
} as const;

async function stop(): Promise<void> {
  const config = readConfig();
  if (config.databaseUrl !== null)
    return print('DATABASE_URL está definida: esse servidor não é nosso e não se para aqui.');
  print((await stopEmbedded(config.home)) ? 'Base de dados parada.' : 'A base de dados já estava parada.');
}

async function url(): Promise<void> {
  const database = await connectDatabase(readConfig());
  print(database.url);
  await database.close();
}
