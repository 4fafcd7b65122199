import { setTimeout as sleep } from 'node:timers/promises';
import { ProdplanError } from '../../platform/errors.js';
import type { Log } from '../../platform/logging.js';
import { type JobRecord, seekLeadership } from '../../platform/queue/index.js';
import { identifyFiles } from '../../source/identify.js';
import type { Jobs } from '../jobs.js';
import { troubleTeller } from '../trouble.js';
import { postWorkbook, workbookMoment } from '../workbooks/post.js';
import { type Arrival, Arrivals, findArrival, isSame } from './arrivals.js';
import { fateOf, newestRun, type PostedFile } from './fate.js';
import { fileAway } from './file-away.js';
import { prepareFolder, type WatchedFolder } from './folder.js';

export interface WatchOptions {
  readonly jobs: Jobs;
  readonly folder: string;
  readonly log: Log;
  /** What a job did, for people; it is laid beside the file. */
  describe(job: JobRecord): Promise<string>;
  readonly pollMs?: number;
  readonly settleMs?: number;
  readonly incompleteMs?: number;
}

const usual = { pollMs: 2_000, settleMs: 3_000, incompleteMs: 600_000 } as const;

/**
 * Takes in what is put into a folder, until the answer is called. Of all who watch the folder, on any machine, one does
 * the work; where it ends or dies, another goes on. Throws `WATCH_NOT_FOUND` and `WATCH_NOT_WRITABLE`.
 */
export async function watchFolder(options: WatchOptions): Promise<() => Promise<void>> {
  const folder = await prepareFolder(options.folder);
  return seekLeadership(options.jobs.database, {
    key: `watch ${folder.id}`,
    onTrouble: troubleTeller(options.log, 'watched folder: database in trouble'),
    onElected: async () => {
      const watcher = new Watcher({ ...usual, ...options }, folder);
      const ended = watcher.run();
      return async () => {
        watcher.stop();
        await ended;
      };
    },
  });
}

type SettingValues = WatchOptions & { readonly [name in keyof typeof usual]: number };

/** What is being done about a file: it is the same file as long as it looks the same. */
interface InHand {
  readonly arrival: Arrival;
  readonly work: Promise<void>;
}

class Watcher {
  readonly #settings: SettingValues;
  readonly #folder: WatchedFolder;
  readonly #arrivals: Arrivals;
  readonly #tell: ReturnType<typeof troubleTeller>;
  readonly #stop = new AbortController();
  readonly #inHand = new Map<string, InHand>();
  #away = false;

  constructor(settings: SettingValues, folder: WatchedFolder) {
    this.#settings = settings;
    this.#folder = folder;
    const { settleMs, incompleteMs } = settings;
    this.#tell = troubleTeller(settings.log.child({ component: 'watch' }), 'watched folder in trouble');
    // A name of a file may name a person, which no log does.
    const onTrouble = (name: string, error: ProdplanError, inode: number): void =>
      this.#tell(error, name, { inode });
    this.#arrivals = new Arrivals({ folder: folder.path, settleMs, incompleteMs, onTrouble });
  }

  async run(): Promise<void> {
    this.#settings.log.info({ component: 'watch' }, 'watches a folder');
    while (!this.#stop.signal.aborted) {
      await this.#look();
      await this.#pause(this.#settings.pollMs);
    }
    await Promise.all([...this.#inHand.values()].map(({ work }) => work));
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Files that are ready at the same time are posted from the oldest dump to the newest. */
  async #look(): Promise<void> {
    const ready = await this.#arrivals.look().catch((error: unknown) => this.#isAway(error));
    if (ready === null) return;
    this.#away = false;
    const fresh = ready.filter((one) => !this.#inHand.has(one.name));
    const dated = await Promise.all(
      fresh.map(async (arrival) => ({ arrival, moment: await workbookMoment(arrival.path).catch(() => 0) })),
    );
    for (const { arrival } of dated.sort((a, b) => a.moment - b.moment)) {
      if (this.#stop.signal.aborted) return;
      await this.#take(arrival);
    }
  }

  /** Posts the file; what follows is not waited for. */
  async #take(arrival: Arrival): Promise<void> {
    try {
      const posted = await this.#post(arrival);
      if (posted === null) return;
      const work = this.#finish(arrival, posted)
        .catch((error: unknown) => {
          if (!this.#stop.signal.aborted) this.#warn(error);
        })
        .finally(() => this.#inHand.delete(arrival.name));
      this.#inHand.set(arrival.name, { arrival, work });
    } catch (error) {
      // It lies there still, and the next look finds it.
      this.#tell(error, arrival.name);
    }
  }

  /** The job of a file: the one that an earlier watcher of the folder posted for it, or a new one. */
  async #post(arrival: Arrival): Promise<PostedFile | null> {
    if (!(await this.#liesThereStill(arrival))) return null;
    const { workbookSha256: workbook_sha256 } = await identifyFiles(arrival.path);
    const earlier = await this.#findEarlier(arrival, workbook_sha256);
    if (earlier !== null) return { id: earlier.id, workbook_sha256, afterRun: 0 };
    return await this.#postNew(arrival);
  }

  async #postNew(arrival: Arrival): Promise<PostedFile> {
    const { jobs, log } = this.#settings;
    const afterRun = await newestRun(jobs.database);
    const post = { path: arrival.path, sourceName: arrival.name };
    const { id, isNew, workbook_sha256 } = await postWorkbook(jobs, post);
    log.info({ component: 'watch', job_id: id }, 'file taken');
    // The run of a job that somebody posted before may have begun already.
    return { id, workbook_sha256, afterRun: isNew ? afterRun : 0 };
  }

  /** A file that was filed away, or replaced, since it was seen is not taken. */
  async #liesThereStill(arrival: Arrival): Promise<boolean> {
    const now = await findArrival(this.#folder.path, arrival.name);
    return now !== null && isSame(now, arrival);
  }

  /** One that has ended counts for this file if it was posted after the file came to lie there. */
  async #findEarlier(arrival: Arrival, sha256: string): Promise<JobRecord | null> {
    const jobs = await this.#settings.jobs.list({ states: ['completed', 'failed'], limit: 500 });
    const mine = jobs.find(
      ({ params }) => (params as { workbook_sha256?: string }).workbook_sha256 === sha256,
    );
    return mine !== undefined && Date.parse(mine.posted_at) >= arrival.ctimeMs ? mine : null;
  }

  async #finish(arrival: Arrival, posted: PostedFile): Promise<void> {
    const job = await this.#ended(arrival, posted);
    if (job === null) return;
    const { id, state, error } = job;
    const place = state === 'completed' ? this.#folder.done : this.#folder.failed;
    const reports = { json: `${JSON.stringify(job, null, 2)}\n`, text: await this.#describe(job) };
    for (let tries = 0; !this.#stop.signal.aborted; tries++) {
      try {
        await fileAway(this.#folder.path, place, arrival, reports);
        this.#settings.log.info(
          { component: 'watch', job_id: id, outcome: state, code: error?.code ?? null },
          'file moved',
        );
        return;
      } catch (trouble) {
        // It stays in hand, so that it is not taken again.
        if (tries === 0) this.#warn(trouble);
        await this.#pause(this.#settings.pollMs);
      }
    }
  }

  /** Null: the watcher was stopped before the job ended, or the file went away with a job that was lost. */
  async #ended(arrival: Arrival, posted: PostedFile): Promise<JobRecord | null> {
    let [mine, unknown] = [posted, 0];
    while (!this.#stop.signal.aborted) {
      const job = await this.#state(mine.id);
      if (isEnded(job)) return job;
      unknown = job === 'unknown' ? unknown + 1 : 0;
      // Of a job that is cancelled the entry in the queue goes first and its workbook a moment later, so only a
      // second look counts.
      if (unknown > 1) {
        const fate = await fateOf(this.#settings.jobs.database, mine).catch(() => 'running' as const);
        if (isEnded(fate)) return fate;
        if (fate === 'lost') {
          this.#settings.log.warn({ component: 'watch', job_id: mine.id }, 'job lost by the queue');
          if (!(await this.#liesThereStill(arrival))) return null;
          mine = { ...(await this.#postNew(arrival)), afterRun: mine.afterRun };
        }
      }
      await this.#pause(Math.min(this.#settings.pollMs, 500));
    }
    return null;
  }

  /** Null: nobody can say now. */
  async #state(id: string): Promise<JobRecord | 'unknown' | null> {
    return await this.#settings.jobs.status(id).catch((error: unknown) => {
      if (error instanceof ProdplanError && error.code === 'UNKNOWN_JOB_ID') return 'unknown' as const;
      return null;
    });
  }

  async #describe(job: JobRecord): Promise<string> {
    return `${await this.#settings.describe(job).catch((error: unknown) => String(error))}\n`;
  }

  /** A share that is away comes back; it is told of once. */
  #isAway(error: unknown): null {
    if (!this.#away) this.#warn(error);
    this.#away = true;
    return null;
  }

  #warn(error: unknown): void {
    this.#settings.log.warn({ component: 'watch', err: error }, 'watched folder in trouble');
  }

  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#stop.signal }).catch(() => {});
  }
}

function isEnded(job: JobRecord | string | null): job is JobRecord {
  return typeof job === 'object' && (job?.state === 'completed' || job?.state === 'failed');
}
