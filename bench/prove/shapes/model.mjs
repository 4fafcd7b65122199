import { sheets } from '../../../dist/contract/index.js';

/**
 * What a workbook means: for each sheet of the contract rows of cells by column name. A cell is `{kind, value}`: a
 * number, a flag (0 or 1), a date (`2023-04-01T08:00:00`), a text, or `none`.
 */
export function drawModel(chances) {
  return sheets.map((sheet) => ({ sheet, rows: rowsOf(sheet, chances) }));
}

function rowsOf(sheet, chances) {
  return Array.from({ length: chances.whole(1, 12) }, (_, number) =>
    Object.fromEntries(
      Object.entries(sheet.columns).map(([name, column]) => [name, cellOf(column, number, chances)]),
    ),
  );
}

const letters = [
  'Pintura com bolhas.',
  'Ação & reacção',
  'a < b > c',
  '"aspas" e \'plicas\'',
  'Poço',
  'K1 «Vanquish» 4',
  'ÀÉÎÕÜçñ',
  'duas\nlinhas',
  '_x0041_',
  'x_x000D_',
  ']]>',
  '<!-- não -->',
  '&amp;',
  '100 %',
  '- 5',
  'preço: 5 €',
  '日本 😀',
  'NULLO',
  '1,5',
  'a\tb',
  'fim.',
];

function cellOf(column, number, chances) {
  if (!column.required && chances.chance(0.2)) return { kind: 'none' };
  switch (column.kind) {
    case 'id':
      return { kind: 'number', value: chances.chance(0.7) ? number + 1 : chances.whole(1, 99_999_999) };
    case 'integer':
      return { kind: 'number', value: chances.whole(column.min ?? 0, Math.min(column.max ?? 9, 9)) };
    case 'decimal':
      return {
        kind: 'number',
        value: chances.pick([0, 1.5, 0.75, 9.3, 1.07500004768372, 0.740740740740741, 0.000001, 120, 0.1]),
      };
    case 'flag':
      return { kind: 'flag', value: chances.whole(0, 1) };
    case 'timestamp':
      return { kind: 'date', value: dateOf(chances) };
    default:
      return { kind: 'text', value: chances.pick(letters) };
  }
}

function dateOf(chances) {
  const day = new Date(Date.UTC(chances.whole(1990, 2035), chances.whole(0, 11), chances.whole(1, 28)));
  const midnight = chances.chance(0.4);
  const seconds = midnight ? 0 : chances.pick([28_800, 59_400, 1, 86_399, chances.whole(0, 86_399)]);
  return new Date(day.getTime() + seconds * 1000).toISOString().slice(0, 19);
}

/** The fields that `extract` must write for a row, in the contract's order. */
export function fieldsOf({ sheet }, row) {
  return Object.keys(sheet.columns).map((name) => {
    const cell = row[name];
    return cell.kind === 'none' ? '' : String(cell.value);
  });
}
