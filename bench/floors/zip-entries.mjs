import { open } from 'node:fs/promises';

const endSignature = Buffer.from([0x50, 0x4b, 5, 6]);
const entrySignature = 0x02014b50;

/** The sheets and the shared strings of a workbook: where their compressed bytes stand. */
export async function sheetEntries(path) {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, 1 << 20));
    await file.read(tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(endSignature);
    const entries = [];
    let at = tail.readUInt32LE(end + 16) - (size - tail.length);
    while (tail.readUInt32LE(at) === entrySignature) {
      const [name, extra, comment] = [28, 30, 32].map((field) => tail.readUInt16LE(at + field));
      const path = tail.toString('utf8', at + 46, at + 46 + name);
      if (/worksheets\/|sharedStrings/.test(path))
        entries.push(await locate(file, tail.readUInt32LE(at + 42), tail.readUInt32LE(at + 20)));
      at += 46 + name + extra + comment;
    }
    return entries;
  } finally {
    await file.close();
  }
}

async function locate(file, header, compressed) {
  const local = Buffer.alloc(30);
  await file.read(local, 0, 30, header);
  const start = header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  return { start, end: start + compressed - 1 };
}
