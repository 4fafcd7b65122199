import { percentText } from '../numbers.js';
import { largestBadShare, largestFallPoints, largestFallShare, largestLoss } from './guard-limits.js';
import type { Language, Told } from './kinds.js';
import { percentIn } from './words.js';

/** What stands in a cell, as far as it may be told. */
export type CellWords =
  | { readonly is: 'empty' | 'formula' | 'hidden' }
  | { readonly is: 'text'; readonly text: string };

export type Wanted = 'number' | 'date' | 'text';

/** Why a dump is not published unless it is forced, with the figures. */
export type Tripped =
  | { readonly code: 'OLDER_DUMP'; readonly asOf: string; readonly published: string }
  | {
      readonly code: 'SHEET_SHRANK';
      readonly sheet: string;
      /** Rows of core. */
      readonly held: number;
      /** Those of them of which nothing is there any more: neither reworded, nor repeated, nor rejected. */
      readonly lost: number;
      readonly reworded: number;
      readonly repeated: number;
      readonly rejected: number;
    }
  | {
      readonly code: 'SHEET_REPEATED';
      readonly sheet: string;
      /** Rows of core. */
      readonly held: number;
      /** Those of them that are in the file as exact repetitions of another row of it. */
      readonly repeated: number;
      /** Cells in such a row and in the one that it repeats. */
      readonly example: { readonly cell: string; readonly first: string } | null;
    }
  | {
      readonly code: 'SHEET_REJECTED';
      readonly sheet: string;
      readonly rejected: number;
      readonly rows: number;
      /** Of the published run; without rows it says nothing. */
      readonly rejectedBefore: number;
      readonly rowsBefore: number;
      readonly example: {
        readonly header: string;
        readonly code: string;
        readonly cell: string;
        readonly holds: CellWords;
      } | null;
    }
  | {
      readonly code: 'COLUMN_BAD';
      /** `Fases.Fase_Id` */
      readonly column: string;
      /** What the contract wants there: the remedy is another for a text than for a number. */
      readonly wants: Wanted;
      readonly bad: number;
      readonly cells: number;
      /** Of the published run; null where it did not count them. */
      readonly badBefore: number | null;
      readonly cellsBefore: number | null;
      readonly example: { readonly cell: string; readonly holds: CellWords };
    }
  | {
      readonly code: 'COLUMN_EMPTIED';
      readonly column: string;
      readonly values: number;
      readonly rows: number;
      readonly valuesBefore: number;
      readonly rowsBefore: number;
      readonly example: {
        readonly cell: string;
        readonly holds: CellWords;
        /** The value that core has there; null: none, or it is not shown. */
        readonly published: string | null;
      } | null;
    };

type Shrunken = Extract<Tripped, { readonly code: 'SHEET_SHRANK' }>;

export type GuardCode = Tripped['code'];

/** Whole per cents are written alike in both languages. */
const most = {
  loss: percentText(largestLoss, 0),
  bad: percentText(largestBadShare, 0),
  fall: percentText(largestFallShare, 0),
};

/** What each guard says before its figures, and what to do besides forcing it; of bad cells that depends on them. */
const words: Readonly<
  Record<Language, Readonly<Record<GuardCode, readonly [head: string, remedy?: string]>>>
> = {
  pt: {
    OLDER_DUMP: ['', 'Se quiser voltar atrás, use «prodplan rollback».'],
    SHEET_SHRANK: [
      `Este ficheiro parece incompleto (o máximo entre dois ficheiros é ${most.loss}): `,
      'Exporte o ficheiro outra vez, completo, do ERP.',
    ],
    SHEET_REPEATED: [
      `Há linhas que estão no ficheiro mas já não se distinguem de outras, e linhas iguais contam uma só vez (o máximo entre dois ficheiros é ${most.loss}): `,
      'Exporte, ou escreva no ERP, os valores que distinguem essas linhas (textos, datas).',
    ],
    SHEET_REJECTED: [
      `Há folhas com mais de ${most.bad} das linhas rejeitadas: `,
      'Corrija no ERP, ou na exportação, as colunas indicadas.',
    ],
    COLUMN_BAD: [`Há colunas com mais de ${most.bad} das células fora do contrato: `],
    COLUMN_EMPTIED: [
      `Há colunas que perderam os seus valores (mais de ${largestFallPoints} pontos, ou mais de ${most.fall}, entre dois ficheiros): `,
      'Exporte o ficheiro outra vez, com os valores das colunas indicadas.',
    ],
  },
  en: {
    OLDER_DUMP: ['', 'To go back, use “prodplan rollback”.'],
    SHEET_SHRANK: [
      `This file seems incomplete (the most between two files is ${most.loss}): `,
      'Export the file again from the ERP, all of it.',
    ],
    SHEET_REPEATED: [
      `There are rows that are in the file but can no longer be told from others, and equal rows count once only (the most between two files is ${most.loss}): `,
      'Export, or write in the ERP, the values that tell these rows apart (texts, dates).',
    ],
    SHEET_REJECTED: [
      `More than ${most.bad} of the rows of a sheet are rejected: `,
      'Correct the columns that are named, in the ERP or in its export.',
    ],
    COLUMN_BAD: [`More than ${most.bad} of the cells of a column break the contract: `],
    COLUMN_EMPTIED: [
      `Columns have lost their values (more than ${largestFallPoints} points, or more than ${most.fall} of them, between two files): `,
      'Export the file again, with the values of the columns that are named.',
    ],
  },
};

const force: Readonly<Record<Language, readonly [unchanged: string, otherwise: string]>> = {
  pt: [
    'Nada foi alterado.',
    'Se o ficheiro estiver certo assim, repita com --force (numa tarefa: --param force=true; na API: force=true).',
  ],
  en: [
    'Nothing was changed.',
    'If the file is right as it is, repeat with --force (in a job: --param force=true; in the API: force=true).',
  ],
};

/** What to do about cells that break the contract, by what the contract wants of them; the last one is for formulas. */
const badCellRemedies: Readonly<Record<Language, Readonly<Record<Wanted | 'formula', string>>>> = {
  pt: {
    number: 'Exporte como números, sem unidades, as colunas indicadas que são de números.',
    date: 'Exporte como datas as colunas indicadas que são de datas.',
    text: 'Tire do ERP, ou da exportação, os erros, os caracteres de controlo e os textos longos demais das colunas indicadas que são de texto.',
    formula: 'Onde são fórmulas, abra o ficheiro no Excel e guarde-o, para que tenham resultado.',
  },
  en: {
    number: 'Export as numbers, without units, the named columns that are of numbers.',
    date: 'Export as dates the named columns that are of dates.',
    text: 'Remove errors, control characters and overlong texts from the named columns that are of text, in the ERP or in its export.',
    formula: 'Where they are formulas, open the file in Excel and save it, so that they have results.',
  },
};

/** What all guards found, each code with what tripped it. */
export function trippedTold(tripped: readonly Tripped[], language: Language): Told {
  const codes = [...new Set(tripped.map(({ code }) => code))];
  const sentences = codes.map((code) => {
    const found = tripped.filter((one) => one.code === code).map((one) => trippedText(one, language));
    const sentence = `${words[language][code][0]}${found.join('; ')}.`;
    return codes.length === 1 ? sentence : `${code}: ${sentence}`;
  });
  const [unchanged, otherwise] = force[language];
  const remedies = codes.map((code) => words[language][code][1] ?? badCellRemedy(tripped, language));
  return [sentences.join(' '), [unchanged, ...remedies, otherwise].join(' ')];
}

function badCellRemedy(tripped: readonly Tripped[], language: Language): string {
  const bad = tripped.filter((one) => one.code === 'COLUMN_BAD');
  const causes = bad.map(({ wants, example }) => (example.holds.is === 'formula' ? 'formula' : wants));
  return [...new Set(causes)].map((cause) => badCellRemedies[language][cause]).join(' ');
}

function trippedText(one: Tripped, language: Language): string {
  return language === 'pt' ? foundPt(one) : foundEn(one);
}

function foundPt(one: Tripped): string {
  const share = (part: number, whole: number): string => percentIn(part, whole, 'pt');
  switch (one.code) {
    case 'OLDER_DUMP':
      return `Este ficheiro é de ${moment(one.asOf)}, anterior ao que está publicado (${moment(one.published)})`;
    case 'SHEET_SHRANK':
      return `${one.sheet} perdeu ${one.lost} de ${one.held} linhas (${share(one.lost, one.held)})${besidePt(one)}`;
    case 'SHEET_REPEATED': {
      const { example } = one;
      const shown =
        example === null ? '' : ` (por exemplo a de ${example.cell} repete a de ${example.first})`;
      return `${one.sheet}: ${one.repeated} de ${one.held} linhas, ${share(one.repeated, one.held)}${shown}`;
    }
    case 'SHEET_REJECTED': {
      const { example } = one;
      const before =
        one.rowsBefore === 0 ? '' : `, na carga publicada ${share(one.rejectedBefore, one.rowsBefore)}`;
      const shown =
        example === null
          ? ''
          : ` (sobretudo ${example.header}: ${example.code}; por exemplo ${example.cell} ${holdsPt(example.holds)})`;
      return `${one.sheet}: ${one.rejected} de ${one.rows} linhas, ${share(one.rejected, one.rows)}${before}${shown}`;
    }
    case 'COLUMN_BAD': {
      const { badBefore, cellsBefore, example } = one;
      const before =
        badBefore === null || cellsBefore === null
          ? ''
          : `, na carga publicada ${share(badBefore, cellsBefore)}`;
      return `${one.column}: ${one.bad} de ${one.cells} células preenchidas, ${share(one.bad, one.cells)}${before} (por exemplo ${example.cell} ${holdsPt(example.holds)})`;
    }
    case 'COLUMN_EMPTIED': {
      const { example } = one;
      const published = example?.published == null ? '' : `; publicado está «${example.published}»`;
      const shown =
        example === null ? '' : ` (por exemplo ${example.cell} ${holdsPt(example.holds)}${published})`;
      return `${one.column}: ${share(one.values, one.rows)} das linhas têm valor, na carga publicada ${share(one.valuesBefore, one.rowsBefore)}${shown}`;
    }
  }
}

function foundEn(one: Tripped): string {
  const share = (part: number, whole: number): string => percentIn(part, whole, 'en');
  switch (one.code) {
    case 'OLDER_DUMP':
      return `This file is of ${moment(one.asOf)}, before the published one (${moment(one.published)})`;
    case 'SHEET_SHRANK':
      return `${one.sheet} lost ${one.lost} of ${one.held} rows (${share(one.lost, one.held)})${besideEn(one)}`;
    case 'SHEET_REPEATED': {
      const { example } = one;
      const shown =
        example === null ? '' : ` (for example that of ${example.cell} repeats that of ${example.first})`;
      return `${one.sheet}: ${one.repeated} of ${one.held} rows, ${share(one.repeated, one.held)}${shown}`;
    }
    case 'SHEET_REJECTED': {
      const { example } = one;
      const before =
        one.rowsBefore === 0 ? '' : `, in the published run ${share(one.rejectedBefore, one.rowsBefore)}`;
      const shown =
        example === null
          ? ''
          : ` (mostly ${example.header}: ${example.code}; for example ${example.cell} ${holdsEn(example.holds)})`;
      return `${one.sheet}: ${one.rejected} of ${one.rows} rows, ${share(one.rejected, one.rows)}${before}${shown}`;
    }
    case 'COLUMN_BAD': {
      const { badBefore, cellsBefore, example } = one;
      const before =
        badBefore === null || cellsBefore === null
          ? ''
          : `, in the published run ${share(badBefore, cellsBefore)}`;
      return `${one.column}: ${one.bad} of ${one.cells} filled cells, ${share(one.bad, one.cells)}${before} (for example ${example.cell} ${holdsEn(example.holds)})`;
    }
    case 'COLUMN_EMPTIED': {
      const { example } = one;
      const published = example?.published == null ? '' : `; published is “${example.published}”`;
      const shown =
        example === null ? '' : ` (for example ${example.cell} ${holdsEn(example.holds)}${published})`;
      return `${one.column}: ${share(one.values, one.rows)} of the rows have a value, in the published run ${share(one.valuesBefore, one.rowsBefore)}${shown}`;
    }
  }
}

function holdsPt(cell: CellWords): string {
  if (cell.is === 'text') return `tem «${cell.text}»`;
  return {
    empty: 'está vazia',
    formula: 'é uma fórmula sem resultado',
    hidden: 'tem um valor que não se mostra',
  }[cell.is];
}

function holdsEn(cell: CellWords): string {
  if (cell.is === 'text') return `holds “${cell.text}”`;
  return {
    empty: 'is empty',
    formula: 'is a formula without a result',
    hidden: 'holds a value that is not shown',
  }[cell.is];
}

function moment(local: string): string {
  return local.replace('T', ' ');
}

function besidePt({ reworded, repeated, rejected }: Shrunken): string {
  const others = [
    ...(reworded > 0 ? [`${reworded} foram reescritas`] : []),
    ...(repeated > 0 ? [`${repeated} são agora repetições`] : []),
    ...(rejected > 0 ? [`${rejected} foram rejeitadas`] : []),
  ];
  return others.length === 0 ? '' : ` (outras ${others.join(' e ')}, e não contam)`;
}

function besideEn({ reworded, repeated, rejected }: Shrunken): string {
  const others = [
    ...(reworded > 0 ? [`${reworded} were reworded`] : []),
    ...(repeated > 0 ? [`${repeated} are repetitions now`] : []),
    ...(rejected > 0 ? [`${rejected} were rejected`] : []),
  ];
  return others.length === 0 ? '' : ` (another ${others.join(' and ')}, and do not count)`;
}
