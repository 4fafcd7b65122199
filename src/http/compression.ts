import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import { brotliOptions, encodings, leastBytes } from './answers/encoded.js';

/**
 * Compresses what goes out, for who can read it. Answers that the cache holds bring their own compressed form; files
 * of the dashboard were compressed when they were built; a workbook is compressed in itself, and events are no text.
 */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    threshold: leastBytes,
    encodings,
    globalDecompression: false,
    brotliOptions,
  });
}
