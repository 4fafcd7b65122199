import type { Command } from 'commander';
import { extractWorkbook } from '../../ingestion/extract/extract-workbook.js';
import { groupDigits } from '../../platform/numbers.js';
import { identifyFiles } from '../../source/identify.js';
import { ingestDisplay } from '../display.js';
import { makeOutFolder, stopSignal } from '../environment.js';
import { print, secondsText, textTable } from '../terminal.js';

interface Options {
  readonly out: string;
  readonly allowMissingSheets?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

export function extractCommand(program: Command): void {
  program
    .command('extract')
    .description('escreve cada folha num CSV.gz, com somas SHA-256 e um manifesto (no database needed)')
    .argument('<ficheiro...>', 'o .xlsx exportado do ERP, ou todos os que uma exportação tem')
    .requiredOption('--out <pasta>', 'onde escrever; é criada se não existir')
    .option('--allow-missing-sheets', 'continua sem as folhas em falta')
    .option('--force', 'escreve mesmo que uma folha esteja cheia e pareça cortada')
    .option('--json', 'escreve o manifesto em JSON e nada mais')
    .action(run);
}

async function run(paths: string[], options: Options): Promise<void> {
  const started = performance.now();
  const display = await ingestDisplay({ quiet: options.json ?? false });
  makeOutFolder(options.out);
  const identity = await identifyFiles(paths);
  const source = await identity.open({
    allowMissingSheets: options.allowMissingSheets ?? false,
    scratch: options.out,
  });
  try {
    const extracted = await extractWorkbook({
      source,
      workbookSha256: identity.workbookSha256,
      folder: options.out,
      allowCutSheets: options.force,
      signal: stopSignal(),
      onProgress: ({ sheet, rows, done }) => {
        if (done) display.onProgress({ kind: 'rows', sheet: sheet.sheet, rows, done });
      },
    });
    display.end();
    const { manifest } = extracted;
    if (options.json) return print(JSON.stringify(manifest));
    const rows = manifest.sheets.map((one) => [
      one.sheet,
      groupDigits(one.rows),
      groupDigits(one.csv_bytes),
      groupDigits(one.gzip_bytes),
      one.sha256.slice(0, 16),
      Object.entries(one.defects)
        .map(([code, count]) => `${code} ${count}`)
        .join(', '),
    ]);
    print(
      textTable(
        ['folha', 'linhas', 'CSV (bytes)', 'CSV.gz (bytes)', 'SHA-256', 'células fora do contrato'],
        rows,
        ['left', 'right', 'right', 'right'],
      ),
    );
    print(
      `\nManifesto e ficheiros em ${options.out}, em ${secondsText((performance.now() - started) / 1000)}.`,
    );
  } finally {
    await source.close();
  }
}
