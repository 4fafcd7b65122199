import type { Command } from 'commander';
import { answerQuestion } from '../asking/question.js';
import { withOutput } from '../asking/question-command.js';
import type { OutputOptions } from '../asking/write-table.js';

export function orderCommand(program: Command): void {
  const command = program
    .command('order')
    .description('uma ordem de fabrico: o que o ficheiro diz dela, ou as suas fases (one order)')
    .argument('<ordem>', 'número da ordem de fabrico')
    .option('--phases', 'as fases da ordem, em vez da ordem');
  withOutput(command).action(run);
}

async function run(
  of_id: string,
  { phases, ...options }: OutputOptions & { phases?: boolean },
): Promise<void> {
  const asked = { filters: [], params: { of_id }, options };
  if (phases !== true)
    return await answerQuestion({ ...asked, name: 'prodplan.order', form: { as: 'list' } });
  const columns = {
    ...{ position: 6, fase_nome: 1, status: 2, started_at: 3, ended_at: 4, duration_hours: 5 },
    ...{ waiting_hours: 7, is_rework: 8, errors_found: 9, errors_caused: 10, weight_kg: 11 },
  };
  await answerQuestion({ ...asked, name: 'prodplan.order_phases', form: { as: 'rows', columns } });
}
