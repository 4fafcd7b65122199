import { decimalText, groupDigits, percentText } from '../../platform/numbers.js';
import { realRatios } from '../ratios/real-ratios.js';
import { type Line, ratioTable } from '../ratios/table.js';
import { type FactoryFigures, leadTimeShares } from './figures.js';
import { realFigures } from './real-figures.js';

/** How boats flow through some factories, one a column, beside the real one. */
export function formatFigures(
  factories: readonly { readonly label: string; readonly figures: FactoryFigures }[],
): string {
  const line = (measure: string, of: (figures: FactoryFigures) => string, real: string): Line => [
    measure,
    ...factories.map(({ figures }) => of(figures)),
    real,
  ];
  const { weeklyVariation, firstInFirstOut, withDueDay, finishedLate } = realFigures;
  return ratioTable([
    ['', ...factories.map(({ label }) => label), 'real'],
    line(
      'Produção semanal: desvio / média',
      (one) => number(one.weeklyVariation),
      number(weeklyVariation.value),
    ),
    line(
      'Entrar primeiro e sair primeiro (Spearman)',
      (one) => number(one.firstInFirstOut),
      number(firstInFirstOut.value),
    ),
    ...leadTimeLines(line),
    ...dispersionLines(line, factories[0]?.figures),
    line('Ordens em aberto', (one) => groupDigits(one.openOrders), '-'),
    line('  com prazo', (one) => percent(one.withDueDay), percent(withDueDay.value)),
    line('    dentro de 8 dias', (one) => percent(one.dueWithin8Days), 'quase todas'),
    line('    já passado', (one) => percent(one.overdue), 'quase nenhuma'),
    line('    passado há mais de 7 dias', (one) => percent(one.overdueOver7Days), 'nenhuma'),
    line('Acabadas depois do último prazo', (one) => percent(one.finishedLate), percent(finishedLate.value)),
  ]);
}

type MakeLine = (measure: string, of: (figures: FactoryFigures) => string, real: string) => Line;

/** The real ones are of the newest workbook. */
function leadTimeLines(line: MakeLine): Line[] {
  const real = realRatios.at(-1)?.leadTimesDays ?? [];
  return leadTimeShares.map((share, i) =>
    line(
      `Dias da criação ao fim: ${percent(share)} até`,
      (one) => number(one.leadTimesDays[i], 0),
      number(real[i], 0),
    ),
  );
}

function dispersionLines(line: MakeLine, first: FactoryFigures | undefined): Line[] {
  const { timesBinomial, covered } = realFigures;
  return (first?.dispersion ?? []).flatMap(({ horizonDays }, i) => [
    line(
      `Barcos fora em ${horizonDays} dias: variância / binomial`,
      (one) => number(one.dispersion[i]?.timesBinomial),
      `${timesBinomial.least} a ${timesBinomial.most}`,
    ),
    line(
      '  intervalos independentes de 80 % que acertam',
      (one) => percent(one.dispersion[i]?.covered),
      `${percent(covered.least)} a ${percent(covered.most)}`,
    ),
  ]);
}

/** A history that is too short has nothing to say. */
function number(value: number | undefined, digits = 2): string {
  return value === undefined || Number.isNaN(value) ? '-' : decimalText(value, digits);
}

function percent(share: number | undefined): string {
  return share === undefined || Number.isNaN(share) ? '-' : percentText(share, 0);
}
