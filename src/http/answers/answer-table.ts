import type pg from 'pg';
import type { Language } from '../../platform/errors/kinds.js';
import { askAll, type Caller, type Reply, type Service } from '../../services/index.js';
import type { ExportTable } from '../exports/table.js';
import { factsOf, sourceNameOf } from './facts.js';

interface TableAsked {
  readonly pool: pg.Pool;
  readonly service: Service;
  readonly params: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
  readonly language: Language;
  /** Called once, when nothing more is read. */
  free?(): void;
}

/** The whole answer as a table, whatever page was asked for: an export is not cut into pages. */
export async function answerTable(asked: TableAsked): Promise<ExportTable> {
  const { pool, service, params, caller, language, free = () => {} } = asked;
  const { table: shape } = service;
  if (shape === null) throw new Error(`${service.name} has no table`);
  const replies = askAll(pool, service, params, caller);
  const close = async (): Promise<void> => {
    await replies.return(undefined).finally(free);
  };
  const { first, file } = await beginning(pool, replies).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const rowsOf = (reply: Reply) => (reply.data === null ? [] : shape.rows(reply.data));
  async function* pages(): ExportTable['pages'] {
    yield rowsOf(first);
    for await (const page of replies) yield rowsOf(page);
  }
  return {
    name: `${service.name}-carga-${first.support.run_id}`,
    row: shape.row,
    figures: service.figures,
    origin: {
      title: service.summary,
      path: service.path,
      filters: filtersAsked(params),
      facts: [[language === 'pt' ? 'ficheiro' : 'file', file], ...factsOf(first, language)],
    },
    pages: pages(),
    close,
  };
}

/** The first page says of which run all are, and so of which file. */
async function beginning(pool: pg.Pool, replies: AsyncGenerator<Reply>) {
  const { done, value } = await replies.next();
  if (done === true) throw new Error('a question gave no page');
  return { first: value as Reply, file: await sourceNameOf(pool, value as Reply) };
}

/** Pages are of no concern to who gets the whole. */
function filtersAsked({ limit: _, cursor: __, ...filters }: TableAsked['params']): Record<string, unknown> {
  return filters;
}
