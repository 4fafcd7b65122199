import type { BackupProgress } from '../maintenance/index.js';
import { terminalCapabilities } from '../platform/terminal-capabilities.js';
import { counted } from './numbers.js';
import { tell } from './terminal.js';

export interface BackupDisplay {
  readonly onProgress: (progress: BackupProgress) => void;
  end(): void;
}

const words: Readonly<Record<BackupProgress['kind'], string>> = {
  waiting: 'à espera de uma carga que tem as tabelas',
  copying: 'copiada',
  checking: 'conferida no ficheiro',
  restoring: 'reposta',
};

/** Tables with fewer rows are done before anybody has read their names. */
const worthALineRows = 10_000;

/** One line that changes on a terminal, a line for each large table elsewhere, nothing where it would disturb. */
export async function backupDisplay(options: { quiet: boolean }): Promise<BackupDisplay> {
  if (options.quiet) return { onProgress: () => {}, end: () => {} };
  if (!terminalCapabilities(process.stderr).redraw) return plainDisplay();
  const { createLogUpdate } = await import('log-update');
  const screen = createLogUpdate(process.stderr);
  return { onProgress: (progress) => screen(lineOf(progress)), end: () => screen.clear() };
}

function plainDisplay(): BackupDisplay {
  let last = '';
  const onProgress = (progress: BackupProgress): void => {
    if (progress.kind !== 'waiting' && progress.rows < worthALineRows) return;
    const line = lineOf(progress);
    if (line !== last) tell(line);
    last = line;
  };
  return { onProgress, end: () => {} };
}

function lineOf({ kind, table, rows }: BackupProgress): string {
  return kind === 'waiting'
    ? `  ${words.waiting} …`
    : `  ${table}: ${counted(rows, 'linha', 'linhas')}, ${words[kind]}`;
}
