import { wordOf } from '../../http/exports/columns/codes.js';
import { columnsOf, type ExportColumn } from '../../http/exports/columns/columns.js';
import { readLanguage } from '../../platform/config.js';
import type { Language } from '../../platform/errors/kinds.js';
import { groupDigits } from '../../platform/numbers.js';
import { lineWidth } from '../../platform/terminal-capabilities.js';
import type { Reply, Service } from '../../services/index.js';
import { cellShown, plainText } from './cells.js';
import { evidenceLine } from './evidence-line.js';
import type { AskedFilter } from './filters.js';
import { type DisplayColumn, fitted, listOf, wrapped } from './fit.js';
import { wordsIn } from './words.js';

type Row = Readonly<Record<string, unknown>>;

/**
 * How an answer stands on the screen. `rows`: as a table of these columns, in this order, with their ranks; `list`: all
 * that there is of one thing; `periods`: each figure of a headline with its periods beside.
 */
export type AnswerForm =
  | { readonly as: 'rows'; readonly columns: Readonly<Record<string, number>>; wanted?(row: Row): boolean }
  | { readonly as: 'list' | 'periods' };

interface AnswerShown {
  readonly service: Service;
  readonly reply: Reply;
  readonly filters: readonly AskedFilter[];
  /** What each filter selects by itself, where all together select nothing. */
  readonly alone: readonly string[];
  readonly form: AnswerForm;
  readonly file: string;
}

/** An answer for people: what was asked, the figures, what they rest on. */
export function shownAnswer({ service, reply, filters, alone, form, file }: AnswerShown): string {
  const language = readLanguage();
  const w = wordsIn(language);
  const width = lineWidth();
  const asked = plainText(filters.map(({ word, told }) => `${word}=${told}`).join(' · '));
  const rows = reply.data === null ? [] : service.table!.rows(reply.data);
  const nothing = [filters.length > 0 ? w.none : w.nothing, ...alone].flatMap((text) => wrapped(text, width));
  const body = rows.length > 0 ? bodyOf(service, rows, form, { language, width }) : nothing.join('\n');
  return [
    ...(asked === '' ? [] : [...wrapped(`${w.filters}: ${asked}`, width), '']),
    ...(reply.data === null ? [] : [body, '']),
    ...(form.as === 'periods' ? periodReasons(reply, rows, { language, width }) : []),
    ...(reply.next_cursor ? wrapped(shownOfAll(rows.length, reply, language), width) : []),
    evidenceLine({ reply, file, language, width }),
  ].join('\n');
}

function shownOfAll(shown: number, { support }: Reply, language: Language): string {
  return wordsIn(language).shown(groupDigits(shown, language), groupDigits(support.rows_used, language));
}

interface Screen {
  readonly language: Language;
  readonly width: number;
}

function bodyOf(service: Service, rows: readonly Row[], form: AnswerForm, screen: Screen): string {
  const all = columnsOf(service.table!.row, service.figures, screen.language);
  if (form.as === 'rows') return tableOf(all, rows, form, screen);
  if (form.as === 'periods') return periodsOf(all, rows, screen);
  return listOf(
    all,
    rows.map((row) => cellsOf(all, row, screen.language)),
    screen.width,
  );
}

function cellsOf(columns: readonly ExportColumn[], row: Row, language: Language): string[] {
  return columns.map((one) => cellShown(one, row[one.field], language));
}

function tableOf(
  all: readonly ExportColumn[],
  rows: readonly Row[],
  { columns: ranks, wanted = () => true }: AnswerForm & { readonly as: 'rows' },
  { language, width }: Screen,
): string {
  const columns = Object.keys(ranks).map((field) => all.find((one) => one.field === field)!);
  const fittedColumns = columns.map(
    ({ field, title }): DisplayColumn => ({
      title,
      rank: ranks[field]!,
      align: rows.some((row) => typeof row[field] === 'number') ? 'right' : 'left',
    }),
  );
  const cells = rows.filter(wanted).map((row) => cellsOf(columns, row, language));
  return fitted(fittedColumns, cells, width);
}

/** A line for each figure, its periods beside each other. */
function periodsOf(all: readonly ExportColumn[], rows: readonly Row[], { language, width }: Screen): string {
  const figures = all.filter(({ field }) => !['period', 'from', 'to'].includes(field));
  const lines = figures.map((one) => [
    one.title,
    ...rows.map((row) => cellShown(one, row[one.field], language)),
  ]);
  return fitted(
    periodColumns(rows, language),
    lines.filter(([, ...values]) => values.some((text) => text !== '')),
    width,
  );
}

/** Why the periods beside the one that was asked for have no figures, or weaker ones. */
function periodReasons({ data }: Reply, rows: readonly Row[], { language, width }: Screen): string[] {
  const beside = data as { readonly previous?: PeriodBeside | null; readonly all_time?: PeriodBeside } | null;
  const known = { PREVIOUS: beside?.previous, ALL_TIME: beside?.all_time };
  return rows.flatMap(({ period }) => {
    const one = known[period as keyof typeof known];
    if (one == null || one.reason === null) return [];
    const [word, state] = [wordOf('period', period, language), wordOf('state', one.status, language)];
    return [...wrapped(`${word}: ${state}. ${one.reason}`, width), ''];
  });
}

interface PeriodBeside {
  readonly status: string;
  readonly reason: string | null;
}

/** The period that was asked for, the one before it, all time. */
function periodColumns(rows: readonly Row[], language: Language): DisplayColumn[] {
  const figure: DisplayColumn = { title: language === 'pt' ? 'Indicador' : 'Figure', rank: 1, align: 'left' };
  return [
    figure,
    ...rows.map(({ period, from, to }, at): DisplayColumn => {
      const word = cellShown({ field: 'period', format: undefined }, period, language);
      return { title: `${word} ${from ?? ''} ${to ?? ''}`.trim(), rank: 2 + at, align: 'right' };
    }),
  ];
}
