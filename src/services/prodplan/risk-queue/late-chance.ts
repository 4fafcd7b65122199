import { z } from 'zod';
import { fewestAnchors, fewestResolved, opensAbove, seenBeforeDays } from '../../../aggregates/index.js';
import type { Refusal } from '../../../evidence/index.js';
import { decimalText, plainDecimal } from '../../../platform/numbers.js';
import { defineAnswer } from '../../service.js';
import { type ChanceTold, chanceQuery, chanceTold, readChance } from './chance.js';
import { riskFigures } from './figures.js';

export const lateChance = defineAnswer({
  name: 'prodplan.late_chance',
  path: '/api/prodplan/risk_queue/late_chance',
  summary: 'A probabilidade de atraso: quanto acerta, ou porque não se responde',
  method:
    'Probabilidade de a ordem acabar depois do dia previsto, só a partir de dias previstos que cargas anteriores viram; decide-se no primeiro dia de cada mês.',
  figures: riskFigures.filter(({ figure }) => figure === 'late_chance'),
  params: z.strictObject({}),
  data: chanceTold,
  table: { row: chanceTold.shape.steps.element, rows: ({ steps }) => steps },
  gates: [],
  rows: { day: null, open: true },
  references: [],
  queries: [chanceQuery],
  async find({ client }) {
    const told = await readChance(client);
    if (told === null) return { refused: fromOneDump, rowsUsed: 0 };
    return told.is_open
      ? { data: told, rowsUsed: told.cases }
      : { refused: shut(told), rowsUsed: told.cases };
  },
});

const whatElse = 'Veja em risk_queue os dias entre o prazo e o acabamento esperado';

const fromOneDump = {
  reason:
    'Um só ficheiro não sustenta nenhuma probabilidade de atraso: os dias previstos são marcados quando o barco está quase pronto e mudados quando falham, e o ficheiro só mostra o último. O que se tira deles acerta no passado e mente no futuro.',
  suggestion: `${whatElse}. A probabilidade só pode vir de dias previstos que cargas anteriores viram: continue a carregar os ficheiros.`,
};

/** Why it is shut though runs have seen due days. */
function shut({ steps }: ChanceTold): Refusal['refused'] {
  const { resolved, cutoffs, skill } = steps.at(-1)!;
  if (resolved < fewestResolved || cutoffs < fewestAnchors) {
    return {
      reason: `As cargas ainda viram poucos dias previstos a tempo: ${resolved} ordens com desfecho cujo dia uma carga vira ${seenBeforeDays} dias antes, em ${cutoffs} primeiros dias de mês; são precisas ${fewestResolved}, em ${fewestAnchors}.`,
      suggestion: `${whatElse}; a probabilidade abre sozinha quando as houver e ela acertar mais do que a taxa de base.`,
    };
  }
  const shown = skill === null ? 'desconhecida' : decimalText(skill, 3);
  return {
    reason: `Ensaiada com o que em cada mês se sabia, a probabilidade não acerta bastante mais do que a taxa de base: perícia ${shown}; abre acima de ${plainDecimal(opensAbove)}.`,
    suggestion: `${whatElse}; volta a decidir-se no primeiro dia do mês.`,
  };
}
