import type { Command } from 'commander';
import { type LineClass, lineClasses } from '../../contract/factory/index.js';
import { classifyText } from '../../maintenance/index.js';
import { commandFailure } from '../../platform/errors/command.js';
import { groupDigits } from '../../platform/numbers.js';
import { told } from '../moments.js';
import { counted } from '../numbers.js';
import { print, textTable } from '../terminal.js';
import { withDatabase, withTables } from '../with-database.js';

/** What a class is called by those who decide it. */
const names: Readonly<Record<LineClass, string>> = {
  BOAT_DEFECT: 'barco',
  MOULD: 'molde',
  PASSED: 'passou',
  UNKNOWN: 'desconhecida',
};
const byRule = 'regra';

interface Json {
  readonly json?: boolean;
}

export function defectsCommand(program: Command): void {
  const defects = program
    .command('defects')
    .description(
      'de que falam as linhas de erro: do barco, do molde, ou de nada (what error lines speak of)',
    );
  defects
    .command('list')
    .description('os textos das linhas de erro do ficheiro publicado e a sua classe')
    .option('--json', 'em JSON')
    .action(list);
  defects
    .command('classify')
    .description(
      'decide a classe de um texto em vez das regras, e volta a contar o que nele assenta (decide the class of a text)',
    )
    .argument('<texto>', 'o texto da linha de erro; maiúsculas, acentos e pontuação não contam')
    .argument('<classe>', `${Object.values(names).join(', ')}; «${byRule}» devolve o texto às regras`)
    .option('--by <quem>', 'quem decide; se não se diz, a conta desta máquina')
    .option('--json', 'em JSON')
    .action(classify);
}

interface Row {
  readonly text: string;
  readonly class: LineClass;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly lines: number;
}

async function list({ json }: Json): Promise<void> {
  await withTables(async ({ pool }) => {
    const { rows } = await pool.query<Row>(`
      SELECT d.descricao AS text, d.class, c.decided_by, c.decided_at, sum(e.errors)::int AS lines
      FROM agg_error_text d JOIN agg_error_day e USING (descricao_id)
      LEFT JOIN LATERAL (SELECT decided_by, decided_at FROM error_text_class c WHERE d.decided AND c.key = d.key
                         ORDER BY classification_id DESC LIMIT 1) c ON true
      GROUP BY 1, 2, 3, 4 ORDER BY 2, 5 DESC, 1`);
    if (json) return print(JSON.stringify(rows));
    if (rows.length === 0) return print('O ficheiro publicado não tem linhas de erro.');
    const lines = rows.map((one) => [
      names[one.class],
      groupDigits(one.lines),
      one.text,
      one.decided_by ?? byRule,
      one.decided_at === null ? '' : told(one.decided_at.toISOString()),
    ]);
    print(textTable(['classe', 'linhas', 'texto', 'decidida por', 'em'], lines, ['left', 'right']));
  });
}

async function classify(text: string, name: string, options: Json & { by?: string }): Promise<void> {
  const as = classOf(name);
  await withDatabase(
    async (database) => {
      const done = await classifyText({ database }, { text, as, by: options.by });
      if (options.json) return print(JSON.stringify(done));
      print(
        `«${done.texts.join('», «')}» (${counted(done.lines, 'linha', 'linhas')}): era ${names[done.before!]}, agora é ${names[done.after!]}. Versão dos dados ${done.data_version}.`,
      );
    },
    { sessions: 1 },
  );
}

/** Null: back to the rules. */
function classOf(name: string): LineClass | null {
  if (name === byRule) return null;
  const found = lineClasses.find((one) => one === name || names[one] === name);
  if (found !== undefined) return found;
  throw commandFailure('BAD_CLASS', { name, classes: Object.values(names), byRule });
}
