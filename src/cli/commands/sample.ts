import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { commandFailure } from '../../platform/errors/command.js';
import { groupDigits } from '../../platform/numbers.js';
import {
  formatFigures,
  formatRatios,
  type SampleOptions,
  sampleDefaults,
  writeSample,
} from '../../sample/index.js';
import { makeOutFolder } from '../environment.js';
import { counted, positiveNumber } from '../numbers.js';
import { print, secondsText, tell } from '../terminal.js';

export interface SampleFlags {
  readonly orders: number;
  readonly seed: number;
  readonly asOf: string;
}

/** The options that the generator has, for every command that makes a workbook. */
export function addSampleOptions(command: Command): Command {
  return command
    .option(
      '--orders <n>',
      'quantas ordens de fabrico (27380: o tamanho da fábrica)',
      positiveNumber,
      sampleDefaults.orders,
    )
    .option(
      '--seed <n>',
      'a semente: a mesma dá sempre o mesmo ficheiro',
      positiveNumber,
      sampleDefaults.seed,
    )
    .option('--as-of <data>', 'o momento do ficheiro', sampleDefaults.asOf);
}

export function sampleOptions(flags: SampleFlags): SampleOptions {
  return { orders: flags.orders, seed: flags.seed, asOf: flags.asOf };
}

export function sampleCommand(program: Command): void {
  const command = program
    .command('sample')
    .description('escreve um ficheiro de demonstração, com dados inventados (make a demonstration workbook)')
    .argument('<ficheiro.xlsx>', 'onde escrever');
  addSampleOptions(command).action(run);
}

async function run(path: string, flags: SampleFlags): Promise<void> {
  const started = performance.now();
  makeOutFolder(dirname(path));
  mustBeFile(path);
  const summary = await writeSample(path, sampleOptions(flags), ({ sheet, rows }) =>
    tell(`  ${sheet}: ${counted(rows, 'linha', 'linhas')}`),
  );
  print(formatRatios(summary));
  print(`\n${formatFigures([{ label: 'exemplo', figures: summary.figures }])}`);
  print(
    `\n${path}: ${groupDigits(summary.bytes)} bytes, em ${secondsText((performance.now() - started) / 1000)}.`,
  );
}

/** A folder, a device or a pipe is not to be written over. */
function mustBeFile(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== false) return;
  throw commandFailure('BAD_OUT', { path, reason: null });
}
