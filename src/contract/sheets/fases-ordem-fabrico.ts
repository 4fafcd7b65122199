import { decimal, flag, id, integer, timestamp } from '../column.js';
import { defineSheet } from '../sheet.js';

export const fasesOrdemFabrico = defineSheet({
  sheet: 'FasesOrdemFabrico',
  table: 'fases_ordem_fabrico',
  title: { pt: 'Fases das ordens de fabrico', en: 'Work order phases' },
  columns: {
    faseof_id: id('FaseOf_Id', 'Número da fase desta ordem', { required: true }),
    faseof_of_id: id('FaseOf_OfId', 'Ordem de fabrico', { required: true }),
    faseof_inicio: timestamp('FaseOf_Inicio', 'Começada em; vazia enquanto não', { actual: true }),
    faseof_fim: timestamp('FaseOf_Fim', 'Acabada em; vazia enquanto não', { actual: true }),
    faseof_data_prevista: timestamp('FaseOf_DataPrevista', 'Dia previsto'),
    faseof_coeficiente: decimal('FaseOf_Coeficiente', 'Horas de mão-de-obra padrão', { unit: 'h' }),
    faseof_coeficiente_x: decimal('FaseOf_CoeficienteX', 'Prémio à peça (dinheiro, não tempo)', {
      unit: '€',
    }),
    faseof_fase_id: id('FaseOf_FaseId', 'Fase', { required: true }),
    faseof_peso: decimal('FaseOf_Peso', 'Peso medido; 0 ou vazio: não pesado', {
      max: 10_000,
      unit: 'kg',
      zeroIsNone: true,
    }),
    faseof_retorno: flag('FaseOf_Retorno', 'É retrabalho'),
    faseof_turno: integer('FaseOf_Turno', 'Turno', { max: 9 }),
    faseof_sequencia: integer('FaseOf_Sequencia', 'Posição na ordem'),
  },
  key: ['faseof_id'],
  // The order id first, so that the same SQL runs where rows are sharded by order.
  storageKey: ['faseof_of_id', 'faseof_id'],
  derived: {
    faseof_event_time: 'timestamp',
    faseof_duration_seconds: 'bigint',
    faseof_is_open: 'boolean',
    faseof_is_done: 'boolean',
    faseof_rule_version: 'smallint',
  },
  references: [
    { column: 'faseof_of_id', table: 'ordens_fabrico', key: 'of_id' },
    { column: 'faseof_fase_id', table: 'fases_catalogo', key: 'fase_id' },
  ],
  contradictions: [{ code: 'END_BEFORE_START', earlier: 'faseof_inicio', later: 'faseof_fim' }],
});
