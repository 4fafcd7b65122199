import { flag, id, integer, text } from '../column.js';
import { defineSheet } from '../sheet.js';

export const fases = defineSheet({
  sheet: 'Fases',
  table: 'fases_catalogo',
  title: { pt: 'Catálogo de fases', en: 'Phase catalogue' },
  columns: {
    fase_id: id('Fase_Id', 'Número da fase', { required: true }),
    fase_nome: text('Fase_Nome', 'Nome da fase'),
    fase_sequencia: integer('Fase_Sequencia', 'Posição habitual da fase'),
    fase_de_producao: flag('Fase_DeProducao', 'É trabalho de produção (0: armazém, entregue, sucata)'),
    fase_automatica: flag('Fase_Automatica', 'Decorre sem pessoas (cura, espera)'),
  },
  key: ['fase_id'],
});
