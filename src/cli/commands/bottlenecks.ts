import type { Command } from 'commander';
import { modelOption, phaseOption, questionCommand } from '../asking/question-command.js';

export function bottlenecksCommand(program: Command): void {
  questionCommand(program, {
    command: 'bottlenecks',
    description: 'o que trava: barcos parados e dias para escoar, fase a fase (bottlenecks)',
    name: 'prodplan.bottlenecks',
    options: [phaseOption, modelOption],
    form: {
      as: 'rows',
      columns: {
        ...{ fase_nome: 1, line: 8, orders: 2, zombies: 10, days_to_clear: 3, days_to_clear_low: 4 },
        ...{ days_to_clear_high: 5, throughput_per_day: 6, trend: 7, utilisation: 9, relative_pace: 11 },
      },
      // The question tells every phase; where nobody stands there is nothing to wait for.
      wanted: ({ orders }) => orders !== 0,
    },
  });
}
