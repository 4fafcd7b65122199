import { id, integer, text } from '../column.js';
import { defineSheet } from '../sheet.js';

export const ordemFabricoErros = defineSheet({
  sheet: 'OrdemFabricoErros',
  table: 'erros_ordem_fabrico',
  title: { pt: 'Erros das ordens de fabrico', en: 'Defects' },
  columns: {
    ofch_descricao_erro: text('Erro_Descricao', 'O que se encontrou', { aliases: ['OFCH_DESCRICAO_ERRO'] }),
    ofch_of_id: id('Erro_OfId', 'Ordem de fabrico', { required: true, aliases: ['OFCH_OF_ID'] }),
    ofch_fase_avaliacao: id('Erro_FaseAvaliacao', 'Fase que o encontrou', {
      aliases: ['OFCH_FASE_AVALIACAO'],
    }),
    ofch_gravidade: integer('OFCH_GRAVIDADE', 'Gravidade: 1 ligeira, 2, 3 grave', {
      min: 1,
      max: 3,
      aliases: ['Erro_Gravidade'],
    }),
    ofch_faseof_avaliacao: id('Erro_FaseOfAvaliacao', 'Fase da ordem que o encontrou', {
      aliases: ['OFCH_FASEOF_AVALIACAO'],
    }),
    ofch_faseof_culpada: id('Erro_FaseOfCulpada', 'Fase da ordem que o causou', {
      aliases: ['OFCH_FASEOF_CULPADA'],
    }),
  },
  // The ERP gives errors no id: the whole normalised row is the identity, kept as its SHA-256.
  key: 'row',
  storageKey: ['ofch_of_id', 'ofch_fingerprint'],
  derived: {
    ofch_fingerprint: 'bytea',
    ofch_event_time: 'timestamp',
    ofch_event_time_origin: 'text',
    ofch_rule_version: 'smallint',
  },
  partitions: 32,
  references: [
    { column: 'ofch_of_id', table: 'ordens_fabrico', key: 'of_id' },
    { column: 'ofch_fase_avaliacao', table: 'fases_catalogo', key: 'fase_id' },
    { column: 'ofch_faseof_avaliacao', table: 'fases_ordem_fabrico', key: 'faseof_id' },
    { column: 'ofch_faseof_culpada', table: 'fases_ordem_fabrico', key: 'faseof_id' },
  ],
});
