import type { Command } from 'commander';
import pc from 'picocolors';
import { hasChanged } from '../../ingestion/records/sheet-runs.js';
import { rollback } from '../../ingestion/rollback.js';
import type { Ingested } from '../../ingestion/run.js';
import { runSessions } from '../../platform/connections.js';
import { ingestDisplay } from '../display.js';
import { stopSignal } from '../environment.js';
import { rowChangesText } from '../numbers.js';
import { asOfText } from '../report.js';
import { print } from '../terminal.js';
import { withDatabase } from '../with-database.js';
import { parseRunId } from './runs.js';

export function rollbackCommand(program: Command): void {
  program
    .command('rollback')
    .description('publica de novo o estado de uma carga anterior (publish an earlier state again)')
    .option('--to <carga>', 'número dessa carga; sem ele, a anterior à publicada')
    .option('--wait', 'espera por outra carga que esteja a decorrer')
    .option('--json', 'em JSON')
    .action(run);
}

async function run(options: { to?: string; wait?: boolean; json?: boolean }): Promise<void> {
  const to = options.to === undefined ? null : parseRunId(options.to);
  const signal = stopSignal();
  const display = await ingestDisplay({ quiet: options.json ?? false });
  await withDatabase(
    async (database, config) => {
      const done = await rollback({
        database,
        to,
        wait: options.wait ?? false,
        thresholds: config.gateThresholds,
        signal,
        onProgress: display.onProgress,
      });
      display.end();
      print(options.json ? JSON.stringify(done.result) : describe(done));
    },
    { sessions: runSessions },
  );
}

function describe({ result, sheets }: Ingested): string {
  const changed = sheets.filter(hasChanged);
  return [
    `${pc.green('Publicado:')} carga ${result.run_id}, ${asOfText(result.as_of, result.as_of_origin)}, versão dos dados ${result.data_version}.`,
    ...(changed.length === 0 ? ['  Nada mudou.'] : []),
    ...changed.map((one) => `  ${one.sheet}: ${rowChangesText(one)}`),
    '  Para desfazer: prodplan rollback',
  ].join('\n');
}
