import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import {
  cancelJob,
  declaredJobs,
  type JobRecord,
  Jobs,
  jobNames,
  jobStatus,
  listJobs,
  listSchedules,
  type Posted,
  postJob,
  postWorkbook,
  schedulesOf,
  unknownId,
} from '../../jobs/index.js';
import type { Config } from '../../platform/config.js';
import { queueSessions } from '../../platform/connections.js';
import { jobFailure } from '../../platform/errors/job.js';
import { exitOf } from '../../platform/errors/kinds.js';
import { parseAsOf } from '../../source/as-of.js';
import { jobTable, jobText, progressLine, scheduleTable } from '../job-report.js';
import { positiveNumber } from '../numbers.js';
import { print, tell } from '../terminal.js';
import { withDatabase, withTables } from '../with-database.js';

interface Json {
  readonly json?: boolean;
}

export function jobsCommand(program: Command): void {
  const jobs = program
    .command('jobs')
    .description('as tarefas: pedir, ver, cancelar, e quando se fazem sozinhas');
  jobs
    .command('list')
    .description('as tarefas pedidas, da mais recente para a mais antiga')
    .option('--limit <n>', 'quantas mostrar', positiveNumber, 20)
    .option('--json', 'em JSON')
    .action((options: Json & { limit: number }) => withJobsToRead((one) => list(one, options)));
  jobs
    .command('run')
    .description(
      `pede uma tarefa. As tarefas são:\n${Object.values(declaredJobs)
        .map(({ name, about }) => `  ${name}: ${about}`)
        .join('\n')}`,
    )
    .argument('<nome>', 'o nome da tarefa')
    .option(
      '--param <nome=valor>',
      'um parâmetro; pode repetir-se (ingest_workbook: path=FICHEIRO, as_of=DATA, force=true, allow_missing_sheets=true; backfill_faseof_derived_columns: every=true)',
      collect,
      {},
    )
    .option('--wait', 'espera que acabe')
    .option('--json', 'em JSON')
    .action((name: string, options: RunOptions) => withJobs((one) => run(one, name, options)));
  jobs
    .command('status')
    .description('o estado de uma tarefa')
    .argument('<número>', 'o número da tarefa')
    .option('--json', 'em JSON')
    .action((id: string, options: Json) =>
      withJobsToRead(async (one) => show(await statusOf(one, id), options)),
    );
  jobs
    .command('cancel')
    .description('cancela uma tarefa: a que espera sai da fila, a que decorre para')
    .argument('<número>', 'o número da tarefa')
    .option('--json', 'em JSON')
    .action((id: string, options: Json) => withJobs((one) => cancel(one, id, options)));
  jobs
    .command('schedule')
    .description('o que se faz sozinho, e quando')
    .option('--json', 'em JSON')
    .action((options: Json) => withJobsToRead((one, config) => schedule(one, config, options)));
}

type Work<J> = (jobs: J, config: Config) => Promise<void>;

async function withJobs(work: Work<Jobs>): Promise<void> {
  await withDatabase(async (database, config) => await andClose(await Jobs.open(database), config, work), {
    sessions: queueSessions,
  });
}

/** Null: nobody has posted a job yet, and whoever only looks makes no queue. */
async function withJobsToRead(work: Work<Jobs | null>): Promise<void> {
  await withTables(async (database, config) => await andClose(await Jobs.openToRead(database), config, work));
}

async function andClose<J extends Jobs | null>(jobs: J, config: Config, work: Work<J>): Promise<void> {
  try {
    await work(jobs, config);
  } finally {
    await jobs?.close();
  }
}

async function list(jobs: Jobs | null, options: Json & { limit: number }): Promise<void> {
  const found = jobs === null ? [] : await listJobs(jobs, { limit: options.limit });
  if (options.json) return print(JSON.stringify(found));
  // What the clock will post is shown by `jobs schedule`.
  const posted = found.filter((job) => job.state !== 'delayed' || job.schedule === null);
  print(
    posted.length > 0
      ? jobTable(posted)
      : `Ainda não há tarefas. Pode pedir uma com «prodplan jobs run NOME»: ${jobNames.join(', ')}.`,
  );
}

async function statusOf(jobs: Jobs | null, id: string): Promise<JobRecord> {
  if (jobs === null) throw unknownId(id);
  return await jobStatus(jobs, id);
}

interface RunOptions extends Json {
  readonly param: Readonly<Record<string, unknown>>;
  readonly wait?: boolean;
}

async function run(jobs: Jobs, name: string, options: RunOptions): Promise<void> {
  const posted = await post(jobs, name, options.param);
  if (!options.json && !(await jobs.hasWorker()))
    tell('De momento não há nenhum worker: a tarefa espera até que um comece («prodplan worker»).');
  if (options.wait) return show(await ended(jobs, posted.id, options), options);
  if (options.json) return print(JSON.stringify(posted));
  print(
    posted.isNew
      ? `Pedida a tarefa ${posted.id}. Para a seguir: prodplan jobs status ${posted.id}`
      : `A tarefa já estava pedida e é a ${posted.id}. Para a seguir: prodplan jobs status ${posted.id}`,
  );
}

async function post(jobs: Jobs, name: string, given: RunOptions['param']): Promise<Posted> {
  if (name !== 'ingest_workbook') return await postJob(jobs, name, given);
  if (given.path === undefined) throw jobFailure('BAD_PARAMS', { why: 'no_path' });
  const { path, as_of, force, allow_missing_sheets, ...unknown } = given;
  if (Object.keys(unknown).length > 0)
    throw jobFailure('BAD_PARAMS', { why: 'form', text: Object.keys(unknown)[0]! });
  return await postWorkbook(jobs, {
    path: String(path),
    asOf: as_of == null ? null : parseAsOf(String(as_of)),
    force: isTrue('force', force),
    allowMissingSheets: isTrue('allow_missing_sheets', allow_missing_sheets),
  });
}

function isTrue(name: string, given: unknown): boolean {
  if (given === undefined) return false;
  if (typeof given === 'boolean') return given;
  throw jobFailure('BAD_PARAMS', { why: 'form', text: `${name}=${String(given)}` });
}

async function ended(jobs: Jobs, id: string, { json }: Json): Promise<JobRecord> {
  let shown = '';
  for (;;) {
    const job = await jobStatus(jobs, id);
    if (job.state === 'completed' || job.state === 'failed') return job;
    const line = progressLine(job);
    if (!json && line !== shown) tell(line);
    shown = line;
    await sleep(300);
  }
}

function show(job: JobRecord, { json }: Json): void {
  print(json ? JSON.stringify(job) : jobText(job));
  if (job.error !== null) process.exitCode = exitOf(job.error);
}

const cancelWords = {
  removed: 'Cancelada: esperava, e saiu da fila.',
  asked: 'Pedido o cancelamento: a tarefa para no próximo ponto em que pode parar.',
  ended: 'A tarefa já tinha acabado; não havia nada a cancelar.',
} as const;

async function cancel(jobs: Jobs, id: string, { json }: Json): Promise<void> {
  const outcome = await cancelJob(jobs, id);
  print(json ? JSON.stringify({ id, outcome }) : cancelWords[outcome]);
}

/** What is declared, with the next time of what a worker has already put on the clock. */
async function schedule(jobs: Jobs | null, config: Config, { json }: Json): Promise<void> {
  const posted = jobs === null ? [] : await listSchedules(jobs);
  const kept = new Map(posted.map((one) => [one.id, one.next_at]));
  const all = (['ingest', 'maintenance'] as const)
    .flatMap((queue) => schedulesOf(queue, config.timeZone))
    .map((one) => ({ ...one, next_at: kept.get(one.id) ?? null }));
  print(json ? JSON.stringify(all) : scheduleTable(all, kept.size > 0));
}

/** `every=true`: true, false, null and numbers are what they look like; the rest is text. */
function collect(text: string, before: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const at = text.indexOf('=');
  if (at < 1) throw jobFailure('BAD_PARAMS', { why: 'form', text: text });
  const value = text.slice(at + 1);
  const plain = /^(?:true|false|null|-?\d{1,15})$/.test(value);
  return { ...before, [text.slice(0, at)]: plain ? JSON.parse(value) : value };
}
