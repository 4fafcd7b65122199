import type { Command } from 'commander';
import { type AskedQuestion, answerQuestion } from './question.js';
import type { OutputOptions } from './write-table.js';

/** An option that is a filter by another way: `--due sexta` is `prazo=sexta`. */
export interface CommandFilter {
  readonly flags: string;
  readonly name: string;
  readonly help: string;
  /** The filters that it stands for; `given` are the words that were typed. */
  filters(value: string, given: readonly string[]): readonly string[];
}

interface QuestionCommand extends Pick<AskedQuestion, 'name' | 'form' | 'periodIs' | 'shownRows'> {
  readonly command: string;
  readonly description: string;
  readonly options: readonly CommandFilter[];
}

type Given = OutputOptions & Readonly<Record<string, unknown>>;

/** A command that asks a question of the API, with its filters. */
export function questionCommand(program: Command, question: QuestionCommand): void {
  const { command, description, options, ...rest } = question;
  const added = program
    .command(command)
    .description(description)
    .argument('[filtros...]', 'como familia=k1 prazo=30/04/2023 fase=laminagem');
  for (const { flags, help } of options) added.option(flags, help);
  withOutput(added).action(async (words: string[], given: Given) => {
    const filters = options.flatMap((one) => {
      const value = given[one.name];
      return value === undefined ? [] : one.filters(String(value), words);
    });
    await answerQuestion({ ...rest, filters: [...filters, ...words], options: given });
  });
}

export function withOutput(command: Command): Command {
  return command
    .option('--json', 'em JSON, como a API responde')
    .option('--csv', 'todas as linhas em CSV, no ecrã ou para outro programa')
    .option('--xlsx <ficheiro>', 'todas as linhas num ficheiro de Excel, com legenda e origem');
}

export const phaseOption: CommandFilter = {
  ...{ flags: '--phase <fase>', name: 'phase', help: 'fase, pelo nome ou pelo número: laminagem' },
  filters: (value) => [`fase=${value}`],
};

export const modelOption: CommandFilter = {
  ...{ flags: '--model <modelo>', name: 'model', help: 'família (k1) ou modelo, pelo nome ou pelo número' },
  filters: (value) => [`modelo=${value}`],
};

export const dueOption: CommandFilter = {
  flags: '--due <dias>',
  name: 'due',
  help: 'dia de expedição previsto: sexta, hoje..+7, 30/04/2023; conta-se do dia do ficheiro',
  filters: (value) => [`prazo=${value}`],
};
