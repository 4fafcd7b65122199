import type { Translated } from '../words/pt.ts';

const pt = {
  open: (title: string) => `Levar para o Excel: ${title}`,
  title: 'Levar para o Excel',
  excel: 'Excel (.xlsx)',
  excelNote: 'Tabela, legenda das colunas e origem',
  people: 'CSV para pessoas',
  peopleNote: '«;» e vírgula decimal: abre-se com dois cliques',
  programs: 'CSV para programas',
  programsNote: 'Nomes da API, ponto decimal',
  copyView: 'Copiar o endereço desta página',
  copyViewNote: 'Com os filtros e o número da carga',
  copyData: 'Copiar o endereço dos dados',
  copyDataNote: 'Para o Excel («Da Web») e o Power BI: pedem uma chave como senha',
  copied: 'Copiado.',
  byHand: 'Copie daqui:',
  close: 'Fechar',
};

type ExportWords = Translated<typeof pt>;

const en: ExportWords = {
  open: (title) => `Take to Excel: ${title}`,
  title: 'Take to Excel',
  excel: 'Excel (.xlsx)',
  excelNote: 'A table, its legend and where it comes from',
  people: 'CSV for people',
  peopleNote: 'Semicolons and decimal commas, for Excel in Portugal',
  programs: 'CSV for programs',
  programsNote: 'Names of the API, decimal points',
  copyView: 'Copy the address of this page',
  copyViewNote: 'With its filters and the number of the run',
  copyData: 'Copy the address of the data',
  copyDataNote: 'For Excel (From Web) and Power BI: they ask for a key as password',
  copied: 'Copied.',
  byHand: 'Copy from here:',
  close: 'Close',
};

export const exportWords = { pt, en };
