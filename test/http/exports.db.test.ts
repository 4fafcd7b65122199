import { writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { endpoints } from '../../src/http/endpoints/index.js';
import { guarded, guardedLine, looksLikeFormula } from '../../src/http/exports/guard.js';
import { cellText } from '../../src/source/sheets/cell-text.js';
import { CellKind, openWorkbook } from '../../src/workbook/index.js';
import { smallDump, temporaryFolder } from '../support/dump.js';
import { type Api, newApi, problemOf } from './support.js';

async function cellsOf(content: Buffer, sheet = 0): Promise<{ kind: number; text: string }[][]> {
  const path = join(await temporaryFolder(), 'x.xlsx');
  await writeFile(path, content);
  const workbook = await openWorkbook(path);
  const rows: { kind: number; text: string }[][] = [];
  await workbook.readSheet(workbook.sheets[sheet]!, (row) => {
    rows.push(
      Array.from({ length: row.width }, (_, n) => ({
        kind: row.kind[n]!,
        text: cellText(row, n, workbook.sharedStrings),
      })),
    );
  });
  await workbook.close();
  return rows;
}

describe('an export', () => {
  it('holds the same rows as the answer, as CSV and as XLSX, numbers as numbers', async () => {
    const api = await newApi({ holding: smallDump() });
    const json = (await (await api.get('/api/match-rates')).json()) as { data: Record<string, unknown>[] };
    const csv = await (await api.get('/api/match-rates', { headers: { accept: 'text/csv' } })).text();
    const lines = csv.trim().split('\r\n');
    expect(lines.filter((line) => line.startsWith('#')).join()).toContain('# carga: 1');
    expect(lines.filter((line) => !line.startsWith('#'))).toHaveLength(json.data.length + 1);
    const bare = await (await api.get('/api/match-rates?format=csv&origin=false')).text();
    expect(bare).not.toContain('#');
    const xlsx = await api.get('/api/match-rates?format=xlsx');
    expect(xlsx.headers.get('content-disposition')).toContain('.xlsx');
    const rows = await cellsOf(Buffer.from(await xlsx.arrayBuffer()));
    expect(rows).toHaveLength(json.data.length + 1);
    const place = rows[0]!.findIndex((one) => one.text === 'Linhas que referem');
    expect(rows.slice(1).map((row) => Number(row[place]!.text))).toEqual(
      json.data.map((one) => one.referring_rows),
    );
    expect(rows[1]![place]!.kind).toBe(CellKind.number);
  });

  it('says in sheets of its own what its columns mean and what it rests on', async () => {
    const api = await newApi({ holding: smallDump() });
    const path = '/api/prodplan/orders?familia=K1&state=DONE,CREATED';
    const reply = (await (await api.get(path)).json()) as {
      support: {
        method: string;
        gates: { gate: string }[];
        rows_excluded: { reason: string; rows: number }[];
      };
    };
    const file = Buffer.from(await (await api.get(`${path}&format=xlsx`)).arrayBuffer());
    const texts = async (sheet: number) =>
      (await cellsOf(file, sheet)).map((row) => row.map(({ text }) => text));
    const [header, legend, origin] = [
      (await texts(0))[0]!,
      await texts(1),
      new Map((await texts(2)) as [string, string][]),
    ];
    expect(legend.slice(1).map(([title]) => title)).toEqual(header);
    const due = legend.find(([title]) => title === 'Situação do prazo')!;
    expect(due.slice(0, 2)).toEqual(['Situação do prazo', 'due_status']);
    expect(due[3]).toContain('em risco (AT_RISK)');
    const told = Object.fromEntries(origin);
    expect(told).toMatchObject({
      'O que se pergunta': 'Ordens de fabrico',
      'Filtro familia': 'K1',
      'Filtro state': 'DONE,CREATED',
      Estado: 'sustentado',
      Carga: '1',
      Definição: reply.support.method,
    });
    expect(told.Ficheiro).toMatch(/\.xlsx$/);
    for (const { gate } of reply.support.gates) expect(told[`Critério ${gate}`]).toBeDefined();
    for (const { reason, rows } of reply.support.rows_excluded)
      expect(told[`De fora: ${reason}`]).toBe(String(rows));
    // The address gives the same again.
    const again = (await (await api.get(told.Endereço!)).json()) as object;
    expect(again).toEqual(reply);
  });

  it('for people has the same rows, with titles, words and decimal commas', async () => {
    const api = await newApi({ holding: smallDump() });
    const rows = (
      (await (await api.get('/api/match-rates')).json()) as { data: { row_rate: number | null }[] }
    ).data;
    const response = await api.get('/api/match-rates?format=csv-pt');
    expect(response.headers.get('content-disposition')).toContain('.csv"');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...lines] = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
    const place = header!.split(';').indexOf('Parte das linhas');
    expect(lines.map((line) => line.split(';')[place])).toEqual(
      rows.map(({ row_rate }) => (row_rate === null ? '' : String(row_rate).replace('.', ','))),
    );
  });

  it('guards texts that a spreadsheet would run, and leaves numbers alone', () => {
    for (const text of ['=1+1', '+cmd', '-1+1', '@SUM(A1)', '\tx', '＝1'])
      expect(looksLikeFormula(text)).toBe(true);
    for (const text of ['-5', '+1.5', '-2e3', 'K1', 'a=b', '']) expect(looksLikeFormula(text)).toBe(false);
  });
});

describe('a text in a CSV', () => {
  /** The cells that a spreadsheet makes of a file; quotes count at the beginning of a cell only. */
  function cellsBy(separator: string, file: string): string[] {
    const cell = new RegExp(`"((?:[^"]|"")*)"|[^${separator}\\r\\n]+`, 'g');
    return [...file.matchAll(cell)].map(([whole, quoted]) => (quoted ?? whole).trim());
  }

  const traps = [
    `K1 a;=cmd|' /C calc'!A0;`,
    'a\t=1+1',
    'a\n=1+1',
    'a; "=1+1"',
    'a\n""@SUM(A1)',
    '-1+1;+1+1',
    'x,=1+1,y',
    'x, "=1+1',
  ];

  it('is no formula in a quoted field, whichever separator the spreadsheet goes by', () => {
    for (const trap of traps)
      for (const separator of [',', ';', '\t']) {
        const file = `7,"${guarded(trap).replaceAll('"', '""')}",8\r\n`;
        for (const one of cellsBy(separator, file))
          expect(one.replace(/^"+/, ''), `${trap} by ${separator}`).not.toMatch(/^[=+\-@]/);
      }
    expect(guarded('K1 a; b-c = d')).toBe('K1 a; b-c = d');
  });

  it('is no formula in a line of the origin either, and leaves the line whole', () => {
    for (const trap of traps)
      for (const separator of [',', ';', '\t']) {
        const line = guardedLine(`filtros: text=${trap}`);
        expect(line).not.toMatch(/["\r\n\t]/);
        for (const one of cellsBy(separator, line)) expect(one).not.toMatch(/^[=+\-@]/);
      }
  });

  it('that a caller sent comes back harmless in the lines of the origin, with the mark that Excel needs', async () => {
    const api = await newApi({ holding: smallDump() });
    const path = `/api/prodplan/orders?format=csv&text=${encodeURIComponent(`x,=cmd|' /C calc'!A0,y`)}`;
    const file = Buffer.from(await (await api.get(path)).arrayBuffer());
    expect(file.subarray(0, 4).toString()).toBe('\uFEFF#');
    expect(file.toString()).toContain(`text=x,'=cmd|' /C calc'!A0,y`);
    const bare = Buffer.from(await (await api.get(`${path}&origin=false`)).arrayBuffer());
    expect(bare.toString()).toMatch(/^of_id,/);
  });
});

/** Asks and takes nothing of the answer. */
function ask(api: Api, path: string): Socket {
  const { host, hostname, port } = new URL(api.url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => {});
  socket.pause();
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  return socket;
}

async function transactions(api: Api): Promise<number> {
  const { rows } = await api.database.pool.query(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
  );
  return rows[0].n;
}

/** Several pages, too long for any socket to take them all while nobody reads. */
async function longList(api: Api): Promise<string> {
  await api.ingest(smallDump());
  await api.database.pool.query(`
    UPDATE agg_product SET produto_nome = repeat('x', 5000);
    INSERT INTO agg_order
    SELECT (jsonb_populate_record(one.a, jsonb_build_object('of_id', 100000 + n))).*
    FROM (SELECT a FROM agg_order a WHERE produto_id = 201 LIMIT 1) one, generate_series(1, 6000) n`);
  return '/api/prodplan/orders?format=csv';
}

describe('an export whose reader', () => {
  it('only wants its head is told it, and no more than a page is read', async () => {
    const api = await newApi();
    const path = await longList(api);
    for (const format of ['csv', 'csv-pt', 'xlsx']) {
      const response = await fetch(`${api.url}${path.replace('csv', format)}`, { method: 'HEAD' });
      expect([response.status, await response.text()]).toEqual([200, '']);
      expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    }
    while ((await transactions(api)) > 0) await sleep(20);
    // Each gave its slot back.
    for (let n = 0; n < 10; n++)
      expect((await fetch(`${api.url}${path}`, { method: 'HEAD' })).status).toBe(200);
  });

  it('goes away, before or after the first byte, gives its connection back', async () => {
    const api = await newApi();
    const path = await longList(api);
    for (const wait of [0, 0, 0, 0, 5, 20, 100, 300])
      for (const format of ['csv', 'xlsx']) {
        const socket = ask(api, path.replace('csv', format));
        await sleep(wait);
        socket.destroy();
      }
    while ((await transactions(api)) > 0) await sleep(50);
    expect((await api.get('/api/gates')).status).toBe(200);
    // No slot is lost either.
    const whole = await Promise.all(Array.from({ length: 8 }, () => api.get('/api/gates?format=csv')));
    expect(whole.map((one) => one.status)).toEqual(Array(8).fill(200));
  });

  it('takes nothing is cut off', async () => {
    const api = await newApi({ app: { exportPatienceMs: 300 } });
    ask(api, await longList(api));
    while ((await transactions(api)) === 0) await sleep(20);
    while ((await transactions(api)) > 0) await sleep(50);
  });

  it('is one of too many is told to wait, and everybody else is answered', async () => {
    const api = await newApi();
    const path = await longList(api);
    const slow = Array.from({ length: 8 }, () => ask(api, path));
    while ((await transactions(api)) < 8) await sleep(20);
    const ninth = await api.get(path);
    expect([ninth.status, (await problemOf(ninth)).code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect((await api.get('/api/gates')).status).toBe(200);
    for (const one of slow) one.destroy();
    while ((await transactions(api)) > 0) await sleep(50);
    expect((await api.get('/api/gates?format=csv')).status).toBe(200);
  });
});

it('every list is to be had as CSV and as XLSX', () => {
  for (const { name, responses, table } of endpoints) {
    const isList = responses.some(({ schema }) => {
      const shape = (schema as { shape?: Record<string, unknown> } | undefined)?.shape;
      return shape !== undefined && 'next_cursor' in shape;
    });
    if (isList) expect(table, name).toBeDefined();
  }
});

it('texts of the dump that a spreadsheet would run are harmless in both formats', async () => {
  const api = await newApi();
  const dump = smallDump();
  const evil = '=HYPERLINK("http://evil.example","x")';
  dump.modelos = dump.modelos!.map((one) => ({ ...one, produto_nome: evil }));
  await api.ingest(dump);
  const path = '/api/prodplan/orders?limit=1';
  const csv = await (await api.get(`${path}&format=csv`)).text();
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
  expect(csv).not.toMatch(/(^|,)"?=/m);
  expect(csv).toContain('# carga: 1\r\n');
  expect(csv).toContain('# filtros: sort=-created\r\n');
  const xlsx = Buffer.from(await (await api.get(`${path}&format=xlsx`)).arrayBuffer());
  const file = join(await temporaryFolder(), 'x.xlsx');
  await writeFile(file, xlsx);
  const rows = await cellsOf(xlsx);
  const cell = rows[1]!.find((one) => one.text === evil);
  // A text, not a formula: the reader finds it as it was, of the kind of shared strings.
  expect(cell?.kind).toBe(CellKind.shared);
  // Days are days, with which a spreadsheet can calculate; the newest order was created on 20 March.
  const day = rows[0]!.findIndex((one) => one.text === 'Criado em');
  expect([CellKind.text, CellKind.shared]).not.toContain(rows[1]![day]!.kind);
  expect(Number(rows[1]![day]!.text)).toBe((Date.UTC(2023, 2, 20) - Date.UTC(1899, 11, 30)) / 86_400_000);
});
