import { guarded, guardedLine } from './guard.js';
import { filtersOf } from './origin.js';
import type { ExportTable, Origin } from './table.js';

/** Without it Excel reads UTF-8 as the code page of the machine. */
const byteOrderMark = '\uFEFF';

/**
 * A CSV file in pieces: where it came from in lines that begin with `#`, the header, the rows. RFC 4180, UTF-8. With
 * its origin it is meant for people, and begins with a byte order mark; without, for programs, which trip over one.
 */
export async function* csv(table: ExportTable, withOrigin: boolean): AsyncGenerator<Buffer> {
  const columns = Object.keys(table.row.shape);
  const head = withOrigin ? `${byteOrderMark}${originLines(table.origin)}` : '';
  yield Buffer.from(`${head}${line(columns)}`);
  for await (const rows of table.pages) {
    if (rows.length > 0)
      yield Buffer.from(rows.map((row) => line(columns.map((name) => row[name]))).join(''));
  }
}

function originLines(origin: Origin): string {
  const { title, path, facts } = origin;
  const filterText = filtersOf(origin)
    .map(([name, value]) => `${name}=${value}`)
    .join(' & ');
  const all = [['resposta', title], ['endereço', path], ['filtros', filterText || 'nenhum'], ...facts];
  return all.map(([name, value]) => `# ${guardedLine(`${name}: ${value ?? ''}`)}\r\n`).join('');
}

function line(cells: readonly unknown[]): string {
  return `${cells.map(field).join(',')}\r\n`;
}

function field(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = guarded(text);
  // A line that begins with # would pass for one of the origin's.
  return /[",\r\n#]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
