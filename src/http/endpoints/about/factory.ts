import { z } from 'zod';
import { aggregatesRuleVersion } from '../../../aggregates/index.js';
import {
  dueStatusWords,
  familyRuleVersion,
  familyWords,
  lineClassWords,
  openStates,
  phase,
  restingPhases,
  ruleVersion,
  scrapPhases,
  severityWords,
  shippingPhases,
  stateWords,
  type Word,
  zombieDays,
} from '../../../contract/factory/index.js';
import { defineEndpoint } from '../../endpoint.js';

const word = z.object({ code: z.string(), pt: z.string(), en: z.string() });
const phases = z.array(z.int());

const shape = z.object({
  states: z.array(word.extend({ is_open: z.boolean().describe('A ordem está por entregar') })),
  due_statuses: z.array(word),
  families: z.array(word),
  severities: z.array(word).describe('OFCH_GRAVIDADE'),
  line_classes: z.array(word).describe('De que fala uma linha de erro'),
  zombie_days: z
    .int()
    .describe(
      'Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»)',
    ),
  phases: z.object({
    not_laminated: z.int(),
    cure: z.int(),
    demould: z.int(),
    final_control: z.int(),
    delivered: z.int(),
    awaiting_shipping: phases,
    scrap: phases,
    resting: phases.describe('Onde está uma ordem por acabar que ninguém espera'),
  }),
  rule_versions: z.object({ derived_columns: z.int(), families: z.int(), aggregates: z.int() }),
});

const words = (of: Readonly<Record<string, Word>>): z.infer<typeof word>[] =>
  Object.entries(of).map(([code, { pt, en }]) => ({ code, pt, en }));

/** All of it is code; nothing is read. */
const facts: z.infer<typeof shape> = {
  states: words(stateWords).map((one) => ({ ...one, is_open: openStates.some((open) => open === one.code) })),
  due_statuses: words(dueStatusWords),
  families: words(familyWords),
  severities: words(severityWords),
  line_classes: words(lineClassWords),
  zombie_days: zombieDays,
  phases: {
    not_laminated: phase.notLaminated,
    cure: phase.cure,
    demould: phase.demould,
    final_control: phase.finalControl,
    delivered: phase.delivered,
    awaiting_shipping: [...shippingPhases],
    scrap: [...scrapPhases],
    resting: [...restingPhases],
  },
  rule_versions: {
    derived_columns: ruleVersion,
    families: familyRuleVersion,
    aggregates: aggregatesRuleVersion,
  },
};

export const factory = defineEndpoint({
  name: 'about.factory',
  method: 'GET',
  path: '/api/factory',
  tag: 'about',
  summary:
    'O que as regras sabem da fábrica: estados, famílias, gravidades, classes de erros, fases que contam',
  access: 'read',
  params: z.strictObject({}),
  responses: [{ status: 200, description: 'Os códigos e as suas palavras', schema: shape }],
  handle: async () => ({ json: facts }),
});
