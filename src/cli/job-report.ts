import pc from 'picocolors';
import {
  declaredJobs,
  type IngestProgress,
  type JobName,
  type JobRecord,
  type ScheduleRecord,
} from '../jobs/index.js';
import { groupDigits } from '../platform/numbers.js';
import { stageNames } from './display.js';
import { told } from './moments.js';
import { counted } from './numbers.js';
import { textTable } from './terminal.js';

const stateWords = {
  waiting: 'à espera',
  delayed: 'para mais tarde',
  active: 'a decorrer',
  completed: 'feita',
  failed: 'falhou',
} as const;

export function jobTable(jobs: readonly JobRecord[]): string {
  const rows = jobs.map((job) => [
    job.id,
    job.name,
    stateOf(job),
    told(job.due_at ?? job.posted_at),
    job.finished_at === null ? '' : told(job.finished_at),
    sourceOf(job),
    job.error?.code ?? '',
  ]);
  const header = ['número', 'tarefa', 'estado', 'pedida', 'acabou', 'ficheiro', 'erro'];
  return textTable(header, rows, ['left', 'left', 'left', 'left', 'left', 'left', 'left']);
}

export function jobText(job: JobRecord): string {
  const lines = [
    `${pc.bold(job.id)}: ${job.name} (${declaredJobs[job.name as JobName]?.about ?? 'desconhecida'})`,
    `Estado: ${stateOf(job)}`,
    `Pedida: ${told(job.posted_at)}${job.schedule === null ? '' : ', pelo horário'}`,
  ];
  if (sourceOf(job) !== '') lines.push(`Ficheiro: ${sourceOf(job)}`);
  if (job.due_at !== null) lines.push(`Para: ${told(job.due_at)}`);
  if (job.started_at !== null)
    lines.push(
      `Começou: ${told(job.started_at)} em ${job.worker ?? '?'}${job.starts > 1 ? `, à ${job.starts}.ª vez` : ''}`,
    );
  if (job.finished_at !== null) lines.push(`Acabou: ${told(job.finished_at)}`);
  if (job.state === 'active') lines.push(...progressLines(job.progress));
  if (job.error !== null)
    lines.push(`${pc.red('Erro:')} ${job.error.message} ${pc.dim(`(${job.error.code})`)}`);
  if (job.error !== null && job.error.remedy !== '')
    lines.push(`${pc.bold('O que fazer:')} ${job.error.remedy}`);
  if (job.result !== null) lines.push(...resultLines(job.result));
  return lines.join('\n');
}

/** One line that changes with what the job tells. */
export function progressLine(job: JobRecord): string {
  return [`${job.id}: ${stateOf(job)}`, ...progressLines(job.progress)].join('; ');
}

export function scheduleTable(schedules: readonly ScheduleRecord[], kept: boolean): string {
  const rows = schedules.map((one) => [
    one.name,
    patternWords(one.pattern),
    one.timeZone,
    one.next_at === null ? '' : told(one.next_at),
    declaredJobs[one.name as JobName]?.about ?? '',
  ]);
  const shown = textTable(['tarefa', 'quando', 'fuso', 'a seguir', 'o que faz'], rows, [
    'left',
    'left',
    'left',
    'left',
    'left',
  ]);
  return kept
    ? shown
    : `${shown}\n\nAinda nenhum worker começou: nada disto corre antes de «prodplan worker».`;
}

function stateOf(job: JobRecord): string {
  return job.cancelling ? 'a cancelar' : stateWords[job.state];
}

function sourceOf({ params }: JobRecord): string {
  return String((params as { source_name?: string } | null)?.source_name ?? '');
}

/** `30 3 * * *` as people say it; other forms as they are. */
function patternWords(pattern: string): string {
  const [, minute, hour] = /^(\d+) (\d+|\*) \* \* \*$/.exec(pattern) ?? [];
  if (minute === undefined || hour === undefined) return pattern;
  if (hour === '*') return `de hora a hora, aos ${minute} min`;
  return `todos os dias, às ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

function progressLines(progress: unknown): string[] {
  if (progress === null || typeof progress !== 'object') return [];
  const { sheets, stage, run_id, seen, total } = progress as Partial<IngestProgress> & {
    seen?: number;
    total?: number;
  };
  if (seen !== undefined && total !== undefined)
    return [`${groupDigits(seen)} de ${groupDigits(total)} linhas`];
  const lines =
    run_id == null ? [] : [`carga ${run_id}${stage == null ? '' : `, etapa «${stageNames[stage]}»`}`];
  for (const [sheet, { rows, read, merged }] of Object.entries(sheets ?? {}))
    lines.push(`${sheet}: ${counted(rows, 'linha', 'linhas')}${merged ? ', fundida' : read ? ', lida' : ''}`);
  return lines;
}

/** What a result says, lists included; what a run did sheet by sheet is told in the report of the run. */
function resultLines(result: unknown): string[] {
  if (result === null || typeof result !== 'object') return [];
  return Object.entries(result).flatMap(([name, value]) => {
    if (Array.isArray(value)) return name === 'sheets' ? [] : listLines(name, value);
    return isPlain(value) ? [`  ${name}: ${String(value)}`] : [];
  });
}

function listLines(name: string, list: readonly unknown[]): string[] {
  if (list.every(isPlain)) return [`  ${name}: ${list.join(', ') || '-'}`];
  const rows = list.map((one) => Object.entries(one as object).map(([key, value]) => `${key} ${value}`));
  return [`  ${name}:`, ...rows.map((row) => `    ${row.join(', ')}`)];
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
