import type { Translated } from '../words/pt.ts';

const pt = {
  footnotes: 'Em que assentam os números',
  address: 'Endereço desta página',
  cut: (shown: string, all: string) =>
    `Impressos os primeiros ${shown} de ${all} barcos; todos estão no Excel desta lista.`,
};

type PrintWords = Translated<typeof pt>;

const en: PrintWords = {
  footnotes: 'What the figures rest on',
  address: 'Address of this page',
  cut: (shown, all) =>
    `The first ${shown} of ${all} boats are printed; all of them are in this list's Excel.`,
};

export const printWords = { pt, en };
