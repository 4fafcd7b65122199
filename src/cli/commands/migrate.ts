import type { Command } from 'commander';
import { readConfig } from '../../platform/config.js';
import { connectDatabase, type Database } from '../../platform/database.js';
import { commandFailure } from '../../platform/errors/command.js';
import { migrateDown, migrateUp, migrationStatus } from '../../platform/migrate.js';
import { told } from '../moments.js';
import { print, textTable } from '../terminal.js';

export function migrateCommand(program: Command): void {
  const migrate = program
    .command('migrate')
    .description('cria e atualiza as tabelas (create and upgrade the tables)');
  migrate
    .command('up', { isDefault: true })
    .description('aplica o que falta')
    .action(() => onDatabase(up));
  migrate
    .command('down')
    .description('desfaz as últimas migrações; os dados delas perdem-se')
    .option('--count <n>', 'quantas', '1')
    .option('--yes', 'confirma que os dados dessas tabelas se podem perder')
    .action((options: { count: string; yes?: boolean }) => onDatabase((database) => down(database, options)));
  migrate
    .command('status')
    .description('mostra o que está aplicado')
    .option('--json', 'em JSON')
    .action((options: { json?: boolean }) => onDatabase((database) => status(database, options)));
}

/** Without `ensureMigrated`: here the tables may be anything. */
async function onDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await connectDatabase(readConfig());
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

async function up(database: Database): Promise<void> {
  const names = await migrateUp(database);
  print(names.length === 0 ? 'As tabelas já estavam atualizadas.' : `Aplicadas: ${names.join(', ')}.`);
}

async function down(database: Database, options: { count: string; yes?: boolean }): Promise<void> {
  const count = Number(options.count);
  if (!Number.isInteger(count) || count < 1) {
    throw commandFailure('BAD_COUNT', { text: options.count });
  }
  if (options.yes !== true) {
    throw commandFailure('NOT_CONFIRMED');
  }
  const names = await migrateDown(database, count);
  print(names.length === 0 ? 'Não havia nada para desfazer.' : `Desfeitas: ${names.join(', ')}.`);
}

async function status(database: Database, options: { json?: boolean }): Promise<void> {
  const states = await migrationStatus(database);
  if (options.json) return print(JSON.stringify(states));
  const rows = states.map((state) => [
    state.name,
    state.appliedAt === null ? 'por aplicar' : told(state.appliedAt),
  ]);
  print(textTable(['migração', 'aplicada em'], rows, ['left', 'left']));
}
