import type pg from 'pg';
import { factorySettingNames, noFamily } from '../contract/factory/index.js';
import {
  type Answer,
  answerWith,
  KnownCoverage,
  nothingPublished,
  type Publication,
  publicationQuery,
  type Rule,
  readEvidence,
  readRules,
  type SettingValues,
  type Window,
} from '../evidence/index.js';
import { type KnownValues, rememberIn } from './answer/remember.js';
import { allTime, windowAsked } from './answer/window.js';
import { type GatesAsked, gatesFor } from './gates-asked.js';
import type { Caller, Context, Find, FoundPage, Service } from './service.js';

/** An answer as it goes out; a list says where its next page begins. */
export type Reply = Answer<unknown> & { readonly next_cursor?: string | null };

/** No answer may hold a connection longer than this. */
const statementTimeoutMs = 15_000;

/** Rows of a page where a whole list is read. */
const pageRows = 1000;

/** Asks a question, with parameters that `readParams` gave; data and support are of one snapshot. */
export async function ask(
  pool: pg.Pool,
  service: Service,
  params: Record<string, unknown>,
  caller: Caller,
): Promise<Reply> {
  return await inSnapshot(pool, (client, evidence) => reply(client, evidence, service, params, caller));
}

/** A whole list, page by page, all of one snapshot; an answer that is no list is one page. */
export async function* askAll(
  pool: pg.Pool,
  service: Service,
  params: Record<string, unknown>,
  caller: Caller,
): AsyncGenerator<Reply> {
  const client = await pool.connect();
  let failed = true;
  try {
    const evidence = await begin(pool, client);
    const paged = 'cursor' in service.params.shape;
    let page = paged ? { ...params, limit: pageRows, cursor: undefined as string | undefined } : params;
    for (;;) {
      const one = await reply(client, evidence, service, page, caller);
      yield one;
      if (!paged || !one.next_cursor) break;
      page = { ...page, cursor: one.next_cursor };
    }
    await client.query('COMMIT');
    failed = false;
  } finally {
    // Who stops reading half-way leaves an open transaction behind: the connection goes with it.
    client.release(failed);
  }
}

async function reply(
  client: pg.PoolClient,
  evidence: Known,
  service: Service,
  asked: Record<string, unknown>,
  caller: Caller,
): Promise<Reply> {
  let nextCursor: string | null = null;
  const { params, rules } = asSet(service, asked, evidence.settings);
  const asking = { client, evidence, service, params, rules, caller };
  const found = await answerOver(asking, windowOf(service, params, evidence), async (context, meant) => {
    const result = await service.find(context, meant);
    if ('refused' in result) return result;
    nextCursor = (result as FoundPage<unknown>).nextCursor ?? null;
    // What a query gives is held against its declared shape here, once: beyond this line types are true.
    return { ...result, data: service.data.parse(result.data) };
  });
  return service.isList ? { ...found, next_cursor: nextCursor } : found;
}

/** One question, as it was asked. */
interface Asking {
  readonly client: pg.PoolClient;
  readonly evidence: Known;
  readonly service: Service;
  readonly params: Record<string, unknown>;
  readonly rules: readonly Rule[];
  readonly caller: Caller;
}

/** What the caller left out and is set for everybody is put in; and what it is counted by, for the evidence. */
function asSet(service: Service, asked: Record<string, unknown>, settings: SettingValues) {
  const names = factorySettingNames.filter((name) => name in service.params.shape);
  const rules = [...names, ...(service.tells ?? [])].map((name): Rule => {
    const given = asked[name];
    if (typeof given === 'number') return { name, value: given, from: 'ASKED', decided_at: null };
    const { value, decided_at } = settings.get(name)!;
    return { name, value, from: decided_at === null ? 'USUAL' : 'SETTING', decided_at };
  });
  const filled = rules.filter(({ name }) => name in service.params.shape);
  const params = { ...asked, ...Object.fromEntries(filled.map(({ name, value }) => [name, value])) };
  return { params, rules };
}

/** Null: the question has no usual period, and is of what the parameters say. */
function windowOf(service: Service, params: Record<string, unknown>, { publication }: Known): Window | null {
  if (service.usual === undefined) return null;
  return windowAsked(service.usual, params, publication.as_of.slice(0, 10));
}

async function answerOver<T>(asking: Asking, window: Window | null, find: Find<T>): Promise<Answer<T>> {
  const { client, evidence, service, caller } = asking;
  const { publication } = evidence;
  const params = window === null ? asking.params : within(asking.params, window);
  const question = {
    ...service,
    gates: gatesOf(service, params),
    weakening: weakeningOf(service, params),
    sql: service.queries[0]?.name ?? null,
    rules: asking.rules,
    ...(window === null ? {} : { window }),
  };
  const gates = await gatesFor(client, evidence, service, params);
  const named = [...question.gates, ...question.weakening];
  const own = gates.filter(({ gate }) => named.includes(gate));
  const over: Context['over'] = (other, findOther) =>
    other === allTime ? answerEver(asking, findOther) : answerOver(asking, other, findOther);
  return await answerWith({ ...evidence, gates }, question, () =>
    find(
      {
        client,
        publication,
        gates: own,
        window,
        over,
        remember: (name, make) => rememberIn(evidence.remembered, name, make),
        ...caller,
      },
      params,
    ),
  );
}

/**
 * The figures of all time do not depend on the period that is asked for, and cost the most to compute, so they are
 * remembered.
 */
async function answerEver<T>(asking: Asking, find: Find<T>): Promise<Answer<T>> {
  const { evidence, service, params, caller } = asking;
  const key = JSON.stringify([service.name, caller.maySeeNames, within(params, allTime)]);
  const known = evidence.ever.get(key);
  if (known !== undefined) return known as Answer<T>;
  const found = await answerOver(asking, allTime, find);
  if (evidence.ever.size >= mostEver) evidence.ever.clear();
  evidence.ever.set(key, found);
  return found;
}

function within(params: Record<string, unknown>, { from, to }: Window): Record<string, unknown> {
  return { ...params, from: from ?? undefined, to: to ?? undefined };
}

const ofFamilies = 'product_family';

/** Whoever asks for a family or a culprit phase also depends on how many rows tell theirs. */
function gatesOf(service: Service, params: Record<string, unknown>): string[] {
  const family = params.familia === noFamily ? {} : { familia: ofFamilies };
  const byFilter = Object.entries({ ...family, ...service.filterGates });
  const asked = byFilter.filter(([filter]) => isGiven(filter, params)).map(([, gate]) => gate);
  return [...new Set([...service.gates, ...asked])];
}

/** `familia`: whatever its value; `by=familia`: this one. */
function isGiven(filter: string, params: Record<string, unknown>): boolean {
  const [name, value] = filter.split('=');
  return value === undefined ? params[name!] !== undefined : params[name!] === value;
}

/** Where orders without a family are asked for, the gate of families weakens the answer and never refuses it. */
function weakeningOf({ weakening = [] }: Service, params: Record<string, unknown>): readonly string[] {
  return params.familia === noFamily ? [...new Set([...weakening, ofFamilies])] : weakening;
}

/** So many answers of all time are remembered. */
const mostEver = 500;

async function inSnapshot<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient, evidence: Known) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let failed = true;
  try {
    const evidence = await begin(pool, client);
    const result = await work(client, evidence);
    await client.query('COMMIT');
    failed = false;
    return result;
  } finally {
    if (failed) await client.query('ROLLBACK').catch(() => {});
    client.release();
  }
}

/** Opens the snapshot and says what it shows, in one round trip. */
async function begin(pool: pg.Pool, client: pg.PoolClient): Promise<Known> {
  // Several statements in one text give as many results, which the types of the driver do not know.
  const results = (await client.query(opening)) as unknown as pg.QueryResult<Publication>[];
  const publication = results.at(-1)?.rows[0];
  if (publication === undefined) throw nothingPublished();
  return await evidenceOf(pool, client, publication);
}

/**
 * Many questions are answered at a time: parallel workers or a compiled plan for one of them would cost the others
 * more than they gain.
 */
const oneProcessorOnly = 'SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL jit = off';

const opening = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = ${statementTimeoutMs}; ${oneProcessorOnly}; ${publicationQuery}`;

/** Of each database the evidence of the state that was asked about last: it changes only where data_version does. */
const lastEvidence = new WeakMap<pg.Pool, Known>();

/** With what is kept for as long as the data are of this version. */
interface Known extends GatesAsked {
  /** Answers of all time by question. */
  readonly ever: Map<string, Answer<unknown>>;
  /** What is set for everybody; a change raises the version. */
  readonly settings: SettingValues;
  /** What questions go back to, by name. */
  readonly remembered: KnownValues;
}

async function evidenceOf(pool: pg.Pool, client: pg.PoolClient, publication: Publication): Promise<Known> {
  const last = lastEvidence.get(pool);
  if (
    last?.publication.run_id === publication.run_id &&
    last.publication.data_version === publication.data_version
  )
    return { ...last, publication };
  const evidence = {
    ...(await readEvidence(client, publication)),
    asked: new Map(),
    settings: await readRules(client),
    coverage: new KnownCoverage(),
    ever: new Map(),
    remembered: new Map(),
  };
  lastEvidence.set(pool, evidence);
  return evidence;
}
