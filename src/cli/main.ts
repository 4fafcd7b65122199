import { Command, CommanderError } from 'commander';
import { extractCommand } from './commands/extract.js';
import { ingestCommand } from './commands/ingest.js';
import { exitCodeOf } from './exit-codes.js';
import { tellError } from './terminal.js';

const program = new Command('prodplan')
  .description('Do Excel do ERP a uma base de dados em que se pode confiar, em segundos.')
  .exitOverride()
  .showHelpAfterError();

for (const add of [ingestCommand, extractCommand]) add(program);

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
