import type { Command } from 'commander';
import {
  type CommandFilter,
  dueOption,
  modelOption,
  phaseOption,
  questionCommand,
} from '../asking/question-command.js';

/** A boat that was late when it was finished is none that anybody can still hurry. */
const lateOption: CommandFilter = {
  flags: '--late',
  name: 'late',
  help: 'só as atrasadas; sem estado=..., só as que estão por entregar',
  filters: (_, given) => ['situacao=atrasada', ...(given.some(isState) ? [] : ['estado=por-entregar'])],
};

function isState(word: string): boolean {
  return /^(estado|state)=/i.test(word);
}

export function ordersCommand(program: Command): void {
  questionCommand(program, {
    command: 'orders',
    description: 'as ordens de fabrico: quais, onde estão, para quando (orders, with filters)',
    name: 'prodplan.orders',
    shownRows: 20,
    options: [dueOption, lateOption, phaseOption, modelOption],
    form: {
      as: 'rows',
      columns: {
        ...{ of_id: 1, produto_nome: 2, familia: 10, fase_nome: 4, state: 5, due_day: 3, due_status: 6 },
        ...{ due_slips: 11, age_days: 7, phase_since: 8, errors: 9, severe_errors: 12 },
      },
    },
  });
}
