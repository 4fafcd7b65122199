import { id, timestamp } from '../column.js';
import { defineSheet } from '../sheet.js';

export const funcionariosFasesAptos = defineSheet({
  sheet: 'FuncionariosFasesAptos',
  table: 'funcionarios_fases_aptos',
  title: { pt: 'Aptidões dos funcionários', en: 'Employee skills' },
  columns: {
    funcionariofase_funcionario_id: id('FuncionarioFase_FuncionarioId', 'Funcionário', { required: true }),
    funcionariofase_fase_id: id('FuncionarioFase_FaseId', 'Fase para que está apto', { required: true }),
    funcionariofase_inicio: timestamp('FuncionarioFase_Inicio', 'Apto desde'),
  },
  // A skill can start twice, and some have no start.
  key: ['funcionariofase_funcionario_id', 'funcionariofase_fase_id', 'funcionariofase_inicio'],
  nullableKey: ['funcionariofase_inicio'],
  references: [
    { column: 'funcionariofase_funcionario_id', table: 'funcionarios', key: 'funcionario_id' },
    { column: 'funcionariofase_fase_id', table: 'fases_catalogo', key: 'fase_id' },
  ],
});
