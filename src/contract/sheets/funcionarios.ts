import { flag, id, text } from '../column.js';
import { defineSheet } from '../sheet.js';

export const funcionarios = defineSheet({
  sheet: 'Funcionarios',
  table: 'funcionarios',
  title: { pt: 'Funcionários', en: 'Employees' },
  columns: {
    funcionario_id: id('Funcionario_Id', 'Número do funcionário', { required: true }),
    funcionario_nome: text('Funcionario_Nome', 'Nome; começa por «z)» se já saiu', { personal: true }),
    funcionario_activo: flag('Funcionario_Activo', 'Está ao serviço'),
  },
  key: ['funcionario_id'],
});
