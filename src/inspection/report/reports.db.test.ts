import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prodplan } from '../../../test/support/cli.js';
import {
  type Dump,
  dumpWorkbook,
  smallDump,
  temporaryFolder,
  type WorkbookOptions,
  writeWorkbook,
} from '../../../test/support/dump.js';
import { inspectFile, renderReports, writeReports } from '../index.js';

const options = { asOf: null, scratch: tmpdir(), timeZone: 'Europe/Lisbon' };

async function reportsOf(dump: Dump, workbook: WorkbookOptions = {}): Promise<ReadonlyMap<string, string>> {
  return renderReports(await inspectFile(await writeWorkbook(dumpWorkbook(dump, workbook)), options));
}

/** Texts that look like markup, in every place that a workbook gives. */
function nastyDump(): Dump {
  const dump = smallDump();
  const nasty =
    '<script src="http://x.example/a.js">&amp; "aspas" \'e\' ]]> \u0001 | `md` [a](http://x.example)';
  dump.modelos = dump.modelos!.map((row) => ({ ...row, produto_nome: nasty, produto_peso_desmolde: nasty }));
  dump.erros_ordem_fabrico = dump.erros_ordem_fabrico!.map((row) => ({ ...row, ofch_of_id: nasty }));
  return dump;
}

describe('the reports', () => {
  it('show no name of an employee, wherever it stands', async () => {
    const names = ['Ana Inventada', 'Rui Inventado', 'z) Rui Inventado'];
    const dump = smallDump();
    // Columns that were shifted or mixed up, and a text that tells of somebody.
    dump.funcionarios!.push({
      funcionario_id: 'Ana Inventada',
      funcionario_nome: 301,
      funcionario_activo: 'Rui Inventado',
    });
    dump.erros_ordem_fabrico![0] = {
      ...dump.erros_ordem_fabrico![0],
      ofch_descricao_erro: 'Visto por ANA  INVENTADA, hoje.',
    };
    dump.ordens_fabrico![0] = {
      ...dump.ordens_fabrico![0],
      of_produto_id: 'Rui Inventado',
      of_fase_id: 'z) rui inventado',
    };
    const withoutHeader: WorkbookOptions = {
      edit: (all) =>
        all.map((one) => (one.name === 'Funcionarios' ? { ...one, rows: one.rows.slice(1) } : one)),
    };
    const otherHeader: WorkbookOptions = {
      edit: (all) =>
        all.map((one) =>
          one.name === 'Funcionarios'
            ? { ...one, rows: one.rows.map((row, n) => (n === 0 ? [row[0]!, 'Nome', row[2]!] : row)) }
            : {
                ...one,
                rows: one.rows.map((row, n) => [...row, n === 0 ? 'Ana Inventada' : 'Rui Inventado']),
              },
        ),
    };
    for (const workbook of [{}, { inline: true }, withoutHeader, otherHeader]) {
      for (const [file, text] of await reportsOf(dump, workbook)) {
        for (const name of names)
          expect(text.toLowerCase().includes(name.toLowerCase()), `${file}: ${name}`).toBe(false);
      }
    }
    for (const [file, text] of await reportsOf(smallDump(), withoutHeader))
      expect(text, file).not.toMatch(/Inventad/);
  });

  it('are a page that is well formed and asks for nothing from elsewhere', async () => {
    for (const dump of [smallDump(), nastyDump(), {}]) {
      const page = (await reportsOf(dump)).get('report.html')!;
      wellFormed(page);
      expect(page).not.toMatch(/<(script|link|img|iframe|object|embed|base|form)\b/i);
      const attributes = page
        .match(/<[^>]*>/g)!
        .filter((tag) => /\s(src|href|xlink:href|action|srcset)="/.test(tag));
      for (const tag of attributes) expect(tag).toMatch(/href="#/);
      expect(page.match(/<style>(.*?)<\/style>/s)![1]).not.toMatch(/url\(|@import|@font-face/);
      expect(page.length).toBeLessThan(2_000_000);
      const ids = new Set(Array.from(page.matchAll(/\sid="([^"]*)"/g), (one) => one[1]!));
      for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids, target).toContain(target);
    }
  });

  it('are the same bytes for the same workbook', async () => {
    const path = await writeWorkbook(dumpWorkbook(smallDump()));
    const [first, second] = [await inspectFile(path, options), await inspectFile(path, options)];
    expect(renderReports(first)).toEqual(renderReports(second));
  });

  it('are for their owner alone, also where older ones were not', async () => {
    const inspection = await inspectFile(await writeWorkbook(dumpWorkbook(smallDump())), options);
    const folder = join(await temporaryFolder(), 'um', 'dois');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'profile.json'), '{}');
    await chmod(join(folder, 'profile.json'), 0o644);
    const files = await writeReports(inspection, folder);
    expect((await readdir(folder)).sort()).toEqual([...files].sort());
    for (const file of files) expect((await stat(join(folder, file))).mode & 0o777, file).toBe(0o600);
  });
});

describe('prodplan inspect', () => {
  it('writes four files and says where they are', async () => {
    const workbook = await writeWorkbook(dumpWorkbook(smallDump()));
    const folder = join(await temporaryFolder(), 'saída');
    const done = await prodplan(['inspect', workbook, '--out', folder, '--as-of', '2023-04-20'], {});
    expect(done, done.stderr).toMatchObject({ exitCode: 0 });
    expect((await readdir(folder)).sort()).toEqual([
      'DATA_DICTIONARY.md',
      'profile.json',
      'relationships.json',
      'report.html',
    ]);
    expect(done.stdout).toContain(folder);
    const profile = JSON.parse(await readFile(join(folder, 'profile.json'), 'utf8'));
    expect(profile).toMatchObject({
      format: 'prodplan-profile-1',
      as_of: '2023-04-20T23:59:59',
      as_of_origin: 'flag',
    });
    expect(profile.workbook.sha256).toMatch(/^[0-9a-f]{64}$/);
    const json = await prodplan(
      ['inspect', workbook, '--out', folder, '--as-of', '2023-04-20', '--json'],
      {},
    );
    expect(JSON.parse(json.stdout).profile).toEqual(profile);
    expect(json.stderr).toBe('');
  });

  it('refuses what it cannot read, with the exit code of an input', async () => {
    const folder = await temporaryFolder();
    const text = join(folder, 'texto.xlsx');
    await writeFile(text, 'isto não é um livro do Excel');
    for (const path of [text, join(folder, 'nada.xlsx'), folder]) {
      const done = await prodplan(['inspect', path, '--out', join(folder, 'out')], {});
      expect(done, path).toMatchObject({ exitCode: 3, stdout: '' });
      expect(done.stderr).toContain('O que fazer:');
    }
    const badMoment = await prodplan(['inspect', text, '--out', folder, '--as-of', 'ontem'], {});
    expect(badMoment.exitCode).toBe(2);
  });
});

/** A strict reading as XML: every tag closed in its order, every attribute quoted, no stray `<` or `&`. */
function wellFormed(page: string): void {
  const open: string[] = [];
  const token =
    /<!DOCTYPE html>|<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|[^<>&]+|&(?:amp|lt|gt|quot|#\d+);|>/gy;
  // The content of a style element is no markup to HTML.
  const text = page.replace(/<style>.*?<\/style>/s, '<style></style>');
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const found = token.exec(text);
    if (found === null) throw new Error(`not well formed at: ${text.slice(at, at + 80)}`);
    const [, closing, name, attributes, empty] = found;
    if (name === undefined) continue;
    const keys = Array.from((attributes ?? '').matchAll(/\s([\w:-]+)=/g), (one) => one[1]);
    expect(new Set(keys).size, `attributes of ${found[0]}`).toBe(keys.length);
    for (const [, value] of (attributes ?? '').matchAll(/="([^"]*)"/g))
      expect(value!.replace(/&(?:amp|lt|gt|quot|#\d+);/g, '')).not.toContain('&');
    if (closing === '/') expect(name, `closing ${found[0]}`).toBe(open.pop());
    else if (empty !== '/') open.push(name);
  }
  expect(open).toEqual([]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  expect(page).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
}
