import type pg from 'pg';
import { nothingPublished, readPublication } from '../../evidence/index.js';
import { answerTable } from '../../http/answers/answer-table.js';
import { sourceNameOf } from '../../http/answers/facts.js';
import { readLanguage } from '../../platform/config.js';
import { groupDigits } from '../../platform/numbers.js';
import { lineWidth } from '../../platform/terminal-capabilities.js';
import { ask, type Reply, readParams, type Service, services } from '../../services/index.js';
import { print, tell } from '../terminal.js';
import { withTables } from '../with-database.js';
import { momentShown } from './cells.js';
import { type AskedFilter, filterParams, filtersTyped } from './filters.js';
import { wrapped } from './fit.js';
import { type AnswerForm, shownAnswer } from './shown-answer.js';
import { wordsIn } from './words.js';
import { type OutputOptions, writeTable } from './write-table.js';

/** A question of the API as a command asks it. */
export interface AskedQuestion {
  /** Its name: `prodplan.orders`. */
  readonly name: string;
  /** `name=value`, as they were typed. */
  readonly filters: readonly string[];
  /** Parameters that are no filters. */
  readonly params?: Readonly<Record<string, string>>;
  /** The word of the day that its period is of. */
  readonly periodIs?: string;
  /** Rows on the screen where nobody says how many. */
  readonly shownRows?: number;
  readonly form: AnswerForm;
  readonly options: OutputOptions;
}

/** The terminal is nobody's key: names of people stay pseudonyms. */
const caller = { maySeeNames: false };

/** Asks, and gives the answer in the form that is wanted. */
export async function answerQuestion(asked: AskedQuestion): Promise<void> {
  const service = services.find(({ name }) => name === asked.name)!;
  await withTables(async ({ pool }) => {
    const publication = await readPublication(pool);
    if (publication === null) throw nothingPublished();
    const today = publication.as_of.slice(0, 10);
    const { periodIs } = asked;
    const filters = await filtersTyped(asked.filters, {
      ...{ pool, service, today },
      ...(periodIs === undefined ? {} : { periodIs }),
    });
    for (const text of afterMoment(filters, publication.as_of))
      tell(wrapped(text, lineWidth(process.stderr)).join('\n'));
    const given = { ...asked.params, ...filterParams(filters) };
    const { json, csv, xlsx } = asked.options;
    if (csv === true || xlsx !== undefined) {
      const params = readParams(service, given);
      const table = await answerTable({ pool, service, params, caller, language: readLanguage() });
      return await writeTable(table, asked.options);
    }
    if (json === true)
      return print(JSON.stringify(await ask(pool, service, readParams(service, given), caller)));
    const limit = asked.shownRows === undefined ? {} : { limit: String(asked.shownRows) };
    const reply = await ask(pool, service, readParams(service, { ...limit, ...given }), caller);
    const alone = isEmpty(service, reply) ? await eachAlone(pool, service, asked, filters) : [];
    print(
      shownAnswer({
        service,
        reply,
        filters,
        alone,
        form: asked.form,
        file: await sourceNameOf(pool, reply),
      }),
    );
  });
}

function afterMoment(filters: readonly AskedFilter[], moment: string): string[] {
  const { after } = wordsIn(readLanguage());
  return filters
    .filter(({ isAfterMoment }) => isAfterMoment)
    .map(({ word, told }) => after(`${word}=${told}`, momentShown(moment)));
}

function isEmpty({ table }: Service, { data }: Reply): boolean {
  return data !== null && table !== null && table.rows(data).length === 0;
}

/** Which of several filters leaves nothing over. */
async function eachAlone(
  pool: pg.Pool,
  service: Service,
  { params }: AskedQuestion,
  filters: readonly AskedFilter[],
): Promise<string[]> {
  const selecting = filters.filter((one) => !('limit' in one.params || 'sort' in one.params));
  if (selecting.length < 2) return [];
  const language = readLanguage();
  const lines: string[] = [];
  for (const one of selecting) {
    const reply = await ask(pool, service, readParams(service, { ...params, ...one.params }), caller);
    const rows = groupDigits(reply.support.rows_used, language);
    lines.push(wordsIn(language).alone(`${one.word}=${one.told}`, rows));
  }
  return lines;
}
