import { ProdplanError } from '../../platform/errors.js';

/** A sheet may lose at most this share of its published keys between two dumps. */
export const largestLoss = 0.2;
/** At most this share of a sheet's rows may be rejected, and of the cells of an optional column be bad. */
export const largestBadShare = 0.2;
/** The share of rows with a value in a column may fall by so many percentage points between two dumps. */
export const largestFall_points = 20;
/** Fewer rows or cells than this say nothing by their share. */
export const fewest = 20;

export type GuardCode = 'OLDER_DUMP' | 'SHEET_SHRANK' | 'SHEET_REJECTED' | 'COLUMN_BAD' | 'COLUMN_EMPTIED';

/** Why a dump is not published unless it is forced. */
export interface Tripped {
  readonly code: GuardCode;
  /** What was found, in words, with its figures. */
  readonly found: string;
}

/** Rows of a sheet that core held and the dump does not bring again. */
export interface Loss {
  readonly sheet: string;
  readonly held: number;
  /** Those of which nothing is there any more: neither reworded nor rejected. */
  readonly lost: number;
  readonly reworded: number;
  readonly rejected: number;
}

/** Whether a column or a sheet has enough of them to be judged by their share. */
export function exceeds(part: number, whole: number): boolean {
  return whole >= fewest && part > whole * largestBadShare;
}

/** Whether the share of rows with a value fell too far. */
export function hasFallen(before: Filled, now: Filled): boolean {
  if (before.rows < fewest || now.rows < fewest) return false;
  // In whole numbers: a fall of 20 points to the row is none too many.
  const fall = before.values * now.rows - now.values * before.rows;
  return 100 * fall > largestFall_points * before.rows * now.rows;
}

export interface Filled {
  readonly rows: number;
  readonly values: number;
}

export function isLarge({ lost, held }: Loss): boolean {
  return lost > held * largestLoss;
}

/** `21,3 %` */
export function percent(part: number, whole: number): string {
  return `${(whole === 0 ? 0 : (100 * part) / whole).toFixed(1).replace('.', ',')} %`;
}

export function lossWords({ sheet, held, lost, reworded, rejected }: Loss): string {
  const others = [
    reworded > 0 ? `${reworded} foram reescritas` : '',
    rejected > 0 ? `${rejected} foram rejeitadas` : '',
  ].filter((words) => words !== '');
  const beside = others.length === 0 ? '' : ` (outras ${others.join(' e ')}, e não contam)`;
  return `${sheet} perdeu ${lost} de ${held} linhas (${percent(lost, held)})${beside}`;
}

/** A dump whose moment lies before that of the published one. */
export function olderDump(asOf: string, publishedAsOf: string | null): Tripped[] {
  if (publishedAsOf === null || asOf >= publishedAsOf) return [];
  const [moment, published] = [asOf.replace('T', ' '), publishedAsOf.replace('T', ' ')];
  const found = `Este ficheiro é de ${moment}, anterior ao que está publicado (${published}).`;
  return [{ code: 'OLDER_DUMP', found }];
}

/** What each guard says before its figures, and what to do besides forcing it. */
const words: Readonly<Record<GuardCode, { readonly head: string; readonly remedy: string }>> = {
  OLDER_DUMP: { head: '', remedy: 'Se quiser voltar atrás, use «prodplan rollback».' },
  SHEET_SHRANK: {
    head: 'Este ficheiro parece incompleto (o máximo entre dois ficheiros é 20 %): ',
    remedy: 'Exporte o ficheiro outra vez, completo, do ERP.',
  },
  SHEET_REJECTED: {
    head: 'Há folhas com mais de 20 % das linhas rejeitadas: ',
    remedy: 'Corrija no ERP, ou na exportação, as colunas indicadas.',
  },
  COLUMN_BAD: {
    head: 'Há colunas com mais de 20 % das células fora do contrato: ',
    remedy:
      'Exporte as colunas indicadas como números e datas. Se forem fórmulas, abra o ficheiro no Excel e guarde-o, para que tenham resultado.',
  },
  COLUMN_EMPTIED: {
    head: 'Há colunas que perderam os seus valores (mais de 20 pontos entre dois ficheiros): ',
    remedy: 'Exporte o ficheiro outra vez, com os valores das colunas indicadas.',
  },
};

/** Throws what all guards found, under the code of the first; nothing happens where none was tripped. */
export function refuse(tripped: readonly Tripped[]): void {
  const refusal = refusalOf(tripped);
  if (refusal !== null) throw refusal;
}

/** A dump that cannot be taken in for another reason, together with what the guards found: it may be why. */
export function withTripped(error: unknown, tripped: readonly Tripped[]): unknown {
  const refusal = refusalOf(tripped);
  if (refusal === null || !(error instanceof ProdplanError)) return error;
  const message = `${error.message} ${refusal.code}: ${refusal.message}`;
  const remedy = `${error.remedy} ${refusal.remedy}`;
  return new ProdplanError(error.kind, error.code, message, remedy, { cause: error });
}

function refusalOf(tripped: readonly Tripped[]): ProdplanError | null {
  const codes = [...new Set(tripped.map(({ code }) => code))];
  if (codes.length === 0) return null;
  const message = codes.map((code) => {
    const found = tripped.flatMap((one) => (one.code === code ? [one.found] : [])).join('; ');
    const sentence = `${words[code].head}${found}${found.endsWith('.') ? '' : '.'}`;
    return codes.length === 1 ? sentence : `${code}: ${sentence}`;
  });
  const remedies = codes.map((code) => words[code].remedy);
  return new ProdplanError(
    'contract',
    codes[0]!,
    message.join(' '),
    `Nada foi alterado. ${remedies.join(' ')} Se o ficheiro estiver certo assim, repita com --force (numa tarefa: --param force=true; na API: force=true).`,
  );
}
