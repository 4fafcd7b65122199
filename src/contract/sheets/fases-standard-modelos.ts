import { decimal, id, integer } from '../column.js';
import { defineSheet } from '../sheet.js';

export const fasesStandardModelos = defineSheet({
  sheet: 'FasesStandardModelos',
  table: 'fases_standard_modelos',
  title: { pt: 'Gamas dos modelos', en: 'Standard routes' },
  columns: {
    produtofase_produto_id: id('ProdutoFase_ProdutoId', 'Produto', { required: true }),
    produtofase_fase_id: id('ProdutoFase_FaseId', 'Fase', { required: true }),
    produtofase_sequencia: integer('ProdutoFase_Sequencia', 'Posição na gama', { required: true }),
    produtofase_coeficiente: decimal('ProdutoFase_Coeficiente', 'Horas de mão-de-obra padrão', { unit: 'h' }),
    produtofase_coeficiente_x: decimal('ProdutoFase_CoeficienteX', 'Prémio à peça (dinheiro, não tempo)', {
      unit: '€',
    }),
  },
  // A route can repeat a phase: the position is the key.
  key: ['produtofase_produto_id', 'produtofase_sequencia'],
  references: [
    { column: 'produtofase_produto_id', table: 'modelos', key: 'produto_id' },
    { column: 'produtofase_fase_id', table: 'fases_catalogo', key: 'fase_id' },
  ],
});
