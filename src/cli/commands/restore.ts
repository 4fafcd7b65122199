import type { Command } from 'commander';
import { type CheckReport, check } from '../../evidence/check/check.js';
import { checkThresholds } from '../../evidence/index.js';
import { roundSeconds } from '../../ingestion/result.js';
import { restoreBackup, verifyBackup } from '../../maintenance/index.js';
import { readConfig } from '../../platform/config.js';
import { connectDatabase } from '../../platform/database.js';
import { exitOf } from '../../platform/errors/kinds.js';
import { groupDigits } from '../../platform/numbers.js';
import { mustBeOwner } from '../../platform/rights.js';
import { backupDisplay } from '../backup-display.js';
import { stopSignal } from '../environment.js';
import { print, secondsText, tellError } from '../terminal.js';
import { reasonOfBlocked } from './check.js';

interface Options {
  readonly json?: boolean;
}

export function restoreCommand(program: Command): void {
  program
    .command('restore')
    .description('repõe uma cópia de segurança numa base de dados vazia (restore a backup)')
    .argument('<ficheiro>', 'escrito por «prodplan backup»')
    .option('--json', 'escreve um só objeto JSON e nada mais')
    .action(run);
}

/** The whole file is checked before a database is touched, or made. */
async function run(file: string, options: Options): Promise<void> {
  const began = performance.now();
  const config = readConfig();
  checkThresholds(config.gateThresholds);
  const signal = stopSignal();
  const display = await backupDisplay({ quiet: options.json ?? false });
  try {
    const manifest = await verifyBackup({ file, signal, onProgress: display.onProgress });
    const database = await connectDatabase(config);
    try {
      if (database.origin === 'external') await mustBeOwner(database.pool);
      await restoreBackup({ database, file, signal, onProgress: display.onProgress });
      const report = await check(database.pool, config.gateThresholds);
      display.end();
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      const seconds = (performance.now() - began) / 1000;
      const { made_at, published, tables } = manifest;
      if (options.json) {
        const summary = { made_at, published, tables: tables.length, rows, check: report.status };
        print(JSON.stringify({ ...summary, seconds: roundSeconds(seconds) }));
      } else
        print(
          `Reposta a cópia de ${made_at}: ${tables.length} tabelas, ${groupDigits(rows)} linhas, em ${secondsText(seconds)}.`,
        );
      tellCheck(report, options);
    } finally {
      await database.close();
    }
  } finally {
    display.end();
  }
}

function tellCheck(report: CheckReport, { json }: Options): void {
  if (report.status === 'blocked') {
    const error = reasonOfBlocked(report);
    if (!json) tellError(error);
    process.exitCode = exitOf(error);
  } else if (!json)
    print(
      report.status === 'empty'
        ? 'Nela ainda não havia nada publicado.'
        : `Conferida: é a carga ${report.run_id}, momento ${report.as_of?.replace('T', ' ')}.`,
    );
}
