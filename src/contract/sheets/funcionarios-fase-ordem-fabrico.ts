import { flag, id } from '../column.js';
import { defineSheet } from '../sheet.js';

export const funcionariosFaseOrdemFabrico = defineSheet({
  sheet: 'FuncionariosFaseOrdemFabrico',
  table: 'funcionarios_fase_ordem_fabrico',
  title: { pt: 'Funcionários por fase', en: 'Worker assignments' },
  columns: {
    funcionariofaseof_faseof_id: id('FuncionarioFaseOf_FaseOfId', 'Fase da ordem', { required: true }),
    funcionariofaseof_funcionario_id: id('FuncionarioFaseOf_FuncionarioId', 'Funcionário', {
      required: true,
    }),
    funcionariofaseof_chefe: flag('FuncionarioFaseOf_Chefe', 'Foi chefe desta fase'),
  },
  key: ['funcionariofaseof_faseof_id', 'funcionariofaseof_funcionario_id'],
  references: [
    { column: 'funcionariofaseof_faseof_id', table: 'fases_ordem_fabrico', key: 'faseof_id' },
    { column: 'funcionariofaseof_funcionario_id', table: 'funcionarios', key: 'funcionario_id' },
  ],
});
