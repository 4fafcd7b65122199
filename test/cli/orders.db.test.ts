import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { familyOf } from '../../src/contract/factory/index.js';
import { askFor, sampleFactory, stateOf } from '../services/factory.js';
import { prodplan } from '../support/cli.js';
import { temporaryFolderOf } from '../support/dump.js';
import { unzip } from '../support/unzip.js';

type Sample = Awaited<ReturnType<typeof sampleFactory>>;

/** The moment of the file is Sunday, 30 April 2023. */
const friday = '2023-05-05';

describe('the planner asks for orders in a terminal', () => {
  let sample: Sample;
  let home: Awaited<ReturnType<typeof temporaryFolderOf>>;
  beforeAll(async () => {
    sample = await sampleFactory(900);
    home = await temporaryFolderOf();
  });
  afterAll(async () => {
    await sample.drop();
    await home.remove();
  });

  const run = (words: readonly string[], env: Record<string, string> = {}) =>
    prodplan(words, {
      PRODPLAN_HOME: join(home.folder, 'casa'),
      DATABASE_URL: sample.url,
      NO_COLOR: '1',
      ...env,
    });
  const orders = (words: readonly string[], env?: Record<string, string>) => run(['orders', ...words], env);

  /** Numbers of the orders of a CSV. */
  async function idsOf(...words: string[]): Promise<number[]> {
    const { exitCode, stdout } = await orders([...words, '--csv']);
    expect(exitCode).toBe(0);
    const [head, ...lines] = stdout.trim().split('\r\n');
    expect(head).toMatch(/^of_id,/);
    return lines.map((line) => Number(line.split(',')[0])).sort((a, b) => a - b);
  }

  /** The same, counted over the rows of the file. */
  function countedBy(test: (order: Sample['raw']['orders'][number]) => boolean): number[] {
    return sample.raw.orders
      .filter(test)
      .map((one) => one.of_id)
      .sort((a, b) => a - b);
  }
  const stateIn = (order: Sample['raw']['orders'][number]) =>
    stateOf(order, sample.raw.phasesOf.get(order.of_id));

  it('finds those that a count over the raw rows finds, however the filters are written', async () => {
    const { models } = sample.raw;
    const dueOnFriday = countedBy((one) => one.of_data_transporte?.slice(0, 10) === friday);
    expect(dueOnFriday.length).toBeGreaterThan(3);
    for (const words of [['--due', 'friday'], ['prazo=sexta'], ['due=05/05/2023'], ['prazo=+5']])
      expect(await idsOf(...words)).toEqual(dueOnFriday);

    const laminating = countedBy((one) => one.of_fase_id === 1);
    expect(laminating.length).toBeGreaterThan(0);
    expect(await idsOf('--phase', 'laminagem')).toEqual(laminating);
    expect(await idsOf('fase=1')).toEqual(laminating);

    const ofFamily = countedBy(
      (one) => familyOf(models.get(one.of_produto_id ?? -1)?.produto_nome ?? null) === 'K1',
    );
    expect(ofFamily.length).toBeGreaterThan(50);
    expect(await idsOf('--model', 'k1')).toEqual(ofFamily);
    expect(await idsOf('família=K1')).toEqual(ofFamily);

    const late = countedBy(
      (one) =>
        ['CREATED', 'IN_PROGRESS', 'AWAITING_SHIPPING'].includes(stateIn(one)) &&
        one.of_data_transporte !== null &&
        one.of_data_transporte.slice(0, 10) < '2023-04-30',
    );
    expect(late.length).toBeGreaterThan(0);
    expect(await idsOf('--late')).toEqual(late);
    expect(await idsOf('situação=atrasadas', 'estado=por-entregar')).toEqual(late);
    expect(await idsOf('--late', 'estado=acabada')).not.toEqual(late);
  });

  it('says in JSON what the API says, and nothing else', async () => {
    const { stdout, stderr } = await orders(['prazo=hoje..+7', 'linhas=5', '--json']);
    const api = await askFor(sample.database.pool, 'prodplan.orders', {
      ...{ due_from: '2023-04-30', due_to: '2023-05-07', limit: '5' },
    });
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(api)));
    expect(stderr).toBe('');
  });

  it('writes all rows into a workbook that says where they come from', async () => {
    const path = join(home.folder, 'ordens.xlsx');
    const done = await orders(['fase=laminagem', '--xlsx', path]);
    expect(done).toMatchObject({ exitCode: 0, stdout: '', stderr: expect.stringContaining(path) });
    const parts = [...unzip(readFileSync(path)).entries()];
    const text = parts.map(([, part]) => part).join('\n');
    for (const id of countedBy((one) => one.of_fase_id === 1)) expect(text).toContain(String(id));
    expect(text).toContain('momento do ficheiro'.replace('m', 'M'));
    const nowhere = await orders(['--xlsx', join(home.folder, 'não', 'há', 'x.xlsx')]);
    expect(nowhere).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('BAD_OUT') });
  });

  it('tells how many there are and what it rests on, with names of phases', async () => {
    const { stdout } = await orders(['fase=laminagem', 'linhas=2']);
    const all = countedBy((one) => one.of_fase_id === 1).length;
    expect(all).toBeGreaterThan(2);
    expect(stdout).toContain('Filtros: fase=Laminagem (1)');
    expect(stdout).toContain(`Mostram-se 2 de ${all}.`);
    expect(stdout).toMatch(
      new RegExp(`· ${all} linhas usadas · .* · carga 1 .* · momento do ficheiro 2023-04-30`),
    );
    expect(stdout).toContain('em produção');
    expect(stdout).not.toContain('IN_PROGRESS');
  });

  it('has fewer columns where the terminal is narrower, and no line that is too long', async () => {
    const titles = ['Barco', 'Modelo', 'Fase', 'prevista', 'Estado'];
    const wide = await tableIn(170);
    for (const title of [...titles, 'adiado', 'Erros']) expect(wide).toContain(title);
    const narrow = await tableIn(80);
    for (const title of titles.slice(0, 4)) expect(narrow).toContain(title);
    expect(narrow).not.toContain('adiado');
  });

  /** The line of titles, as wide as that. */
  async function tableIn(width: number): Promise<string> {
    const { stdout } = await orders(['prazo=sexta'], { COLUMNS: String(width) });
    const lines = stdout.split('\n');
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(width);
    expect(lines.filter((line) => line.includes(friday)).length).toBeGreaterThan(3);
    return lines
      .slice(
        2,
        lines.findIndex((line) => /^ *\d{6} {2}/.test(line)),
      )
      .join('\n');
  }

  it('is a list where a table would be broken', async () => {
    const { stdout } = await orders(['prazo=sexta', 'linhas=3'], { COLUMNS: '40' });
    const lines = stdout.split('\n');
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(40);
    expect(lines.filter((line) => /^Barco: \d+$/.test(line))).toHaveLength(3);
    expect(lines.filter((line) => line === `Expedição prevista: ${friday}`)).toHaveLength(3);
  });

  it('says so where filters lie after the moment of the file, or select nothing', async () => {
    const later = await orders(['criada=2031-01-01..', '--model', 'k1']);
    expect(later).toMatchObject({ exitCode: 0 });
    expect(later.stderr.replaceAll('\n', ' ')).toContain(
      'fica depois do momento do ficheiro (2023-04-30 18:00)',
    );
    expect(later.stdout).toContain('Nada corresponde aos filtros.');
    expect(later.stdout).toMatch(/Sozinho, modelo=K1 escolhe \d+\./);
    const due = await orders(['prazo=2031-01-01']);
    expect(due.stderr).toBe('');
    expect(due.stdout).toContain('Nada corresponde aos filtros.');
  });

  it.each([
    [['prazo=sextas-feiras'], /«sextas-feiras» não diz um dia.*\n.*30\/04\/2023/],
    [['prazo'], /falta o valor/],
    [['cor=azul'], /não tem o filtro «cor».*\n.*prazo, criada/],
    [['--due', 'sexta', 'prazo=hoje'], /vem duas vezes/],
    [['estado=pintado'], /«estado» não tem esse valor.*\n.*em-producao/],
    [['fase=laminacao'], /não tem «laminacao».*\n.*Laminagem \(1\)/],
    [['fase=acabamento'], /pode ser mais do que um.*\n.*\(33\)/],
    [['prazo=+7..hoje'], /due_from/],
  ])('%j is refused with what would serve', async (words, told) => {
    const { exitCode, stdout, stderr } = await orders(words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(told);
  });

  it('tells one order, and its phases', async () => {
    const [id] = countedBy((one) => one.of_fase_id === 1) as [number];
    const one = await run(['order', String(id)]);
    expect(one.stdout).toMatch(new RegExp(`^Barco: ${id}$`, 'm'));
    expect(one.stdout).toMatch(/^Fase: Laminagem$/m);
    expect(one.stdout.replaceAll('\n', ' ')).toMatch(/carga 1 .*momento do ficheiro 2023-04-30 18:00/);
    const phases = await run(['order', String(id), '--phases', '--json']);
    const api = await askFor(sample.database.pool, 'prodplan.order_phases', { of_id: String(id) });
    expect(JSON.parse(phases.stdout)).toEqual(JSON.parse(JSON.stringify(api)));
    expect((await run(['order', '99999999'])).stderr).toContain('NOT_FOUND');
    expect((await run(['order', 'x'])).exitCode).toBe(2);
  });

  it('speaks English where that is asked for', async () => {
    const { stdout } = await orders(['fase=laminagem', 'linhas=2'], { PRODPLAN_LANG: 'en' });
    expect(stdout).toContain('rows used');
    expect(stdout).toContain("file's moment");
    expect(stdout).toContain('Filters: phase=Laminagem (1)');
    expect(stdout).not.toContain('linhas usadas');
  });
});
