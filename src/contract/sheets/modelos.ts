import { decimal, id, text } from '../column.js';
import { defineSheet } from '../sheet.js';

export const modelos = defineSheet({
  sheet: 'Modelos',
  table: 'modelos',
  title: { pt: 'Modelos', en: 'Models' },
  columns: {
    produto_id: id('Produto_Id', 'Número do produto', { required: true }),
    produto_nome: text('Produto_Nome', 'Nome do modelo'),
    produto_peso_desmolde: decimal('Produto_PesoDesmolde', 'Peso previsto no desmolde', {
      max: 10_000,
      unit: 'kg',
      zeroIsNone: true,
    }),
    produto_peso_acabamento: decimal('Produto_PesoAcabamento', 'Peso previsto acabado', {
      max: 10_000,
      unit: 'kg',
      zeroIsNone: true,
    }),
    produto_qtd_gel_deck: decimal('Produto_QtdGelDeck', 'Gelcoat teórico do deck', {
      max: 1_000,
      unit: 'kg',
      zeroIsNone: true,
    }),
    produto_qtd_gel_casco: decimal('Produto_QtdGelCasco', 'Gelcoat teórico do casco', {
      max: 1_000,
      unit: 'kg',
      zeroIsNone: true,
    }),
  },
  key: ['produto_id'],
});
