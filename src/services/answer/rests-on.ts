import { keptGate } from '../../evidence/index.js';

/**
 * What figures rest on, as the gates that tell whether it is there: by what the figure counts, so that each question
 * names what it counts and nothing else.
 */
export const restsOn = {
  orders: ['orders_listed', keptGate('ordens_fabrico')],
  phases: ['orders_with_phases', 'route_phases', keptGate('fases_ordem_fabrico')],
  /** Which phases are work, and so which days are active. */
  work: ['phase_catalogue', keptGate('fases_catalogo')],
  demould: ['demould_recorded'],
  errors: ['detecting_phase', keptGate('erros_ordem_fabrico')],
  assignments: [keptGate('funcionarios_fase_ordem_fabrico')],
  /** Who is qualified for what, and who is there. */
  skills: [keptGate('funcionarios_fases_aptos'), keptGate('funcionarios')],
  routes: [keptGate('fases_standard_modelos')],
  models: [keptGate('modelos')],
} as const;

const { orders, phases, demould, errors } = restsOn;

/** Errors by their day and orders by that of their demoulding. */
export const restsOnQuality = [...orders, ...phases, ...demould, ...errors] as const;
