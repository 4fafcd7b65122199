import { sheets } from '../../contract/index.js';
import { ProdplanError } from '../../platform/errors.js';
import type { Workbook } from '../../workbook/index.js';
import { normaliseHeader } from './header.js';

/**
 * A sheet that the workbook lists without holding it is left out like a chart sheet: leftover macro modules look so.
 * One of the contract's, or what reads as a further part of one (`Fases (2)`), is refused: its rows would be lost.
 */
export function refuseLostSheets(workbook: Workbook): void {
  const lost = workbook.lostSheets.filter(isNeeded);
  if (lost.length === 0) return;
  const names = lost.map((name) => `«${name}»`).join(', ');
  throw new ProdplanError(
    'input',
    'BAD_XML',
    `O ficheiro tem na lista folhas que não contém: ${names} (${workbook.path}).`,
    'Abra o ficheiro no Excel e guarde-o de novo, ou exporte-o outra vez do ERP.',
  );
}

function isNeeded(name: string): boolean {
  const written = normaliseHeader(name);
  return sheets.some(({ sheet }) => {
    const known = normaliseHeader(sheet);
    return written.startsWith(known) && /^[\s_-]*(\(?\d+\)?)?$/.test(written.slice(known.length));
  });
}
