// node inflate.mjs workbook.xlsx [csv...]
// What no reader can go below: inflates all sheets at once on the thread pool and throws the bytes away. With CSV
// files it also compresses those, at gzip level 1 in blocks of 1 MiB on the same pool, and writes them.
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createInflateRaw, gzip } from 'node:zlib';
import { sheetEntries } from './zip-entries.mjs';

const chunkBytes = 1 << 18;
const blockBytes = 1 << 20;
const blocksInFlight = 8;
const compress = promisify(gzip);

const [workbook, ...csvFiles] = process.argv.slice(2);
const inflated = (await sheetEntries(workbook)).map(inflate);
await Promise.all([...inflated, compressAll(csvFiles)]);

function inflate({ start, end }) {
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => done(),
    highWaterMark: chunkBytes * 4,
  });
  return pipeline(
    createReadStream(workbook, { start, end, highWaterMark: chunkBytes }),
    createInflateRaw({ chunkSize: chunkBytes }),
    nowhere,
  );
}

async function compressAll(paths) {
  for (const path of paths) {
    const csv = await readFile(path);
    const out = await open(`${path}.floor.gz`, 'w');
    for (let at = 0; at < csv.length; at += blockBytes * blocksInFlight) {
      const starts = Array.from({ length: blocksInFlight }, (_, i) => at + i * blockBytes);
      const blocks = starts
        .map((from) => csv.subarray(from, from + blockBytes))
        .filter((one) => one.length > 0);
      await out.writev(await Promise.all(blocks.map((block) => compress(block, { level: 1 }))));
    }
    await out.close();
  }
}
