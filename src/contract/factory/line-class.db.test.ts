import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstServer } from '../../../test/support/database.js';
import { demouldErrors, finalErrors } from '../../sample/catalogue/errors.js';
import { classifiedTextsSql, ruleClassOf, textKeyOf, textKeySql } from './line-class.js';

const passed = [
  'Leme estanque e bem colado.',
  'Barco bem lixado.',
  'Zona do poço bem envernizada.',
  'Bancos e finca-pés verificados.',
  'Gola simétrica e sem arestas.',
  'Brilho uniforme em todo o casco.',
];

/** Texts of the kind that the factory writes, each read by a person. */
const read = {
  MOULD: ['Molde com danos', 'MOLDE BAÇO', 'Meios moldes desencontrados', ' molde mal limpo.'],
  BOAT_DEFECT: [
    'Pintura transparente',
    'Verniz sem brilho',
    'Interior mal compactado',
    'Pintura pouco uniforme',
    'Leme não alinhado',
    'Linhas desalinhadas',
    'Absorvente colado',
    'Falta de fibra',
    'Zona do poço suja',
    'Laminagem contraída',
    'Desmoldante em falta.',
  ],
  PASSED: [
    ...passed,
    'Pintura uniforme sem zonas transparentes',
    'Emenda (uniforme/ largura correta/sem altos).',
    'Caixa do leme bem colada e sem entrada de água.',
    'Travessa montada corretamente e leme alinhado.',
    'Colagem sem bolhas de ar',
  ],
  UNKNOWN: ['Peso do barco', 'Espessura e simetria da proa.', 'Erro 12', '', '...'],
};

describe('the class of an error line', () => {
  it('is what a person reads in its text', () => {
    for (const [name, texts] of Object.entries(read))
      for (const text of texts) expect(ruleClassOf(text), text).toBe(name);
    expect(ruleClassOf(null)).toBe('UNKNOWN');
    for (const { text } of [...demouldErrors, ...finalErrors]) {
      const mould = /^(Molde|Meios moldes)/.test(text);
      const rest = text === 'Simetria da proa.' ? 'UNKNOWN' : 'BOAT_DEFECT';
      expect(ruleClassOf(text), text).toBe(mould ? 'MOULD' : passed.includes(text) ? 'PASSED' : rest);
    }
  });

  it('is the same in SQL', async () => {
    const { pool } = (await firstServer.create()).database;
    const words = fc.constantFrom(
      ...Object.values(read).flatMap((texts) => texts.flatMap((text) => text.split(' '))),
      ...[
        'sem',
        'bem',
        'com',
        'mal',
        'não',
        'zonas',
        'boa',
        'bolhas',
        'PÓ',
        'à vista',
        'greta',
        "d'água",
        '/',
        '\u0301',
      ],
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(words, { maxLength: 7 }), { minLength: 1, maxLength: 40 }),
        async (lists) => {
          const texts = lists.map((list) => list.join(' '));
          const { rows } = await pool.query<{
            descricao: string;
            key: string;
            class: string;
            decided: boolean;
          }>(classifiedTextsSql('SELECT unnest($1::text[]) AS descricao'), [texts]);
          for (const one of rows)
            expect(one).toEqual({
              descricao: one.descricao,
              key: textKeyOf(one.descricao),
              class: ruleClassOf(one.descricao),
              decided: false,
            });
        },
      ),
      { numRuns: 30 },
    );
    const { rows } = await pool.query<{ key: string }>(
      `SELECT ${textKeySql(`'  Zona — do POÇO, (suja) '`)} AS key`,
    );
    expect(rows).toEqual([{ key: 'zona do poco suja' }]);
  });
});
