import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Code } from '../platform/errors/catalogue.js';
import type { Language } from '../platform/errors/kinds.js';
import type { HttpContext } from './context.js';
import type { ExportTable } from './exports/table.js';
import type { HttpCaller } from './security/caller.js';

/**
 * Who may call: `open` to anybody whom the server talks to at all, `health` is open to this machine, `read` to a reader (to everybody where only this machine is served),
 * `pay` to an operator or to hr, always with a key or the local token, `operate` to an operator alone.
 */
export type Access = 'open' | 'health' | 'read' | 'pay' | 'operate';

/** How an answer may be had: JSON, or a table: for programs, for a spreadsheet in Portugal, as a workbook. */
export type Format = 'json' | 'csv' | 'csv-pt' | 'xlsx';

export interface Call<P, B> {
  readonly context: HttpContext;
  readonly params: P;
  readonly body: B;
  readonly caller: HttpCaller;
  readonly format: Format;
  /** Of what is written for people: titles and words of a file. */
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What goes out. A table is written in the format that was asked for. */
export type Outcome =
  | { readonly json: unknown; readonly status?: number; readonly headers?: Headers }
  | { readonly bytes: Buffer; readonly type: string; readonly headers?: Headers }
  | { readonly stream: Readable; readonly type: string; readonly headers?: Headers }
  | { readonly table: ExportTable }
  /** The caller has the answer already (304). */
  | { readonly unchanged: true; readonly headers: Headers }
  /** The handler has taken the socket over (events). */
  | { readonly taken: true };

type Headers = Readonly<Record<string, string>>;

export interface ResponseShape {
  readonly status: number;
  readonly description: string;
  /** application/json where a schema is given; else `type`; without either no body comes. */
  readonly schema?: z.ZodType;
  readonly type?: string;
}

/** One address of the API: routes, checks, rights, description and client types follow from it. */
export interface Endpoint<P extends z.ZodObject = z.ZodObject, B extends z.ZodType = z.ZodType> {
  /** Area and question: the operation's id. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** `/api/ingestion/runs/{run_id}` */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  /** Of path and query together: a strict object. */
  readonly params: P;
  /** A JSON body. */
  readonly body?: B;
  /** It also takes a file, as multipart/form-data, with these fields beside it. */
  readonly uploadFields?: z.ZodObject;
  /** The answer may be had as CSV and XLSX, with these columns. */
  readonly table?: z.ZodObject;
  readonly responses: readonly ResponseShape[];
  /** Refusals that are its own; those that every address may give are added. */
  readonly problems?: readonly Code[];
  handle(call: Call<z.output<P>, z.output<B>>): Promise<Outcome>;
}

/** Checks a declaration's types, then sets them aside: what reads the list does not depend on them. */
export function defineEndpoint<P extends z.ZodObject, B extends z.ZodType>(
  endpoint: Endpoint<P, B>,
): Endpoint {
  return endpoint as unknown as Endpoint;
}
