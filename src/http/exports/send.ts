import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Format } from '../endpoint.js';
import { csv } from './csv.js';
import { mediaTypes } from './format.js';
import type { ExportTable } from './table.js';
import { xlsx } from './xlsx.js';

export interface SendOptions {
  readonly format: Format;
  readonly withOrigin: boolean;
  /** A reader who takes nothing for so long is cut off. */
  readonly patienceMs: number;
}

/** Streams a table: at no time does the whole of it lie in memory, and a reader who goes away ends it. */
export function sendTable(
  reply: FastifyReply,
  table: ExportTable,
  { format, withOrigin, patienceMs }: SendOptions,
): FastifyReply {
  endWithReader(reply, table, patienceMs);
  const pieces = format === 'csv' ? csv(table, withOrigin) : xlsx(table);
  const type = format === 'csv' ? `${mediaTypes.csv}; charset=utf-8; header=present` : mediaTypes.xlsx;
  return reply
    .header('content-disposition', `attachment; filename="${table.name}.${format}"`)
    .header('cache-control', 'private, no-store')
    .type(type)
    .send(Readable.from(pieces, { objectMode: false }));
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
