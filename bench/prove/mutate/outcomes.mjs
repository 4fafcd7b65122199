import { writeFileSync } from 'node:fs';
import { openWorkbook, WorkbookError } from '../../../dist/workbook/index.js';
import { SharedStringsReader } from '../../../dist/workbook/parts/shared-strings.js';
import { RowScanner } from '../../../dist/workbook/sheet/row-scanner.js';
import { CellKind } from '../../../dist/workbook/sheet/row-view.js';
import { takenByFastPath, withoutFastPath } from '../lib/paths-of-reading.mjs';
import { zip } from '../lib/zip.mjs';
import { mutateBytes, mutateXml } from './mutations.mjs';

/** A base has at most 100 shared texts and 8 styles; those that a mutant names beyond them are refused. */
const context = { sharedCount: 1000, dateStyles: Uint8Array.of(0, 1, 0, 1, 0, 0, 1, 0) };
const itemBytes = 1 << 20;
const textsBytes = 1 << 24;

/** What is mutated, and how often. Whole workbooks take some hundred times as long as a sheet alone. */
const kinds = [
  ['sheet', 84],
  ['texts', 13.6],
  ['archive', 1.2],
  ['part', 1.2],
];

/**
 * A mutant and how it is read: {kind, mutant, byItself, general, fast}. An outcome has the rows (or shared texts) that
 * were handed on, and where that was not all a code of ours, or else a crash.
 */
export async function readMutant(bases, chances, scratchFile) {
  const kind = chances.weighted(kinds);
  if (kind === 'sheet')
    return inBothWays(kind, readSheet, mutateXml(chances.pick(bases.sheets), chances), chances);
  if (kind === 'texts')
    return inBothWays(kind, readTexts, mutateXml(chances.pick(bases.texts), chances), chances);
  const book = chances.pick(bases.books);
  const bytes = kind === 'archive' ? mutateBytes(zip(book), chances) : zip(withOneChanged(book, chances));
  writeFileSync(scratchFile, bytes);
  const byItself = await outcomeOf(readBook(scratchFile));
  const general = await withoutFastPath(() => outcomeOf(readBook(scratchFile)));
  return { kind, mutant: bytes, byItself, general, fast: takenByFastPath() };
}

/** The archive is whole again: its sizes and checksums are those of the mutant. */
function withOneChanged(book, chances) {
  const at = chances.whole(0, book.length - 1);
  return book.with(at, { ...book[at], data: mutateXml(book[at].data, chances) });
}

async function inBothWays(kind, read, mutant, chances) {
  const chunks = cut(mutant, chances);
  const byItself = await outcomeOf(read(chunks));
  const fast = takenByFastPath();
  const general = await withoutFastPath(() => outcomeOf(read(chunks)));
  return { kind, mutant, byItself, general, fast };
}

/** Mostly whole, else in pieces as an archive may hand them out. */
function cut(bytes, chances) {
  if (chances.chance(0.6)) return [bytes];
  const chunks = [];
  const most = chances.pick([7, 60, 700]);
  for (let at = 0; at < bytes.length; ) {
    const size = chances.whole(1, most);
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

async function outcomeOf(read) {
  const rows = [];
  try {
    await read(rows);
    return { rows };
  } catch (error) {
    if (error instanceof WorkbookError) return { rows, code: error.code };
    return { rows, crash: error.stack ?? String(error) };
  }
}

const readSheet = (chunks) => (rows) => {
  const scanner = new RowScanner(context, itemBytes, (row) => rows.push(seen(row)));
  for (const chunk of chunks) scanner.push(Buffer.from(chunk));
  scanner.end();
};

const readTexts = (chunks) => (rows) => {
  const reader = new SharedStringsReader(itemBytes, textsBytes);
  for (const chunk of chunks) reader.push(Buffer.from(chunk));
  const { count, bytes, offsets } = reader.end();
  for (let at = 0; at < count; at++) rows.push(bytes.toString('latin1', offsets[at], offsets[at + 1]));
};

const readBook = (path) => async (rows) => {
  const book = await openWorkbook(path);
  try {
    for (const sheet of book.sheets) await book.readSheet(sheet, (row) => rows.push(seen(row)));
  } finally {
    await book.close();
  }
};

/** All that a row says; bytes as they are. */
function seen(row) {
  let text = `${row.rowNumber}`;
  for (let column = 0; column < row.width; column++) {
    const kind = row.kind[column];
    if (kind === CellKind.empty) continue;
    const value =
      kind === CellKind.shared
        ? row.start[column]
        : row.bytes.toString('latin1', row.start[column], row.end[column]);
    text += `|${column} ${kind} ${value}`;
  }
  return text;
}
