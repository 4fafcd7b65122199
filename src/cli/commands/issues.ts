import type { Command } from 'commander';
import { type IssueTypeName, issueTypes, readIssues } from '../../evidence/index.js';
import { commandFailure } from '../../platform/errors/command.js';
import { groupDigits } from '../../platform/numbers.js';
import { positiveNumber } from '../numbers.js';
import { print, textTable } from '../terminal.js';
import { withTables } from '../with-database.js';

export function issuesCommand(program: Command): void {
  program
    .command('issues')
    .description('os avisos aos dados, do primeiro ao último dia em que se viram (findings about the data)')
    .option('--type <tipo>', 'só deste tipo')
    .option('--all', 'também os que já se resolveram')
    .option('--limit <n>', 'quantos mostrar', positiveNumber, 100)
    .option('--json', 'em JSON')
    .action(run);
}

interface Options {
  readonly type?: string;
  readonly all?: boolean;
  readonly limit: number;
  readonly json?: boolean;
}

async function run(options: Options): Promise<void> {
  const type = options.type === undefined ? null : knownType(options.type);
  await withTables(async ({ pool }) => {
    const { total, issues } = await readIssues(pool, {
      type,
      all: options.all ?? false,
      limit: options.limit,
    });
    if (options.json) return print(JSON.stringify({ total, issues }));
    if (issues.length === 0) return print('Não há avisos.');
    const rows = issues.map((one) => [
      one.severity,
      one.type,
      one.entity,
      one.key,
      groupDigits(one.rows),
      String(one.first_run_id),
      String(one.last_run_id),
      one.resolved_run_id === null ? '' : String(one.resolved_run_id),
      one.sample[0] === undefined ? '' : JSON.stringify(one.sample[0]),
    ]);
    const header = [
      'gravidade',
      'tipo',
      'onde',
      'chave',
      'linhas',
      'desde a carga',
      'até à carga',
      'resolvido na',
      'exemplo',
    ];
    print(textTable(header, rows, ['left', 'left', 'left', 'left', 'right', 'right', 'right', 'right']));
    if (total > issues.length)
      print(
        `\nMostrados ${groupDigits(issues.length)} de ${groupDigits(total)}: use --limit ou --type para ver os outros.`,
      );
    for (const name of new Set(issues.map((one) => one.type as IssueTypeName))) {
      print(`\n${name}: ${issueTypes[name].explanation} ${issueTypes[name].howToFix}`);
    }
  });
}

function knownType(text: string): string {
  const name = text.toUpperCase();
  if (name in issueTypes) return name;
  throw commandFailure('NO_SUCH_TYPE', { text, types: Object.keys(issueTypes) });
}
