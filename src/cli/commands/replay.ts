import type { Command } from 'commander';
import pc from 'picocolors';
import { type Replayed, replay } from '../../ingestion/replay.js';
import { runSessions } from '../../platform/connections.js';
import { groupDigits } from '../../platform/numbers.js';
import { ingestDisplay } from '../display.js';
import { stopSignal } from '../environment.js';
import { print } from '../terminal.js';
import { withDatabase } from '../with-database.js';
import { parseRunId } from './runs.js';

export function replayCommand(program: Command): void {
  program
    .command('replay')
    .description(
      'volta a julgar as linhas rejeitadas de uma carga, com o contrato de hoje (judge kept rejects again)',
    )
    .argument('<carga>', 'número da carga')
    .option('--wait', 'espera por outra carga que esteja a decorrer')
    .option('--json', 'em JSON')
    .action(run);
}

async function run(id: string, options: { wait?: boolean; json?: boolean }): Promise<void> {
  const signal = stopSignal();
  const display = await ingestDisplay({ quiet: options.json ?? false });
  await withDatabase(
    async (database, config) => {
      const replayed = await replay({
        database,
        run: parseRunId(id),
        wait: options.wait ?? false,
        thresholds: config.gateThresholds,
        signal,
        onProgress: display.onProgress,
      });
      const superseded = Object.fromEntries(replayed.superseded);
      display.end();
      print(options.json ? JSON.stringify({ ...replayed.result, superseded }) : describe(id, replayed));
    },
    { sessions: runSessions },
  );
}

function describe(id: string, { result, sheets, superseded }: Replayed): string {
  const judged = sheets.filter((one) => one.rows > 0);
  return [
    result.status === 'unchanged'
      ? `${pc.green('Sem alterações:')} as linhas rejeitadas da carga ${id} foram julgadas como antes. Nada foi publicado.`
      : `${pc.green('Publicado:')} carga ${result.run_id}, que voltou a julgar as linhas rejeitadas da carga ${id}. Versão dos dados ${result.data_version}.`,
    ...judged.map(
      (one) =>
        `  ${one.sheet}: ${groupDigits(one.rows)} linhas, ${groupDigits(one.inserted)} entraram, ${groupDigits(one.updated)} alteraram, ${groupDigits(one.unchanged)} já lá estavam, ${groupDigits(one.duplicates)} repetidas, ${groupDigits(one.rejected)} continuam rejeitadas`,
    ),
    ...[...superseded].map(
      ([sheet, rows]) =>
        `  ${sheet}: ${groupDigits(rows)} linhas recusadas, uma carga posterior já trouxe esta folha`,
    ),
  ].join('\n');
}
