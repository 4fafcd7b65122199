import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Format } from '../endpoint.js';
import { csv } from './csv.js';
import { mediaTypes } from './format.js';
import type { ExportTable } from './table.js';
import { xlsx } from './xlsx.js';

/** Streams a table: at no time does the whole of it lie in memory, and a reader who goes away ends it. */
export function sendTable(
  reply: FastifyReply,
  table: ExportTable,
  format: Format,
  withOrigin: boolean,
): FastifyReply {
  const pieces = format === 'csv' ? csv(table, withOrigin) : xlsx(table);
  const type = format === 'csv' ? `${mediaTypes.csv}; charset=utf-8; header=present` : mediaTypes.xlsx;
  return reply
    .header('content-disposition', `attachment; filename="${table.name}.${format}"`)
    .header('cache-control', 'private, no-store')
    .type(type)
    .send(Readable.from(pieces, { objectMode: false }));
}
