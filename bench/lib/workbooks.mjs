import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { prodplan } from './cli.mjs';
import { root, work } from './paths.mjs';

export const firstDump = '2023-04-30T18:00:00';
/** A day and a week later: some two hundred, and about one in a hundred of the full-size dump's rows are new or different. */
export const nextDayDump = '2023-05-01T18:00:00';
export const nextWeekDump = '2023-05-08T18:00:00';
/** Found by trying: by then a tenth of the full-size dump's rows are new or different. The report gives the share. */
export const nextDump = '2024-01-10T18:00:00';

/** The evenings that follow the first dump. */
export function followingDays(count) {
  return Array.from({ length: count }, (_, nth) => {
    const day = new Date(`${nextDayDump}Z`);
    day.setUTCDate(day.getUTCDate() + nth);
    return day.toISOString().slice(0, 19);
  });
}

/** A workbook of so many orders, as the ERP would have written it at `asOf`; made once and kept. */
export async function workbook(orders, asOf = firstDump) {
  mkdirSync(work, { recursive: true });
  const generator = generatorFingerprint();
  const name = `orders-${orders}_${asOf.slice(0, 10)}_${generator}.xlsx`;
  const path = join(work, name);
  if (!existsSync(path)) {
    removeOutdated(generator);
    console.error(`Making the workbook ${name} ...`);
    const draft = join(work, `draft-${process.pid}.xlsx`);
    await prodplan(['sample', draft, '--orders', String(orders), '--as-of', asOf]);
    renameSync(draft, path);
  }
  return { path, orders, asOf, bytes: statSync(path).size };
}

/** A workbook of an older generator must not be measured for one of today's. */
function generatorFingerprint() {
  const hash = createHash('sha256');
  for (const folder of ['src/sample', 'src/contract']) {
    const files = readdirSync(join(root, folder), { recursive: true }).map(String);
    for (const file of files.filter((one) => one.endsWith('.ts')).sort())
      hash.update(file).update(readFileSync(join(root, folder, file)));
  }
  return hash.digest('hex').slice(0, 8);
}

function removeOutdated(generator) {
  for (const name of readdirSync(work)) {
    if (name.endsWith('.xlsx') && !name.includes(generator)) rmSync(join(work, name), { force: true });
  }
}
