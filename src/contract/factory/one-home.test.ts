import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import {
  boatDefectClasses,
  finishedLateSql,
  openStates,
  orderStates,
  overdueSql,
  phase,
  productFamilies,
  yearDays,
} from './index.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What is written by hand, but for tests: they count a second way. */
const files = ['src', 'web/src']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .filter(
    (name) => /\.(tsx?|sql)$/.test(name) && !/\.test\.ts$|web\/src\/api\/(schema\.d|codes)\.ts$/.test(name),
  )
  // The facts themselves, and what was counted in real workbooks.
  .filter((name) => !/^src\/contract\/factory\/|^src\/sample\/ratios\/real-ratios\.ts$/.test(name))
  // What stands in a comment is no second home; the settings that a query names for psql are held by a test of their own.
  .map((name) => ({
    name,
    text: readFileSync(join(root, name), 'utf8').replaceAll(/^\s*(--|\/\/|\/?\*).*$/gm, ''),
  }));

const listed = (values: readonly string[]): RegExp =>
  new RegExp(values.map((value) => `['"]?${value}['"]?`).join('\\s*[,|]\\s*'));

it.each([
  [
    'a year of days',
    new RegExp(`\\b(${yearDays - 1}|${yearDays}|${yearDays + 1})\\b`),
    /web\/src\/parts\/period-choice/,
  ],
  [
    'a phase by its number',
    /\w*(fase_id|fase|culpada|avaliacao|inspection)\b\s*(=|<>|IN|!==?|===)\s*\(?\d/,
    null,
  ],
  ['the age of a zombie in words', /mais de (um|1) ano|(more than|over) a year/i, null],
  [
    'what is late',
    /(finished_day|acabamento::date)\s*[<>]=?\s*(\w+\.)?(due_day|of_data_transporte)|is_open AND (\w+\.)?due_day\s*</,
    null,
  ],
  ['the classes that are defects', listed(boatDefectClasses), null],
  ['the open states', listed(openStates), null],
  ['all states', listed(orderStates.slice(2)), null],
  ['the families', listed(productFamilies.slice(0, 3)), null],
  ['the kinds of route', /\[\s*'DEMOULD',\s*'FINAL_CONTROL'/, null],
])('%s stands in the contract only', (_, pattern, allowed) => {
  const homes = files.filter(({ name, text }) => !allowed?.test(name) && pattern.test(text));
  expect(homes.map(({ name, text }) => `${name}: ${pattern.exec(text)![0]}`)).toEqual([]);
});

it('sees a second home', () => {
  expect(files.length).toBeGreaterThan(500);
  expect(listed(boatDefectClasses).test("class IN ('BOAT_DEFECT', 'UNKNOWN')")).toBe(true);
  expect(listed(openStates).test('state: "CREATED,IN_PROGRESS,AWAITING_SHIPPING"')).toBe(true);
  expect(finishedLateSql()).toBe('finished_day > due_day');
  expect(overdueSql('x')).toBe('is_open AND due_day < x');
  expect(phase.demould).toBe(6);
});
