import type { Command } from 'commander';
import { dueOption, modelOption, phaseOption, questionCommand } from '../asking/question-command.js';

export function shipmentsCommand(program: Command): void {
  questionCommand(program, {
    command: 'shipments',
    description: 'as expedições: barcos por dia previsto, prontos, em risco, atrasados (shipments by day)',
    name: 'prodplan.shipments',
    // The period of this question is that of the day of shipping.
    periodIs: 'prazo',
    options: [dueOption, phaseOption, modelOption],
    form: {
      as: 'rows',
      columns: {
        ...{ day: 1, orders: 2, awaiting_shipping: 3, in_progress: 6, created: 9, at_risk: 4, late: 5 },
        ...{ expected: 7, expected_low: 10, expected_high: 11, without_forecast: 8, slipped: 12, trucks: 13 },
      },
    },
  });
}
