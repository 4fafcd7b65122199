import { z } from 'zod';
import { dueStatuses, orderStates, phase } from '../../contract/factory/index.js';
import type { Figure } from '../service.js';

/** What every list of orders says of each of them. */
export const orderRow = z.object({
  of_id: z.number().int(),
  produto_id: z.number().int().nullable(),
  produto_nome: z.string().nullable(),
  familia: z.string().describe('K1 ... C4, other; ? quando o produto não se conhece'),
  fase_id: z.number().int().nullable().describe('Fase atual (Of_FaseId)'),
  fase_nome: z.string().nullable(),
  state: z.enum(orderStates),
  due_status: z
    .enum(dueStatuses)
    .nullable()
    .describe('null quando não se pode saber, e numa ordem para abate'),
  is_zombie: z.boolean(),
  created_day: z.string().nullable(),
  finished_at: z.string().nullable(),
  due_day: z.string().nullable(),
  due_first: z
    .string()
    .nullable()
    .describe('O dia previsto que uma carga viu primeiro, com a ordem por acabar; null se nenhuma viu'),
  due_slips: z.number().int().describe('Quantas vezes uma carga o viu passar para mais tarde'),
  age_days: z.number().int().nullable().describe('Dias da criação ao momento do ficheiro'),
  lead_time_days: z
    .number()
    .int()
    .nullable()
    .describe('Dias da criação ao acabamento; null também numa ordem para abate'),
  phase_since: z.string().nullable().describe('Desde quando está na fase atual'),
  phase_in_hand: z.boolean().describe('A fase atual está começada e por acabar'),
  phases: z.number().int(),
  phases_done: z.number().int(),
  reworks_done: z.number().int(),
  errors: z.number().int(),
  severe_errors: z.number().int(),
});

export const orderFigures: readonly Figure[] = [
  {
    figure: 'state',
    title: 'Estado da ordem',
    unit: '',
    definition:
      `A primeira condição que se cumpre: SCRAPPED se está na fase ${phase.toScrap}, ${phase.scrapped} ou ${phase.rubbish}; DONE se tem data de acabamento ou está na ${phase.delivered} ` +
      `(entregue); AWAITING_SHIPPING se está na ${phase.warehouse} (armazém) ou na ${phase.packed} (embalado); IN_PROGRESS se já começou alguma fase além da ${phase.notLaminated} ` +
      '(por laminar), ou se está noutra fase; senão CREATED.',
    limits: `Diz o que o ERP registou: uma ordem entregue que ninguém fechou e que não está na fase ${phase.delivered} parece em curso.`,
  },
  {
    figure: 'due_status',
    title: 'Situação do prazo',
    unit: '',
    definition:
      'Vazio numa ordem para abate. NO_DUE sem dia de expedição previsto. Por entregar: LATE se o dia previsto é anterior ao dia do ficheiro, AT_RISK se o ' +
      'acabamento esperado (expected_finish_day: metade das ordens assim acaba até aí) é posterior ao dia previsto, senão ON_TRACK. Acabada: LATE se acabou num dia posterior ao previsto, senão ON_TRACK. ' +
      'Comparam-se dias, nunca instantes. Acabada num dia que falta ou mente: ON_TRACK se o dia previsto ainda não passou no momento do ficheiro, ' +
      'porque não pode ter acabado depois dele; senão vazio.',
    limits:
      'O ficheiro não diz se o dia previsto é a primeira promessa ou o último replaneamento. AT_RISK é uma regra ' +
      'sobre dias, não uma probabilidade (ver risk_queue); sem previsão não há AT_RISK.',
  },
  {
    figure: 'due_first',
    title: 'Primeiro dia previsto visto (e due_slips, vezes adiado)',
    unit: 'dia',
    definition:
      'De cada ordem guarda-se o dia de expedição previsto que uma carga viu primeiro, enquanto não estava acabada, e cada dia diferente que cargas seguintes viram. due_first é o primeiro; ' +
      'due_slips conta as vezes em que o dia passou para mais tarde. O que uma carga retirada (rollback) viu fica guardado e não conta.',
    limits:
      'Só se conhece o que as cargas viram: o que mudou entre duas cargas vê-se como uma mudança só, e o que mudou antes da primeira não se vê. Vazio nas ordens que já estavam acabadas quando a primeira carga as viu.',
  },
  {
    figure: 'is_zombie',
    title: 'Zombie',
    unit: '',
    definition:
      'Ordem por entregar criada há mais de zombie_days dias, contados até ao dia do ficheiro. Quem não diz zombie_days tem o das Definições; o que valeu está em support.rules.',
    limits: 'Uma ordem sem data de criação nunca é zombie.',
  },
  {
    figure: 'age_days',
    title: 'Idade',
    unit: 'dias',
    definition: 'Dias da criação da ordem ao dia do ficheiro, nunca ao relógio do servidor.',
    limits: 'O dia de criação é muitas vezes à meia-noite: a idade não tem horas.',
  },
];
