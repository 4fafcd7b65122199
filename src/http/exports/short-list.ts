import type { ExportTable } from './table.js';

interface ShortList extends Pick<ExportTable, 'name' | 'row'> {
  readonly title: string;
  readonly path: string;
  readonly filters?: Readonly<Record<string, unknown>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** A list that is whole in memory anyway, as an export. */
export function shortList({ name, row, title, path, filters = {}, rows }: ShortList): ExportTable {
  async function* pages(): AsyncGenerator<typeof rows> {
    yield rows;
  }
  return { name, row, origin: { title, path, filters, facts: [] }, pages: pages() };
}
