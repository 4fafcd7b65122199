import { ProdplanError } from '../../platform/errors.js';

/** A sheet may lose at most this share of its published keys between two dumps. */
export const largestLoss = 0.2;

export interface Loss {
  readonly sheet: string;
  readonly held: number;
  readonly gone: number;
}

/** Refuses a dump in which a sheet lost too many of its published keys: it is probably cut short. */
export function refuseLosses(losses: readonly Loss[]): void {
  const large = losses.filter(({ held, gone }) => gone > held * largestLoss);
  if (large.length === 0) return;
  const figures = large.map(
    ({ sheet, held, gone }) =>
      `${sheet} perdeu ${gone} de ${held} linhas (${((100 * gone) / held).toFixed(1).replace('.', ',')} %)`,
  );
  throw new ProdplanError(
    'contract',
    'SHEET_SHRANK',
    `Este ficheiro parece incompleto: ${figures.join('; ')}. O máximo entre dois ficheiros é ${largestLoss * 100} %.`,
    'Nada foi alterado. Se o ficheiro estiver certo, repita com --force (numa tarefa: --param force=true).',
  );
}

/** Refuses a dump whose moment lies before that of the published one. */
export function refuseOlder(asOf: string, publishedAsOf: string | null): void {
  if (publishedAsOf === null || asOf >= publishedAsOf) return;
  throw new ProdplanError(
    'contract',
    'OLDER_DUMP',
    `Este ficheiro é de ${asOf.replace('T', ' ')}, anterior ao que está publicado (${publishedAsOf.replace('T', ' ')}).`,
    'Nada foi alterado. Se quiser mesmo voltar atrás, repita com --force (numa tarefa: --param force=true).',
  );
}
