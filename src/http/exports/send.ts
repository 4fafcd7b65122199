import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Language } from '../../platform/errors/kinds.js';
import type { Format } from '../endpoint.js';
import { csv } from './csv.js';
import { csvForPeople } from './csv-people.js';
import { mediaTypes } from './format.js';
import type { ExportTable } from './table.js';
import { xlsx } from './xlsx.js';

export interface SendOptions {
  readonly format: Format;
  readonly withOrigin: boolean;
  /** Of titles, words and legend. */
  readonly language: Language;
  /** A reader who takes nothing for so long is cut off. */
  readonly patienceMs: number;
}

/** Streams a table: at no time does the whole of it lie in memory, and a reader who goes away ends it. */
export function sendTable(reply: FastifyReply, table: ExportTable, options: SendOptions): FastifyReply {
  const { format, patienceMs } = options;
  const isSheet = format === 'xlsx';
  reply
    .header('content-disposition', `attachment; filename="${table.name}.${isSheet ? 'xlsx' : 'csv'}"`)
    .header('cache-control', 'private, no-store')
    .type(isSheet ? mediaTypes.xlsx : `${mediaTypes.csv}; charset=utf-8; header=present`);
  endWithReader(reply, table, patienceMs);
  // Excel asks for the head first: no row is read for it.
  if (reply.request.method === 'HEAD') return reply.send();
  return reply.send(Readable.from(piecesOf(table, options), { objectMode: false }));
}

function piecesOf(table: ExportTable, { format, withOrigin, language }: SendOptions): AsyncGenerator<Buffer> {
  if (format === 'xlsx') return xlsx(table, language);
  return format === 'csv-pt' ? csvForPeople(table, language) : csv(table, withOrigin);
}

/** Pages that nobody has begun to read are not ended by the end of their reader: the table itself is told. */
function endWithReader(reply: FastifyReply, { close }: ExportTable, patienceMs: number): void {
  const { raw } = reply;
  raw.setTimeout(patienceMs, () => raw.destroy());
  if (close === undefined) return;
  const end = (): void => {
    close().catch((error: unknown) => reply.log.error({ err: error }, 'export not ended'));
  };
  if (raw.destroyed) end();
  else raw.once('close', end);
}
