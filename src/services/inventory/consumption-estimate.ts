import { z } from 'zod';
import { filters, periodOf } from '../answer/params.js';
import { defineAnswer } from '../service.js';

/** What was consumed cannot be told from a dump without issues of material: the gate is always shut, and says why. */
export const consumptionEstimate = defineAnswer({
  name: 'smartinventory.consumption_estimate',
  path: '/api/smartinventory/consumption_estimate',
  summary: 'Consumo de materiais',
  method: 'Material consumido por ordem; o ficheiro não traz saídas de armazém, por isso não se estima.',
  figures: [],
  params: z.strictObject({ ...periodOf('do consumo'), ...filters }),
  data: z.null(),
  gates: ['consumption'],
  rows: 'file',
  references: [],
  queries: [],
  find: () => Promise.reject(new Error('the gate "consumption" has no data to open it')),
});
