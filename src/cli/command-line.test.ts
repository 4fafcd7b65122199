import { Command, type CommanderError } from 'commander';
import { expect, it } from 'vitest';
import { commandLineFailure } from './command-line.js';
import { commands } from './commands/index.js';
import { portNumber, positiveNumber } from './numbers.js';

/** The parser with every command of the program, which do nothing here. */
async function parse(...words: string[]): Promise<CommanderError> {
  const program = new Command('prodplan').exitOverride();
  program.configureOutput({ outputError: () => {}, writeErr: () => {}, writeOut: () => {} });
  program.hook('preAction', () => {
    throw new Error('the command line was taken');
  });
  for (const load of Object.values(commands)) (await load())(program);
  return await program.parseAsync(['node', 'prodplan', ...words]).catch((error) => error);
}

it.each([
  [['ingst', 'x.xlsx'], null, /^Não existe o comando «ingst»\.$/, /^Será ingest\? Veja «prodplan --help»\.$/],
  [
    ['runs', '--jsn'],
    'runs',
    /^Não existe a opção --jsn\.$/,
    /^Será --json\? Veja «prodplan runs --help»\.$/,
  ],
  [['runs', '--zzzzzz'], 'runs', /^Não existe a opção --zzzzzz\.$/, /^Veja «prodplan runs --help»\.$/],
  [['ingest'], 'ingest', /^Falta o argumento «.+»\.$/, /ingest --help/],
  [['extract', 'x.xlsx'], 'extract', /^Falta a opção --out <pasta>\.$/, /extract --help/],
  [['serve', '--port'], 'serve', /^A opção --port <.+> precisa de um valor\.$/, /serve --help/],
  [['check', 'a', 'b', 'c'], 'check', /^O comando tem argumentos a mais\.$/, /check --help/],
])('%j has a code, a sentence and a remedy', async (words, command, what, remedy) => {
  const failure = commandLineFailure(await parse(...words), command)!;
  expect(failure).toMatchObject({ code: 'BAD_COMMAND_LINE', kind: 'usage' });
  const [told, toDo] = failure.failure.told('pt');
  expect(told).toMatch(what);
  expect(toDo).toMatch(remedy);
});

it('help is no failure, nor is a command line that is taken', async () => {
  expect(commandLineFailure(await parse('runs', '--help'), 'runs')).toBeNull();
  expect(commandLineFailure(await parse(), null)).toBeNull();
  expect((await parse('runs')).message).toBe('the command line was taken');
});

it('numbers that do not serve are told with what does', () => {
  expect([positiveNumber('3'), portNumber('0')]).toEqual([3, 0]);
  for (const text of ['0', '-1', '1.5', 'x', ''])
    expect(() => positiveNumber(text)).toThrow(expect.objectContaining({ code: 'BAD_NUMBER' }));
  for (const text of ['65536', '-1', ' ', 'x'])
    expect(() => portNumber(text)).toThrow(expect.objectContaining({ code: 'BAD_NUMBER' }));
});
