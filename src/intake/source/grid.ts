import type { Sheet } from '../../contract/index.js';
import { ProdplanError } from '../../platform/errors.js';

/** How many rows a sheet can have, the header included: of Excel since 2007, and of the one before. */
const gridRows: readonly number[] = [1_048_576, 65_536];

/** Whether a sheet ends where the grid ends, by the number of its last row: what followed would be left out in silence. */
export function isFull(lastRow: number): boolean {
  return gridRows.includes(lastRow);
}

/** Refuses a sheet that ends with the grid. `place` is what the file calls the sheet. */
export function sheetFull(sheet: Sheet, place: string, lastRow: number): ProdplanError {
  const row = new Intl.NumberFormat('pt-PT', { useGrouping: 'always' }).format(lastRow);
  const grid = lastRow === gridRows[0] ? 'o Excel' : 'o Excel antigo (.xls)';
  return new ProdplanError(
    'contract',
    'SHEET_FULL',
    `A folha ${place} está cheia: acaba na linha ${row}, a última que ${grid} tem. O que viria a seguir ficou por exportar.`,
    `Nada foi publicado. Exporte o resto para uma folha «${sheet.sheet} (2)» do mesmo livro, ou para outro livro com a mesma folha, e indique os dois. Se a folha acabar mesmo nessa linha, repita com --force (numa tarefa: --param force=true).`,
  );
}
