import type { z } from 'zod';
import type { FactorySetting } from '../contract/factory/index.js';
import type { Answer, Evidence, Found, Publication, Refusal, RowDay, Window } from '../evidence/index.js';
import type { Queryable, SqlFile } from './answer/sql-file.js';
import type { UsualPeriod } from './answer/window.js';

/** A figure of the house, as docs/metrics.md explains it. */
export interface Figure {
  /** Its name in answers: `lead_time_days_median`. */
  readonly figure: string;
  /** Portuguese, for people. */
  readonly title: string;
  /** `dias`, `ordens`, `%` ... */
  readonly unit: string;
  /** One paragraph: what is counted, over which rows, at which moment. */
  readonly definition: string;
  /** What it does not say. */
  readonly limits: string;
}

/** Who asks, as far as an answer depends on it. */
export interface Caller {
  readonly maySeeNames: boolean;
}

/** What a question may use: one snapshot of the database, the run that it shows, and who asks. */
export interface Context extends Caller {
  readonly client: Queryable;
  readonly publication: Publication;
  /** Those that the question rests on, as they stand for the rows asked about. */
  readonly gates: Evidence['gates'];
  /** The period asked for; null where the question has no usual one. */
  readonly window: Window | null;
  /** The same question of another period: an answer of its own, on the gates of that period's rows. */
  over<T>(window: Window, find: Find<T>): Promise<Answer<T>>;
  /**
   * The result of `make`, remembered under the name as long as the data have this version. For what many questions
   * need and is expensive to read.
   */
  remember<T>(name: string, make: () => Promise<T>): Promise<T>;
}

/** `params` are those of the question, with `from` and `to` of the period in place of those that were asked for. */
export type Find<T> = (context: Context, params: Record<string, unknown>) => Promise<Found<T> | Refusal>;

type Params = z.ZodObject;

/** `file`: it tells of the file itself, of which nothing can be missing. */
export interface RowsOf {
  /** Null: the period is of a day by which gates tell no rows apart, such as the due day. */
  readonly day: RowDay | null;
  readonly open?: true;
  /** What happens on another day of orders is counted in the same period as well: the worse of both gates stands. */
  readonly alsoBy?: RowDay;
  /** It also rests on what happened in so many days up to the dump's, by this day: the worse of both gates stands. */
  readonly andPast?: { readonly day: RowDay; readonly days: number };
}

interface Declaration<P extends Params> {
  /** Area and question: `prodplan.orders`. Stable; the operation's id. */
  readonly name: string;
  /** `/api/prodplan/orders/{of_id}`; what stands in braces is one of the parameters. */
  readonly path: string;
  /**
   * What it remembers of a new version takes long to read and to count, or its answer is very large: a server answers it in a
   * thread of its own, so that nobody waits who asks something else. Questions that remember the same are all heavy, or none
   * of them: it is remembered thread by thread.
   */
  readonly heavy?: true;
  /** Portuguese, one line. */
  readonly summary: string;
  /** What is paid is told to operators and to hr only. */
  readonly access?: 'pay';
  /** The definition in one sentence, Portuguese; every answer carries it. */
  readonly method: string;
  readonly figures: readonly Figure[];
  /** Parameters of path and query together: a strict object. */
  readonly params: P;
  /** Gates that must not be shut; the worst of them decides the status. */
  readonly gates: readonly string[];
  /** Gates on which only some figures rest, or that say that rows are missing: they weaken the answer, and never shut it. */
  readonly weakening?: readonly string[];
  /** The period that it is of where the caller names none; left out: everything. */
  readonly usual?: UsualPeriod;
  /** The rows that it is about, as far as gates tell them apart: the day of its period, and whether of open orders only. */
  readonly rows: RowsOf | 'file';
  /**
   * Parameter, or `parameter=value` -> gate that must not be shut either where it is given; `familia` has its own
   * everywhere.
   */
  readonly filterGates?: Readonly<Record<string, string>>;
  /** Settings that its evidence tells besides those among its parameters. */
  readonly tells?: readonly (FactorySetting | 'decided_texts')[];
  /** References whose match rates belong to the answer, as `table_name.column_name`. */
  readonly references: readonly string[];
  /** The query that gives the figures, first; others that it needs behind it. */
  readonly queries: readonly SqlFile[];
}

/** A question with one answer: an object. */
export interface AnswerDeclaration<P extends Params, D extends z.ZodType, R extends z.ZodObject>
  extends Declaration<P> {
  readonly data: D;
  /** The answer as a table, for CSV and XLSX. */
  readonly table?: { readonly row: R; rows(data: z.output<D>): readonly z.output<R>[] };
  find(context: Context, params: z.output<P>): Promise<Found<z.output<D>> | Refusal>;
}

/** A question whose answer is a list; with a cursor where `params` has `cursor` and `limit`. */
export interface ListDeclaration<P extends Params, R extends z.ZodObject> extends Declaration<P> {
  readonly row: R;
  find(context: Context, params: z.output<P>): Promise<FoundPage<z.output<R>> | Refusal>;
}

export interface FoundPage<R> extends Found<readonly R[]> {
  /** Where the next page begins; null at the end. Left out by lists that are never cut. */
  readonly nextCursor?: string | null;
}

/** A declared question, its types set aside: what HTTP, the exports and the documents go through. */
export interface Service extends Omit<Declaration<Params>, 'params'> {
  readonly params: Params;
  readonly isList: boolean;
  /** Shape of `data`. */
  readonly data: z.ZodType;
  readonly table: {
    readonly row: z.ZodObject;
    rows(data: unknown): readonly Record<string, unknown>[];
  } | null;
  find(context: Context, params: unknown): Promise<FoundPage<unknown> | Found<unknown> | Refusal>;
}

export function defineAnswer<P extends Params, D extends z.ZodType, R extends z.ZodObject>(
  declaration: AnswerDeclaration<P, D, R>,
): Service {
  return { ...declaration, isList: false, table: declaration.table ?? null } as unknown as Service;
}

export function defineList<P extends Params, R extends z.ZodObject>(
  declaration: ListDeclaration<P, R>,
): Service {
  const { row, ...rest } = declaration;
  const table = { row, rows: (data: unknown) => data };
  return { ...rest, isList: true, data: row.array(), table } as unknown as Service;
}
