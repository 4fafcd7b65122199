import { z } from 'zod';
import { settingMoments } from '../../../contract/factory/index.js';
import {
  declaredSettings,
  gates,
  gatesInEnglish,
  readSettings,
  type SettingDeclaration,
  type SettingValues,
} from '../../../evidence/index.js';
import { thresholdsVariable } from '../../../maintenance/index.js';
import type { Config } from '../../../platform/config.js';
import { defineEndpoint } from '../../endpoint.js';

const row = z
  .object({
    name: z
      .string()
      .describe('zombie_days, truck_boats, gate_… (o limiar de um critério), ou o que o ambiente fixa'),
    value: z.union([z.number(), z.string()]).nullable().describe('O que vale agora; null: ninguém o disse'),
    usual: z.number().nullable().describe('O de origem'),
    kind: z.enum(['whole', 'share', 'text']),
    lowest: z.number().nullable(),
    highest: z.number().nullable(),
    about: z.string().nullable().describe('Do limiar de um critério: a que pergunta responde'),
    about_en: z.string().nullable(),
    fixed_by: z.string().nullable().describe('A variável do ambiente que o fixa; null: muda-o um operador'),
    counts: z
      .enum(settingMoments)
      .describe(
        'Uma mudança conta: AT_ONCE, já; NEXT_RUN, na carga seguinte; RESTART, quando o servidor arrancar de novo',
      ),
    decided_by: z.string().nullable().describe('A chave, ou a conta na máquina; null: é o de origem'),
    decided_at: z.string().nullable().describe('UTC'),
  })
  .meta({ id: 'Setting' });

type Row = z.output<typeof row>;

export const settings = defineEndpoint({
  name: 'settings.list',
  method: 'GET',
  path: '/api/settings',
  tag: 'settings',
  summary:
    'O que está definido para todos: quanto vale, quem o decidiu, quando conta, e o que o ambiente fixa',
  access: 'read',
  params: z.strictObject({}),
  responses: [{ status: 200, description: 'As definições', schema: z.object({ data: z.array(row) }) }],
  async handle({ context: { config, database } }) {
    const now = await readSettings(database.pool);
    return {
      json: { data: [...declaredSettings.map((one) => changeable(one, now, config)), ...fixed(config)] },
    };
  },
});

function changeable(setting: SettingDeclaration, now: SettingValues, { gateThresholds }: Config): Row {
  const { name, usual, kind, lowest, highest, counts, gate } = setting;
  const about = gates.find((one) => one.gate === gate)?.question ?? null;
  const about_en = gate === null ? null : (gatesInEnglish[gate]?.question ?? null);
  const held = gate === null ? undefined : gateThresholds.get(gate);
  const told = { name, usual, kind, lowest, highest, about, about_en };
  if (held !== undefined)
    return {
      ...told,
      value: held,
      fixed_by: thresholdsVariable,
      counts: 'RESTART',
      decided_by: null,
      decided_at: null,
    };
  return { ...told, fixed_by: null, counts, ...now.get(name)! };
}

/** What only whoever administers the server decides. */
function fixed({ retainedRuns, http, timeZone }: Config): Row[] {
  const told = (name: string, value: number | string, fixed_by: string): Row => ({
    ...{ name, value, fixed_by, counts: 'RESTART' },
    ...{
      usual: null,
      lowest: null,
      highest: null,
      about: null,
      about_en: null,
      decided_by: null,
      decided_at: null,
    },
    kind: typeof value === 'number' ? 'whole' : 'text',
  });
  return [
    told('runs', retainedRuns, 'PRODPLAN_KEEP_RUNS'),
    told('upload_limit_mb', http.uploadLimitBytes / (1024 * 1024), 'PRODPLAN_UPLOAD_LIMIT_MB'),
    told('calls_per_minute', http.callsPerMinute, 'PRODPLAN_CALLS_PER_MINUTE'),
    told('time_zone', timeZone, 'PRODPLAN_TIME_ZONE'),
  ];
}
