import { z } from 'zod';
import { defineAnswer } from '../../service.js';
import { riskFigures } from './figures.js';

export const lateChance = defineAnswer({
  name: 'prodplan.late_chance',
  path: '/api/prodplan/risk_queue/late_chance',
  summary: 'A probabilidade de atraso, ou porque não se responde',
  method:
    'Probabilidade de a ordem acabar depois do dia previsto, só a partir de dias previstos que cargas anteriores viram.',
  figures: riskFigures.filter(({ figure }) => figure === 'late_chance'),
  params: z.strictObject({}),
  data: z.object({}),
  gates: [],
  references: [],
  queries: [],
  find: async () => ({ refused: fromOneDump, rowsUsed: 0 }),
});

const fromOneDump = {
  reason:
    'Um só ficheiro não sustenta nenhuma probabilidade de atraso: os dias previstos são marcados quando o barco está quase pronto e mudados quando falham, e o ficheiro só mostra o último. O que se tira deles acerta no passado e mente no futuro.',
  suggestion:
    'Veja em risk_queue os dias entre o prazo e o acabamento esperado. A probabilidade só pode vir de dias previstos que cargas anteriores viram: continue a carregar os ficheiros.',
};
