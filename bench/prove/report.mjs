import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { grouped, table } from '../lib/format.mjs';
import { machine } from '../lib/machine.mjs';
import { bench } from '../lib/paths.mjs';
import { isOpen, Record } from './lib/record.mjs';

/** Writes bench/PROOF.md from what all parts have counted so far. */
export function writeProof(parts) {
  const { cpu, cores, memoryGb, os, node } = machine();
  const sections = parts.map((part) => section(part, Record.read(part.name)));
  const page = `# Proof

What \`npm run prove\` tried, how often, and what failed ([how](../docs/how-to/prove-it.md)). Figures of one campaign;
a part may have been run in several sittings (\`--resume\`), at the commits that it names.

- machine: ${cpu}, ${cores} cores, ${Math.round(memoryGb)} GB, ${os}
- Node ${node}

${sections.join('\n\n')}
`;
  writeFileSync(join(bench, 'PROOF.md'), page);
}

function section(part, record) {
  if (record === null) return `## ${part.name}\n\n${part.about}\n\nNot run yet.`;
  const rows = part.rows(record).map(([what, value, wanted]) => [what, grouped(value), wanted]);
  const failures = record.failures;
  const open = failures.filter(isOpen);
  return [
    `## ${part.name}`,
    part.about,
    `Seed ${record.seed}, ${Math.round(record.seconds / 60)} minutes, commit${record.commits.length > 1 ? 's' : ''} ${record.commits.join(', ')}.`,
    table(
      ['what', 'how often', 'wanted'],
      [
        ...rows,
        ['failures', grouped(failures.length), '0'],
        ['failures that are open', grouped(open.length), '0'],
      ],
      [0, 2],
    ),
    ...(record.notes.length > 0 ? [record.notes.map((one) => `- ${one}`).join('\n')] : []),
    ...(failures.length > 0 ? [failureList(failures)] : []),
  ].join('\n\n');
}

/** By kind: how often, one case that shows it, and whether the last attempt at it still failed. */
function failureList(failures) {
  const kinds = Map.groupBy ? Map.groupBy(failures, ({ what }) => what) : grouping(failures);
  const rows = [...kinds].map(([what, all]) => {
    const open = all.filter(isOpen).length;
    const first = all[0];
    return [
      what,
      grouped(all.length),
      grouped(open),
      `--case ${first.case}`,
      first.commit,
      cell(first.detail),
    ];
  });
  return `What failed:\n\n${table(['kind', 'seen', 'open', 'for example', 'at', 'what was seen'], rows, [0, 3, 4, 5])}`;
}

function grouping(failures) {
  const kinds = new Map();
  for (const one of failures) kinds.set(one.what, [...(kinds.get(one.what) ?? []), one]);
  return kinds;
}

function cell(text) {
  const line = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .replaceAll(/\/\S*\/(?=[^/\s]+)/g, '');
  return line.length > 160 ? `${line.slice(0, 157)}...` : line;
}
