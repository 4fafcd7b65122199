import { Command, CommanderError } from 'commander';
import { exitOf, kinds } from '../platform/errors/kinds.js';
import { commands, withoutHome } from './commands/index.js';
import { enterHome } from './enter-home.js';
import { failureToReport } from './failure-of.js';
import { tell, tellError } from './terminal.js';
import { programVersion } from './version.js';

// The reader of our output may close it early, or its disk may be full: the work of the command goes on all the same,
// and the exit code tells of that work alone.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && stream === process.stdout)
      tell(`Não se conseguiu escrever o resultado: ${error.message}.`);
  });
}

const program = new Command('prodplan')
  .description('Do Excel do ERP a uma base de dados em que se pode confiar, em segundos.')
  .version(programVersion)
  .exitOverride()
  .showHelpAfterError();

program.hook('preAction', () => {
  if (!withoutHome.has(process.argv[2] ?? '')) enterHome();
});

const named = commands[process.argv[2] ?? ''];
for (const load of named === undefined ? Object.values(commands) : [named]) (await load())(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : kinds.usage.exit;
  } else {
    const failure = await failureToReport(error);
    tellError(failure);
    process.exitCode = exitOf(failure);
  }
}
