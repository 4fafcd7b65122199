import { resolve } from 'node:path';
import type { Command } from 'commander';
import { roundSeconds } from '../../ingestion/result.js';
import { type BackupResult, writeBackup } from '../../maintenance/index.js';
import { type Config, readConfig } from '../../platform/config.js';
import { connectDatabase } from '../../platform/database.js';
import { backupFailure } from '../../platform/errors/backup.js';
import { decimalText, groupDigits } from '../../platform/numbers.js';
import { statusEmbedded } from '../../platform/postgres/embedded.js';
import { backupDisplay } from '../backup-display.js';
import { stopSignal } from '../environment.js';
import { print, secondsText, tell } from '../terminal.js';
import { programVersion } from '../version.js';

interface Options {
  readonly overwrite?: boolean;
  readonly json?: boolean;
}

export function backupCommand(program: Command): void {
  program
    .command('backup')
    .description('guarda a base de dados num só ficheiro, também enquanto é usada (back up the database)')
    .argument('<ficheiro>', 'onde escrever; tem nomes de pessoas, e só o seu dono o pode ler')
    .option('--overwrite', 'substitui o ficheiro, se já existir')
    .option('--json', 'escreve um só objeto JSON e nada mais')
    .action(run);
}

/** The tables stay as they are, of whatever version: a backup comes before an upgrade. */
async function run(file: string, options: Options): Promise<void> {
  const began = performance.now();
  const config = readConfig();
  refuseAbsent(config);
  const signal = stopSignal();
  const display = await backupDisplay({ quiet: options.json ?? false });
  const database = await connectDatabase(config, { readOnly: true });
  try {
    const result = await writeBackup({
      database,
      file,
      signal,
      overwrite: options.overwrite ?? false,
      version: programVersion,
      onProgress: display.onProgress,
    });
    display.end();
    report(resolve(file), result, (performance.now() - began) / 1000, options);
  } finally {
    display.end();
    await database.close();
  }
}

/** A database must not be created only to find that it holds nothing to back up. */
function refuseAbsent({ home, databaseUrl }: Config): void {
  if (databaseUrl !== null || statusEmbedded(home).state !== 'absent') return;
  throw backupFailure('NOTHING_TO_BACK_UP', { home });
}

function report(file: string, result: BackupResult, seconds: number, { json }: Options): void {
  const { manifest, bytes, foreign } = result;
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  if (json) {
    const { tables, migrations, published } = manifest;
    return print(
      JSON.stringify({
        file,
        bytes,
        tables: tables.length,
        rows,
        published,
        migration: migrations.at(-1),
        foreign_tables: foreign,
        seconds: roundSeconds(seconds),
      }),
    );
  }
  const megabytes = decimalText(bytes / 1e6, 1);
  print(
    `${file}: ${megabytes} MB, ${manifest.tables.length} tabelas, ${groupDigits(rows)} linhas, lido de novo e conferido, em ${secondsText(seconds)}.`,
  );
  if (manifest.published === null) print('Ainda não havia nada publicado.');
  else
    print(
      `Estado publicado: carga ${manifest.published.run_id}, momento ${manifest.published.as_of?.replace('T', ' ') ?? '—'}.`,
    );
  if (foreign.length > 0) tell(`Não são do Prodplan, e não foram guardadas: ${foreign.join(', ')}.`);
  tell('Tem nomes de pessoas: guarde-o fechado. Para repor: npx prodplan restore FICHEIRO');
}
