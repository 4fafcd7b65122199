import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from './folders.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'prodplan-test-'));
  return () => rmSync(root, { recursive: true });
});

describe('a folder that is made', () => {
  it('is there with all above it, and making it again changes nothing', () => {
    const folder = join(root, 'um', 'dois', 'três');
    makeFolder(folder, 0o700);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    makeFolder(folder, 0o755);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is refused where a file is in the way', () => {
    const file = join(root, 'ficheiro');
    writeFileSync(file, '');
    expect(() => makeFolder(file)).toThrow(/EEXIST/);
    expect(() => makeFolder(join(file, 'pasta'))).toThrow(/ENOTDIR/);
  });

  it.runIf(existsSync('/proc/self'))('is refused by a file system that lies about itself, at once', () => {
    expect(() => makeFolder('/proc/prodplan/extracts')).toThrow(/ENOENT/);
  });
});
