import type { Command } from 'commander';
import { type Config, defaultHome, readConfig } from '../../platform/config.js';
import { connectDatabase } from '../../platform/database.js';
import { embeddedFailure } from '../../platform/errors/embedded.js';
import { serverAddressOf } from '../../platform/postgres/connection-errors.js';
import { statusEmbedded, stopEmbedded, troubleOf } from '../../platform/postgres/embedded.js';
import { beginAnew, takeOverData } from '../../platform/postgres/replace-data.js';
import { print, tell, tellError } from '../terminal.js';

export function dbCommand(program: Command): void {
  const db = program.command('db').description('a base de dados embutida (the embedded PostgreSQL)');
  db.command('status').description('diz se está a correr, e onde').option('--json', 'em JSON').action(status);
  db.command('stop').description('para-a; o próximo comando volta a arrancá-la').action(stop);
  db.command('url')
    .description('escreve o endereço para psql e outros programas (com a palavra-passe)')
    .action(url);
  db.command('new')
    .description('recomeça sem dados, onde a base de dados se perdeu ou é de outra pasta; não apaga nada')
    .action(anew);
  db.command('take-over')
    .description('esta pasta fica com a base de dados para que aponta, se a dona dela já não existe')
    .action(takeOver);
  // Its name before: messages of earlier versions advise it.
  db.command('adopt', { hidden: true }).action(takeOver);
}

async function status(options: { json?: boolean }): Promise<void> {
  const config = readConfig();
  if (config.databaseUrl !== null) {
    const { host } = new URL(config.databaseUrl);
    const used = { origin: 'external', host, ...(await whichOf(config)) };
    if (options.json) return print(JSON.stringify(used));
    return print(
      `Os comandos usam a base de dados «${used.database}» de ${serverAddressOf(config.databaseUrl)}, como utilizador ${used.user} (DATABASE_URL): o servidor responde (PostgreSQL ${Math.floor(used.serverVersion / 10_000)}).`,
    );
  }
  const embedded = statusEmbedded(config.home);
  if (options.json) return print(JSON.stringify({ origin: 'embedded', ...embedded }));
  const fromVariable = config.home === defaultHome() ? 'a pasta de origem' : 'PRODPLAN_HOME';
  print(`Os comandos usam a base de dados embutida da pasta ${config.home} (${fromVariable}).`);
  const where = embedded.pid === null ? '' : ` na porta ${embedded.port} (pid ${embedded.pid})`;
  print(
    embedded.state === 'lost' && embedded.pid !== null
      ? `Os dados desapareceram, e o servidor deles ainda corre${where}: «prodplan db stop» para-o.`
      : `${stateWords[embedded.state]}${embedded.state === 'running' ? where : ''}.`,
  );
  const trouble = troubleOf(config.home);
  if (trouble !== null) return tellError(trouble);
  if (embedded.data !== null) print(`Dados em ${embedded.data}; registo em ${embedded.log}.`);
}

/** What the server says that we are connected to: an address may leave the name and the user to it. */
async function whichOf(
  config: Config,
): Promise<{ readonly database: string; readonly user: string; readonly serverVersion: number }> {
  const database = await connectDatabase(config);
  try {
    const { rows } = await database.pool.query<{ database: string; user: string }>(
      'SELECT current_database() AS database, current_user AS user',
    );
    return { ...rows[0]!, serverVersion: database.serverVersion };
  } finally {
    await database.close();
  }
}

const stateWords = {
  absent: 'Ainda não existe: o primeiro «prodplan ingest» cria-a',
  stopped: 'Parada',
  starting: 'A arrancar',
  running: 'A correr',
  stopping: 'A parar',
  lost: 'Os dados desapareceram, e não há servidor a correr',
  foreign: 'Não há nesta pasta: aponta para a de outra',
  copied: 'Parada; os ficheiros não são de confiança',
} as const;

async function anew(): Promise<void> {
  refuseExternal();
  const kept = await beginAnew(readConfig().home);
  print('O próximo comando faz uma base de dados nova, vazia.');
  if (kept !== null) tell(`O que havia ficou guardado em ${kept}; apague-o quando já não for preciso.`);
}

async function takeOver(): Promise<void> {
  refuseExternal();
  await takeOverData(readConfig().home);
  print('Esta pasta é agora a da base de dados. Confira-a com «prodplan check».');
}

function refuseExternal(): void {
  if (readConfig().databaseUrl === null) return;
  throw embeddedFailure('NOT_EMBEDDED');
}

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
