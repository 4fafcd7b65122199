import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { looksLikeFormula } from '../../src/http/exports/guard.js';
import { CellKind, openWorkbook } from '../../src/workbook/index.js';
import { smallDump, temporaryFolder } from '../support/dump.js';
import { newApi } from './support.js';

async function cellsOf(content: Buffer): Promise<{ kind: number; text: string }[][]> {
  const path = join(await temporaryFolder(), 'x.xlsx');
  await writeFile(path, content);
  const workbook = await openWorkbook(path);
  const rows: { kind: number; text: string }[][] = [];
  await workbook.readSheet(workbook.sheets[0]!, (row) => {
    rows.push(
      Array.from({ length: row.width }, (_, n) => ({
        kind: row.kind[n]!,
        text: row.bytes.toString('utf8', row.start[n], row.end[n]),
      })),
    );
  });
  await workbook.close();
  return rows;
}

describe('an export', () => {
  it('holds the same rows as the answer, as CSV and as XLSX, numbers as numbers', async () => {
    const api = await newApi();
    await api.ingest(smallDump());
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
    const place = rows[0]!.findIndex((one) => one.text === 'referring_rows');
    expect(rows.slice(1).map((row) => Number(row[place]!.text))).toEqual(
      json.data.map((one) => one.referring_rows),
    );
    expect(rows[1]![place]!.kind).toBe(CellKind.number);
  });

  it('guards texts that a spreadsheet would run, and leaves numbers alone', () => {
    for (const text of ['=1+1', '+cmd', '-1+1', '@SUM(A1)', '\tx', '＝1'])
      expect(looksLikeFormula(text)).toBe(true);
    for (const text of ['-5', '+1.5', '-2e3', 'K1', 'a=b', '']) expect(looksLikeFormula(text)).toBe(false);
  });
});
