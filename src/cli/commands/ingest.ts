import { tmpdir } from 'node:os';
import type { Command } from 'commander';
import { extractsFolder } from '../../ingestion/extract/folder.js';
import { type RunRecord, readRun } from '../../ingestion/records/history.js';
import { type IngestResult, roundSeconds } from '../../ingestion/result.js';
import { ingest } from '../../ingestion/run.js';
import { type HeaderDrift, headerDrift } from '../../inspection/header-drift.js';
import { readLanguage } from '../../platform/config.js';
import { runSessions } from '../../platform/connections.js';
import { exitOf } from '../../platform/errors/kinds.js';
import type { ProdplanError } from '../../platform/errors.js';
import { parseAsOf } from '../../source/as-of.js';
import { identifyFiles } from '../../source/identify.js';
import { ingestDisplay } from '../display.js';
import { stopSignal } from '../environment.js';
import { failureToReport } from '../failure-of.js';
import { ingestReport } from '../report.js';
import { print, tellError } from '../terminal.js';
import { withDatabase } from '../with-database.js';

interface Options {
  readonly force?: boolean;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly allowMissingSheets?: boolean;
  readonly wait?: boolean;
}

export function ingestCommand(program: Command): void {
  program
    .command('ingest')
    .description('carrega um ficheiro do ERP na base de dados (load a workbook into the database)')
    .argument(
      '<ficheiro...>',
      'o .xlsx exportado do ERP, ou todos os que uma exportação tem, ou uma pasta escrita por «prodplan extract»',
    )
    .option(
      '--force',
      'carrega mesmo que o ficheiro já esteja publicado, seja mais antigo, pareça incompleto ou tenha uma folha cheia',
    )
    .option('--as-of <data>', 'o momento do ficheiro: AAAA-MM-DD (fim do dia) ou AAAA-MM-DDTHH:MM:SS')
    .option('--allow-missing-sheets', 'continua sem as folhas em falta; as tabelas delas ficam como estão')
    .option('--wait', 'espera por outra carga que esteja a decorrer')
    .option('--json', 'escreve um só objeto JSON e nada mais')
    .action(run);
}

async function run(paths: string[], options: Options): Promise<void> {
  let runId: number | null = null;
  let known: RunRecord | null = null;
  const display = await ingestDisplay({ quiet: options.json ?? false });
  try {
    const asOf = options.asOf === undefined ? null : parseAsOf(options.asOf);
    const signal = stopSignal();
    const identity = identifyFiles(paths);
    // ingest() hears of a failure; until then it must not count as unhandled.
    identity.catch(() => {});
    await withDatabase(
      async (database, config) => {
        const work = ingest({
          database,
          path: paths,
          identity,
          extractsFolder: extractsFolder(config),
          timeZone: config.timeZone,
          thresholds: config.gateThresholds,
          asOf,
          force: options.force ?? false,
          allowMissingSheets: options.allowMissingSheets ?? false,
          wait: options.wait ?? false,
          signal,
          onRun: (id) => {
            runId = id;
          },
          onProgress: display.onProgress,
        });
        const ingested = await work.catch(async (error: unknown) => {
          // What the run knew before it failed belongs to its report.
          if (runId !== null) known = await readRun(database.pool, runId).catch(() => null);
          throw error;
        });
        display.end();
        const { result, drift } = ingested;
        print(options.json ? JSON.stringify({ ...result, drift }) : await ingestReport(database, ingested));
      },
      { sessions: runSessions },
    );
  } catch (error) {
    display.end();
    const failure = await failureToReport(error);
    if (options.json) print(JSON.stringify(await failedResult(paths, runId, known, failure)));
    else tellError(failure);
    process.exitCode = exitOf(failure);
  }
}

interface FailedResult extends IngestResult {
  /** Missing, doubled, unknown and renamed sheets and columns, as `inspect` tells them. */
  readonly drift: readonly HeaderDrift[];
  readonly error: { readonly code: string; readonly message: string; readonly remedy: string };
}

async function failedResult(
  paths: readonly string[],
  runId: number | null,
  run: RunRecord | null,
  { code, kind, failure }: ProdplanError,
): Promise<FailedResult> {
  const [message, remedy] = failure.told(readLanguage());
  return {
    status: 'failed',
    run_id: runId,
    workbook_sha256: run?.workbook_sha256 ?? null,
    as_of: run?.as_of ?? null,
    as_of_origin: run?.as_of_origin ?? null,
    data_version: null,
    sheets: [],
    vanished_orders: [],
    seconds: {
      ...{ extract: 0, load: 0, merge: 0, derive: 0, stages: {} },
      total: roundSeconds(run?.lasted_seconds ?? 0),
    },
    drift: kind === 'contract' ? await headerDrift(identifyFiles(paths), tmpdir()) : [],
    error: { code, message, remedy },
  };
}
