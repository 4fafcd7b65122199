import { decimalText, groupDigits, percentText } from '../../platform/numbers.js';
import type { SampleSummary } from '../summary.js';
import type { ReferenceRatio, SampleRatios, SheetRatios } from './count.js';
import { realRatios } from './real-ratios.js';
import { type Line, ratioTable } from './table.js';

/** The sample's ratios beside those of the two real workbooks; only what says something: a column without nulls is left out. */
export function formatRatios(summary: SampleSummary): string {
  const columns: readonly SampleRatios[] = [summary.ratios, ...realRatios.map((real) => real.sheets)];
  const head: Line = [
    '',
    `exemplo ${summary.asOf.slice(0, 10)}`,
    ...realRatios.map((real) => `real ${real.label}`),
  ];
  const lines = summary.ratios.flatMap(({ sheet }) =>
    sheetLines(
      sheet,
      columns.map((sheets) => sheets.find((candidate) => candidate.sheet === sheet)),
    ),
  );
  return ratioTable([head, ...lines]);
}

type Measured = readonly (SheetRatios | undefined)[];

function sheetLines(sheet: string, measured: Measured): Line[] {
  const line = (measure: string, of: (ratios: SheetRatios) => string): Line => [
    measure,
    ...measured.map((ratios) => (ratios ? of(ratios) : '-')),
  ];
  const first = measured.find((ratios) => ratios !== undefined);
  return [
    [''],
    line(sheet, ({ rows }) => `${groupDigits(rows)} linhas`),
    line('  compressão (XML : zip)', ({ bytes, compressed }) => `${decimalText(bytes / compressed, 1)} : 1`),
    line('  linhas repetidas', ({ rows, duplicates }) => percent(duplicates, rows)),
    ...(first?.nulls ?? [])
      .filter(({ header }) => measured.some((ratios) => nullsOf(ratios, header) > 0))
      .map(({ header }) =>
        line(`  vazios em ${header}`, (ratios) => percent(nullsOf(ratios, header), ratios.rows)),
      ),
    ...(first?.references ?? []).flatMap((reference) => [
      line(`  órfãos em ${reference.header}: linhas`, (ratios) => {
        const found = same(ratios, reference);
        return percent(found?.orphanRows ?? 0, found?.rows ?? 0);
      }),
      line('    valores distintos', (ratios) => {
        const found = same(ratios, reference);
        return percent(found?.orphanDistinct ?? 0, found?.distinct ?? 0);
      }),
    ]),
  ];
}

function nullsOf(ratios: SheetRatios | undefined, header: string): number {
  return ratios?.nulls.find((column) => column.header === header)?.nulls ?? 0;
}

function same(ratios: SheetRatios, { header }: ReferenceRatio): ReferenceRatio | undefined {
  return ratios.references.find((reference) => reference.header === header);
}

/** A ratio that is not zero must not look like it. */
function percent(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0 %';
  return 100 * part < 0.05 * whole ? `< 0,1 % (${groupDigits(part)})` : percentText(part / whole);
}
