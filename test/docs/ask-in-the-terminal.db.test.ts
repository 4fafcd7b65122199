import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newPlanner, type Planner } from '../cli/planner.js';

const page = readFileSync(new URL('../../docs/how-to/ask-in-the-terminal.md', import.meta.url), 'utf8');

/** What the page tells to type. Its order is one of another factory. */
const typed = [...page.matchAll(/^ *npx prodplan (.+)$/gm)].map(([, text]) => text!);
const orderOnThePage = '133938';

let planner: Planner;
beforeAll(async () => {
  planner = await newPlanner(700);
});
afterAll(() => planner.drop());

it('every command of the page answers, with what it rests on', async () => {
  expect(typed.length).toBeGreaterThan(12);
  const order = String(planner.raw.orders.find((one) => one.of_fase_id === 1)!.of_id);
  for (const text of typed) {
    const words = text
      .replace(orderOnThePage, order)
      .replace('sexta.xlsx', join(planner.folder, 'sexta.xlsx'));
    const { exitCode, stdout, stderr } = await planner.run(words.split(' '));
    expect({ text, exitCode }).toEqual({ text, exitCode: 0 });
    const told = `${stdout}${stderr}`.replaceAll('\n', ' ');
    if (/--(csv|json|xlsx)/.test(text)) expect(told).not.toBe('');
    else expect(told).toMatch(/linhas? (usada|difere).*momento do ficheiro 2023-04-30 18:00/);
  }
  expect(existsSync(join(planner.folder, 'sexta.xlsx'))).toBe(true);
});

it('every filter and every value of the page is understood', async () => {
  const rows = [...page.matchAll(/^\| (`.+?) \| (.+) \|$/gm)];
  expect(rows.length).toBe(6);
  const wordsIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
  const states = wordsIn(rows[3]![2]!).map((value) => `estado=${value}`);
  const situations = wordsIn(rows[4]![2]!).map((value) => `situacao=${value}`);
  const days = wordsIn(rows[0]![2]!).map((value) => `prazo=${value}`);
  const phases = wordsIn(rows[1]![2]!)
    .slice(1)
    .map((value) => value.replaceAll('"', ''));
  const filters = [
    ...states,
    ...situations,
    ...days,
    ...phases,
    'familia=outros',
    'parados=sim',
    'ordenar=-atraso',
  ];
  expect(filters.length).toBeGreaterThan(18);
  for (const filter of filters) {
    const { exitCode, stderr } = await planner.run(['orders', filter, 'linhas=1']);
    expect({ filter, exitCode, stderr }).toEqual({ filter, exitCode: 0, stderr: '' });
  }
});
