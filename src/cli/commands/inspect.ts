import type { Command } from 'commander';
import { type Inspection, inspectFile, writeReports } from '../../inspection/index.js';
import { readConfig } from '../../platform/config.js';
import { groupDigits } from '../../platform/numbers.js';
import { parseAsOf } from '../../source/as-of.js';
import { ingestDisplay } from '../display.js';
import { makeOutFolder, stopSignal } from '../environment.js';
import { asOfText } from '../report.js';
import { print, secondsText, textTable } from '../terminal.js';

interface Options {
  readonly out: string;
  readonly asOf?: string;
  readonly json?: boolean;
}

export function inspectCommand(program: Command): void {
  program
    .command('inspect')
    .description(
      'descreve um ficheiro: dicionário de dados, perfil, relações e relatório (no database needed)',
    )
    .argument('<ficheiro...>', 'o .xlsx exportado do ERP, ou todos os que uma exportação tem')
    .requiredOption('--out <pasta>', 'onde escrever; é criada se não existir')
    .option('--as-of <data>', 'o momento do ficheiro: AAAA-MM-DD (fim do dia) ou AAAA-MM-DDTHH:MM:SS')
    .option('--json', 'escreve o perfil e as relações num só objeto JSON e nada mais')
    .action(run);
}

async function run(paths: string[], options: Options): Promise<void> {
  const started = performance.now();
  const asOf = options.asOf === undefined ? null : parseAsOf(options.asOf);
  makeOutFolder(options.out);
  const display = await ingestDisplay({ quiet: options.json ?? false });
  const inspection = await inspectFile(paths, {
    asOf,
    scratch: options.out,
    timeZone: readConfig().timeZone,
    signal: stopSignal(),
    onProgress: ({ sheet, rows, done }) => {
      if (done) display.onProgress({ kind: 'rows', sheet: sheet.sheet, rows, done });
    },
  }).finally(() => display.end());
  const files = await writeReports(inspection, options.out);
  if (options.json) return print(JSON.stringify(inspection));
  print(summary(inspection));
  const seconds = secondsText((performance.now() - started) / 1000);
  print(`\n${files.join(', ')} em ${options.out}, em ${seconds}.`);
}

function summary({ profile, relationships }: Inspection): string {
  const rows = profile.sheets.map(({ sheet, rows: count, columns }) => [
    sheet,
    groupDigits(count),
    groupDigits(columns.length),
    groupDigits(
      columns.reduce((sum, column) => sum + column.breaks.reduce((all, one) => all + one.rows, 0), 0),
    ),
    groupDigits(
      relationships.references
        .filter((one) => one.from.sheet === sheet)
        .reduce((sum, one) => sum + (one.counts?.orphan_rows ?? 0), 0),
    ),
    groupDigits(profile.drift.filter((one) => one.sheet === sheet).length),
  ]);
  return [
    textTable(
      ['folha', 'linhas', 'colunas', 'células fora do contrato', 'referências órfãs', 'diferenças'],
      rows,
      ['left', 'right', 'right', 'right', 'right', 'right'],
    ),
    '',
    `${asOfText(profile.as_of, profile.as_of_origin)}; ${groupDigits(profile.drift.length)} ${profile.drift.length === 1 ? 'diferença' : 'diferenças'} do contrato.`,
  ].join('\n');
}
