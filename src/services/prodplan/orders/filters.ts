import type { z } from 'zod';
import { dueStatuses, orderStates } from '../../../contract/factory/index.js';
import { lineFilters, linesTold } from '../../answer/line-filters.js';
import {
  flagParam,
  idNumber,
  periodOf,
  phaseFilter,
  productFilters,
  range,
  searchText,
  someOf,
  zombieAge,
} from '../../answer/params.js';
import { searchPatterns } from '../../answer/search.js';
import { sqlFile } from '../../answer/sql-file.js';

/** The condition that goes with these filters. */
export const passing = sqlFile(import.meta.url, 'passing.sql');

/** What tells orders apart, for their list and for their counts. */
export const orderFilters = {
  of_id: phaseFilter.fase_id.describe('Ordem de fabrico (Of_Id)'),
  ...productFilters,
  ...phaseFilter,
  state: someOf(orderStates, 'Estado'),
  due_status: someOf(dueStatuses, 'Situação do prazo'),
  is_zombie: flagParam('Só os zombies (true) ou tudo menos eles (false)'),
  ...periodOf('da criação da ordem: o mesmo que created_from e created_to'),
  ...range('created', 'Criação'),
  ...range('finished', 'Acabamento'),
  ...range('due', 'Dia de expedição previsto'),
  text: searchText.describe('Palavras do número, do produto, da família ou da fase atual; sem acentos serve'),
  ...range('inspected', 'Primeira inspeção, das que têm linhas de erro'),
  culprit_fase_id: idNumber.describe('Só as que têm linhas de erro desta fase culpada').optional(),
  ...lineFilters,
  ...zombieAge,
};

type Asked = { readonly [K in keyof typeof orderFilters]?: z.output<(typeof orderFilters)[K]> | undefined };

/** The filters as the condition takes them. */
export function ordersAsked(params: Asked): Record<string, unknown> {
  const { text, from: _, to: __, class: ___, ...filters } = params;
  const lines = linesTold(params);
  const by_line = lines.by_line || linesBy.some((name) => params[name] !== undefined);
  return { ...blank, ...filters, ...createdBetween(params), ...lines, by_line, words: searchPatterns(text) };
}

const linesBy = ['culprit_fase_id', 'inspected_from', 'inspected_to'] as const;

/** The period of the house is that of the creation; where both are given, both hold. */
function createdBetween({ from, to, created_from, created_to }: Asked): Record<string, string | null> {
  const days = (one?: string, other?: string): string[] =>
    [one, other].filter((day) => day !== undefined).sort();
  return {
    created_from: days(from, created_from).at(-1) ?? null,
    created_to: days(to, created_to)[0] ?? null,
  };
}

/** Filters that were not asked for. */
const blank = Object.fromEntries(Object.keys(orderFilters).map((name) => [name, null]));
