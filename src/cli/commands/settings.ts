import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { SettingMoment } from '../../contract/factory/index.js';
import { declaredSettings, readSettingChanges, readSettings } from '../../evidence/index.js';
import { changeSetting, thresholdsVariable } from '../../maintenance/index.js';
import { commandFailure } from '../../platform/errors/command.js';
import { told } from '../moments.js';
import { print, textTable } from '../terminal.js';
import { withDatabase, withTables } from '../with-database.js';

const usual = 'origem';
const shownChanges = 50;

const moments: Readonly<Record<SettingMoment, string>> = {
  AT_ONCE: 'já',
  NEXT_RUN: 'na carga seguinte',
  RESTART: 'quando o servidor arrancar de novo',
};

interface Json {
  readonly json?: boolean;
}

export function settingsCommand(program: Command): void {
  const settings = program
    .command('settings')
    .description('o que está definido para todos, e quem o decidiu (what is set for everybody)');
  settings
    .command('list')
    .description('as definições, quanto valem e quando conta uma mudança')
    .option('--json', 'em JSON')
    .action(list);
  settings
    .command('set')
    .description('decide uma definição para todos (decide a setting)')
    .argument('<nome>', 'zombie_days, truck_boats, ou gate_ e o nome de um critério')
    .argument('<valor>', `um número; «${usual}» volta ao de origem`)
    .option('--by <quem>', 'quem decide; se não se diz, a conta desta máquina')
    .option('--json', 'em JSON')
    .action(set);
  settings
    .command('changes')
    .description(`as ${shownChanges} mudanças mais recentes`)
    .option('--json', 'em JSON')
    .action(changes);
}

async function list({ json }: Json): Promise<void> {
  await withTables(async ({ pool }, { gateThresholds }) => {
    const now = await readSettings(pool);
    const rows = declaredSettings.map(({ name, counts, usual, gate }) => {
      const held = gate === null ? undefined : gateThresholds.get(gate);
      const fixed_by = held === undefined ? null : thresholdsVariable;
      return {
        name,
        usual,
        counts,
        fixed_by,
        ...now.get(name)!,
        ...(held === undefined ? {} : { value: held }),
      };
    });
    if (json) return print(JSON.stringify(rows));
    const lines = rows.map((one) => [
      one.name,
      String(one.value ?? 'por decidir'),
      one.fixed_by ?? one.decided_by ?? usual,
      one.decided_at === null ? '' : told(one.decided_at),
      one.fixed_by === null ? moments[one.counts] : moments.RESTART,
    ]);
    const header = ['definição', 'vale', 'decidida por', 'em', 'uma mudança conta'];
    print(textTable(header, lines, ['left', 'right']));
  });
}

async function set(name: string, text: string, options: Json & { by?: string }): Promise<void> {
  const value = text === usual ? null : Number(text.replace(',', '.'));
  if (value !== null && (text.trim() === '' || !Number.isFinite(value)))
    throw commandFailure('BAD_SETTING_VALUE', { text, usual });
  await withDatabase(
    async (database, { gateThresholds: fixed }) => {
      const by = options.by ?? userInfo().username;
      const done = await changeSetting({ database }, { name, value, by, fixed });
      if (options.json) return print(JSON.stringify(done));
      print(
        `${name}: era ${done.before.value ?? 'por decidir'}, agora é ${done.after.value ?? 'por decidir'}. Conta ${moments[done.setting.counts]}.`,
      );
    },
    { sessions: 1 },
  );
}

async function changes({ json }: Json): Promise<void> {
  await withTables(async ({ pool }) => {
    const rows = await readSettingChanges(pool, shownChanges);
    if (json) return print(JSON.stringify(rows));
    if (rows.length === 0) return print('Ninguém mudou nada: vale tudo o de origem.');
    const lines = rows.map((one) => [
      told(one.decided_at),
      one.name,
      String(one.value ?? usual),
      one.decided_by,
    ]);
    print(textTable(['em', 'definição', 'valor', 'por'], lines, ['left', 'left', 'right', 'left']));
  });
}
