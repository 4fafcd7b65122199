import pc from 'picocolors';
import type { OnProgress, Progress, Stage } from '../ingestion/progress.js';
import { groupDigits } from '../platform/numbers.js';
import { terminalCapabilities } from '../platform/terminal-capabilities.js';
import { counted } from './numbers.js';
import { tell } from './terminal.js';

export const stageNames: Readonly<Record<Stage, string>> = {
  open: 'abrir o ficheiro',
  extract: 'extrair e carregar',
  merge: 'fundir com a base de dados',
  derive: 'calcular colunas derivadas',
  reconcile: 'conferir as contagens',
  check: 'medir o que os dados suportam',
  aggregate: 'preparar as respostas',
  publish: 'publicar',
};

export interface Display {
  readonly onProgress: OnProgress;
  /** Leaves what is shown on the screen. */
  end(): void;
}

/** Live lines per sheet on a terminal, plain lines elsewhere, nothing where it would disturb. */
export async function ingestDisplay(options: { quiet: boolean }): Promise<Display> {
  if (options.quiet) return { onProgress: () => {}, end: () => {} };
  return terminalCapabilities(process.stderr).redraw ? await liveDisplay() : plainDisplay();
}

function plainDisplay(): Display {
  const started = new Map<string, number>();
  const onProgress = (progress: Progress): void => {
    if (progress.kind === 'stage') tell(`[carga ${progress.runId}] ${stageNames[progress.stage]}`);
    if (progress.kind === 'rows') tell(`  ${rowsLine(progress, started)}`);
    if (progress.kind === 'warning') tell(progress.message);
    if (progress.kind === 'merged')
      tell(`  ${progress.sheet}: ${progress.skipped ? 'sem alterações, ignorada' : 'fundida'}`);
  };
  return { onProgress, end: () => {} };
}

function rowsLine(progress: Extract<Progress, { kind: 'rows' }>, started: Map<string, number>): string {
  if (!started.has(progress.sheet)) started.set(progress.sheet, performance.now());
  const seconds = (performance.now() - started.get(progress.sheet)!) / 1000;
  const rate =
    seconds > 0.05 && progress.rows > 0
      ? `, ${groupDigits(Math.round(progress.rows / seconds))} linhas/s`
      : '';
  return `${progress.sheet}: ${counted(progress.rows, 'linha', 'linhas')}${rate}${progress.done ? ', lida' : ''}`;
}

async function liveDisplay(): Promise<Display> {
  const { createLogUpdate } = await import('log-update');
  const screen = createLogUpdate(process.stderr);
  const started = new Map<string, number>();
  const sheets = new Map<string, string>();
  let head = '';
  const onProgress = (progress: Progress): void => {
    if (progress.kind === 'stage')
      head = `${pc.cyan('●')} carga ${progress.runId}: ${pc.bold(stageNames[progress.stage])}`;
    if (progress.kind === 'rows')
      sheets.set(
        progress.sheet,
        `${progress.done ? pc.green('✔') : pc.cyan('…')} ${rowsLine(progress, started)}`,
      );
    if (progress.kind === 'merged') {
      sheets.set(
        progress.sheet,
        `${pc.green('✔')} ${progress.sheet}: ${progress.skipped ? 'sem alterações, ignorada' : 'fundida'}`,
      );
    }
    if (progress.kind === 'warning') sheets.set(progress.message, `${pc.yellow('!')} ${progress.message}`);
    screen([head, ...[...sheets.values()].map((line) => `  ${line}`)].join('\n'));
  };
  return { onProgress, end: () => screen.done() };
}
