import type { Command } from 'commander';
import { type CommandFilter, modelOption, phaseOption, questionCommand } from '../asking/question-command.js';

const periodOption: CommandFilter = {
  flags: '--period <dias>',
  name: 'period',
  help: 'dias da primeira inspeção: este-mes, 04/2023, -30..hoje; sem ele, os 90 até ao do ficheiro',
  filters: (value) => [`periodo=${value}`],
};

export function qualityCommand(program: Command): void {
  questionCommand(program, {
    command: 'quality',
    description: 'a qualidade: defeitos e rendimento à primeira, ao lado do período anterior (quality)',
    name: 'quality.overview',
    options: [periodOption, phaseOption, modelOption],
    form: { as: 'periods' },
  });
}
