import { Command, CommanderError } from 'commander';
import { unknownSettings } from '../platform/config.js';
import { exitOf, kinds } from '../platform/errors/kinds.js';
import { commandLineFailure } from './command-line.js';
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
  // What it finds wrong is told as every other failure is.
  .configureOutput({ outputError: () => {} });

program.hook('preAction', () => {
  tellUnknownSettings();
  if (!withoutHome.has(process.argv[2] ?? '')) enterHome();
});

/** On its own a variable that nobody reads is no failure: a file of settings may be of a newer version. */
function tellUnknownSettings(): void {
  for (const { name, like } of unknownSettings())
    tell(
      `Atenção: ${name} não é uma variável do Prodplan e não conta.${like === null ? '' : ` Será ${like}?`}`,
    );
}

const named = commands[process.argv[2] ?? ''];
for (const load of named === undefined ? Object.values(commands) : [named]) (await load())(program);

try {
  await program.parseAsync();
} catch (error) {
  const isParsers = error instanceof CommanderError;
  const failure = isParsers
    ? commandLineFailure(error, named === undefined ? null : process.argv[2]!)
    : await failureToReport(error);
  if (failure !== null) tellError(failure);
  // Help that was asked for is a success; help in place of a command that is missing is none.
  const helpExit = isParsers && error.exitCode === 0 ? 0 : kinds.usage.exit;
  process.exitCode = failure === null ? helpExit : exitOf(failure);
}
