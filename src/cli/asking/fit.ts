import pc from 'picocolors';

/** A column of a table that makes itself fit. */
export interface DisplayColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** The least important leave first: 1 stays longest. */
  readonly rank: number;
}

const gap = 2;
/** With fewer columns than these a table says too little: a list says all. */
const fewestColumns = 4;
/** A narrower terminal gets a list. */
const narrowestTable = 50;
/** Lines of text are not longer than this: nobody reads them. */
const longestLine = 110;

/**
 * Rows for a terminal of a width: as a table whose titles may take several lines, with fewer columns where not all
 * fit; as a list of all that there is where few do.
 */
export function fitted(
  columns: readonly DisplayColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const places = columns.map((_, place) => place);
  const widths = places.map((place) =>
    Math.max(...columns[place]!.title.split(' ').map(lengthOf), ...rows.map((row) => lengthOf(row[place]!))),
  );
  const shown = placesThatFit(columns, widths, width);
  if (width < narrowestTable || shown.length < Math.min(fewestColumns, columns.length))
    return listOf(columns, rows, width);
  const line = (cells: readonly string[]): string =>
    shown
      .map((place, at) => padded(cells[at]!, widths[place]!, columns[place]!.align))
      .join(' '.repeat(gap))
      .trimEnd();
  const titles = shown.map((place) => wrapped(columns[place]!.title, widths[place]!));
  const height = Math.max(...titles.map((lines) => lines.length));
  const head = Array.from({ length: height }, (_, at) =>
    line(titles.map((lines) => lines[at - height + lines.length] ?? '')),
  );
  return [
    ...head.map((text) => pc.bold(text)),
    ...rows.map((row) => line(shown.map((place) => row[place]!))),
  ].join('\n');
}

function placesThatFit(
  columns: readonly DisplayColumn[],
  widths: readonly number[],
  width: number,
): number[] {
  const taken: number[] = [];
  let used = -gap;
  for (const place of widths
    .map((_, place) => place)
    .toSorted((a, b) => columns[a]!.rank - columns[b]!.rank)) {
    if (used + gap + widths[place]! > width) continue;
    used += gap + widths[place]!;
    taken.push(place);
  }
  return taken.toSorted((a, b) => a - b);
}

/** One block for each row, without what is empty. */
export function listOf(
  columns: readonly Pick<DisplayColumn, 'title'>[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const blocks = rows.map((row) =>
    columns
      .flatMap(({ title }, place) => {
        if (row[place] === '') return [];
        const [first, ...rest] = wrapped(`${title}: ${row[place]}`, width - gap);
        return [first!.replace(title, () => pc.bold(title)), ...rest.map((text) => `  ${text}`)];
      })
      .join('\n'),
  );
  return blocks.join('\n\n');
}

/** A text in lines that fit, broken between words; a longer word is broken within. */
export function wrapped(text: string, width: number): string[] {
  const room = Math.max(1, Math.min(width, longestLine));
  const lines = [''];
  for (const word of text.split(' ').flatMap((one) => pieces(one, room))) {
    const last = lines.at(-1)!;
    if (last === '') lines[lines.length - 1] = word;
    else if (lengthOf(last) + 1 + lengthOf(word) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, room: number): string[] {
  const letters = [...word];
  return Array.from({ length: Math.max(1, Math.ceil(letters.length / room)) }, (_, at) =>
    letters.slice(at * room, (at + 1) * room).join(''),
  );
}

function padded(text: string, width: number, align: DisplayColumn['align']): string {
  const blanks = ' '.repeat(Math.max(0, width - lengthOf(text)));
  return align === 'right' ? blanks + text : text + blanks;
}

function lengthOf(text: string): number {
  return [...text].length;
}
