import { deflateRawSync, crc32 as reference } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32, crc32ByTable } from './zip/crc32.js';
import { Inflation, inflatedChunkBytes } from './zip/inflation.js';

describe('crc32', () => {
  it('is the same by table and built in, in pieces too', () => {
    const bytes = Buffer.from(Array.from({ length: 1000 }, (_, n) => (n * 37) & 0xff));
    const wanted = reference(bytes);
    for (const one of [crc32, crc32ByTable]) {
      expect(one(bytes.subarray(400), one(bytes.subarray(0, 400), 0))).toBe(wanted);
      expect(one(Buffer.alloc(0), 0)).toBe(0);
    }
  });
});

describe('inflation', () => {
  const wholeBytes = 60 * inflatedChunkBytes;
  const piece = deflateRawSync(Buffer.alloc(wholeBytes, 'abcdefgh'), { level: 1 });
  const counted = { pieces: 0, closed: false };
  const pieces = Math.ceil(piece.length / 1000);

  async function* source(): AsyncGenerator<Buffer, void> {
    counted.pieces = 0;
    counted.closed = false;
    try {
      for (let at = 0; at < piece.length; at += 1000) {
        counted.pieces++;
        yield piece.subarray(at, at + 1000);
      }
    } finally {
      counted.closed = true;
    }
  }

  const aWhile = () => new Promise((resolve) => setTimeout(resolve, 50));

  it('goes only a few chunks ahead of its consumer', async () => {
    const inflation = new Inflation(source(), wholeBytes);
    let bytes = (await inflation.next())!.length;
    await aWhile();
    expect(counted.pieces).toBeLessThan(pieces / 4);
    for (;;) {
      const chunk = await inflation.next();
      if (chunk === null) break;
      bytes += chunk.length;
    }
    expect(bytes).toBe(wholeBytes);
    expect(counted.pieces).toBe(pieces);
  });

  it('closes its source when it is stopped', async () => {
    const inflation = new Inflation(source(), wholeBytes);
    await inflation.next();
    const reason = new Error('enough');
    inflation.stop(reason);
    await expect(inflation.next()).rejects.toBe(reason);
    await aWhile();
    expect(counted.closed).toBe(true);
  });

  it('reports what its source throws', async () => {
    async function* broken(): AsyncGenerator<Buffer, void> {
      yield piece.subarray(0, 100);
      throw new RangeError('the disk');
    }
    const inflation = new Inflation(broken(), wholeBytes);
    const all = async () => {
      while ((await inflation.next()) !== null);
    };
    await expect(all()).rejects.toThrow(RangeError);
  });
});
