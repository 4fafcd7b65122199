import type { Translated } from '../../words/pt.ts';

const pt = {
  errors: 'Erros, um a um',
  errorsNote:
    'Cada linha que a inspeção escreveu deste barco; as do molde e as que passaram não são defeitos dele.',
  what: 'O que se escreveu',
  severity: 'Gravidade',
  kind: 'De que fala',
  found: 'Encontrado em',
  culprit: 'Fase culpada',
  times: 'Vezes',
  noText: 'sem texto',
  noCulprit: 'não diz',
  none: 'Nenhuma linha de erro deste barco.',
  phase: (id: string) => `Fase ${id}`,
  band: (from: string, to: string) => `acabamento esperado: metade até ${from}, nove em dez até ${to}`,
  bandOpen: (from: string) => `acabamento esperado: metade até ${from}; mais além a história não diz`,
};

const en: Translated<typeof pt> = {
  errors: 'Errors, one by one',
  errorsNote:
    'Each line that an inspection wrote of this boat; those about the mould and those that passed are no defects of it.',
  what: 'What was written',
  severity: 'Severity',
  kind: 'What it speaks of',
  found: 'Found at',
  culprit: 'Culprit phase',
  times: 'Times',
  noText: 'no text',
  noCulprit: 'not told',
  none: 'No error line of this boat.',
  phase: (id) => `Phase ${id}`,
  band: (from, to) => `expected finish: half by ${from}, nine in ten by ${to}`,
  bandOpen: (from) => `expected finish: half by ${from}; history does not tell further`,
};

export const catalogue = { pt, en } as const;
