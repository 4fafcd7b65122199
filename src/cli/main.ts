import { Command, CommanderError } from 'commander';
import { dbCommand } from './commands/db.js';
import { demoCommand } from './commands/demo.js';
import { extractCommand } from './commands/extract.js';
import { ingestCommand } from './commands/ingest.js';
import { migrateCommand } from './commands/migrate.js';
import { rejectsCommand } from './commands/rejects.js';
import { runsCommand } from './commands/runs.js';
import { sampleCommand } from './commands/sample.js';
import { exitCodeOf } from './exit-codes.js';
import { tellError } from './terminal.js';

const program = new Command('prodplan')
  .description('Do Excel do ERP a uma base de dados em que se pode confiar, em segundos.')
  .exitOverride()
  .showHelpAfterError();

for (const add of [
  demoCommand,
  sampleCommand,
  ingestCommand,
  extractCommand,
  migrateCommand,
  runsCommand,
  rejectsCommand,
  dbCommand,
])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    tellError(error);
    process.exitCode = exitCodeOf(error);
  }
}
