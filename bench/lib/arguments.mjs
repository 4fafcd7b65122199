import { parseArgs } from 'node:util';

/**
 * Reads a benchmark's command line: what `make` gives for the parsed values, and the command as a report shows it.
 * Says what is wrong, or the help that was asked for, and ends the process.
 */
export function readArguments({ argv, command, help, options, make }) {
  try {
    const { values } = parseArgs({
      args: argv,
      options: { ...options, help: { type: 'boolean', default: false } },
    });
    if (values.help) {
      console.log(help);
      process.exit(0);
    }
    return { ...make(values), command: [command, ...shownArguments(argv)].join(' ') };
  } catch (error) {
    console.error(`${error.message}\n\n${help}`);
    process.exit(2);
  }
}

export function list(text) {
  return text?.split(',').map((one) => one.trim()) ?? null;
}

export function whole(text, least, most) {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${text} is not a whole number from ${least} to ${most}`);
}

/** The folders of one machine are nobody else's business. */
function shownArguments(argv) {
  if (argv.length === 0) return [];
  return ['--', ...argv.map((one) => (one.includes('/') ? one.replace(/[^=]*\/.*/, '<path>') : one))];
}
