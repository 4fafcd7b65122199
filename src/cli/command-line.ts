import type { CommanderError } from 'commander';
import { type BadCommandLine, commandFailure } from '../platform/errors/command.js';
import type { ProdplanError } from '../platform/errors.js';

const wrongs: Readonly<Record<string, BadCommandLine['wrong']>> = {
  'commander.unknownCommand': 'unknown_command',
  'commander.unknownOption': 'unknown_option',
  'commander.missingArgument': 'missing_argument',
  'commander.missingMandatoryOptionValue': 'missing_option',
  'commander.optionMissingArgument': 'missing_value',
  'commander.excessArguments': 'too_many_arguments',
};

/**
 * What the parser found wrong with a command line, as a failure of ours; null where it found nothing wrong and only
 * showed its help. `command` is the one that was meant, null if there is no such one.
 */
export function commandLineFailure(
  { code, message }: Pick<CommanderError, 'code' | 'message'>,
  command: string | null,
): ProdplanError | null {
  const wrong = wrongs[code];
  if (wrong === undefined) return null;
  const what = /'([^']+)'/.exec(message)?.[1] ?? '';
  const like = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1] ?? null;
  return commandFailure('BAD_COMMAND_LINE', { wrong: { wrong, what, like } as BadCommandLine, command });
}
