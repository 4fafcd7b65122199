import { id, timestamp } from '../column.js';
import { defineSheet } from '../sheet.js';

export const ordensFabrico = defineSheet({
  sheet: 'OrdensFabrico',
  table: 'ordens_fabrico',
  title: { pt: 'Ordens de fabrico', en: 'Work orders' },
  columns: {
    of_id: id('Of_Id', 'Número da ordem de fabrico', { required: true }),
    of_data_criacao: timestamp('Of_DataCriacao', 'Criada em', { actual: true }),
    of_data_acabamento: timestamp('Of_DataAcabamento', 'Acabada em; vazia enquanto não está', {
      actual: true,
    }),
    of_produto_id: id('Of_ProdutoId', 'Produto'),
    of_fase_id: id('Of_FaseId', 'Fase em que está'),
    of_data_transporte: timestamp('Of_DataTransporte', 'Dia de expedição previsto'),
  },
  key: ['of_id'],
  references: [
    { column: 'of_produto_id', table: 'modelos', key: 'produto_id' },
    { column: 'of_fase_id', table: 'fases_catalogo', key: 'fase_id' },
  ],
  contradictions: [
    { code: 'FINISH_BEFORE_CREATION', earlier: 'of_data_criacao', later: 'of_data_acabamento' },
  ],
});
