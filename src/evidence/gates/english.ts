import { namedFamilies, phase } from '../../contract/factory/index.js';
import { type Sheet, sheets } from '../../contract/index.js';
import { groupDigits, percentText } from '../../platform/numbers.js';
import { keptGate } from './completeness.js';
import type { Gate, GateResult } from './gate.js';

type Told = Pick<Gate, 'question' | 'measured' | 'remedy'>;

const wholeExport = 'Export the whole file again: the sheet seems cut.';

const kept: readonly (readonly [string, Told])[] = (sheets as readonly Sheet[]).map(({ sheet, table }) => [
  keptGate(table),
  {
    question: `Is all that earlier files had in ${sheet} still there?`,
    measured: `rows of ${sheet}, among those of this file and those that earlier ones had`,
    remedy: `Export ${sheet} again, whole. If the rows were deleted on purpose, this warning goes after five files.`,
  },
]);

/** The sentences of the declared gates in English. */
export const gatesInEnglish: Readonly<Record<string, Told>> = {
  employee_productivity: {
    question: 'Who did what, and at what pace?',
    measured: 'records of employees whose phase exists',
    remedy: 'Export FasesOrdemFabrico and FuncionariosFaseOrdemFabrico of the same period, whole.',
  },
  product_join: {
    question: 'Of which model is each order?',
    measured: 'orders whose product exists in Modelos',
    remedy:
      'Complete the sheet Modelos with the products that orders name (“prodplan check” shows those that are missing).',
  },
  product_family: {
    question: `Of which family (${namedFamilies.join(', ')}, other) is each order?`,
    measured: 'orders whose model is known and has a name',
    remedy: `The family is read from the first word of Produto_Nome; what does not begin with ${namedFamilies[0]} ... ${namedFamilies.at(-1)} counts as “other”.`,
  },
  culprit_attribution: {
    question: 'Which phase caused each error?',
    measured: 'defects of the boat with a culprit phase that exists',
    remedy:
      'Ask for the culprit phase to be recorded in the ERP; defects without one are put down to nobody.',
  },
  weight_coverage: {
    question: 'How heavy is what was demoulded?',
    measured: 'finished demouldings with a measured weight above 0',
    remedy: 'Record the weight at demoulding; 0 or nothing means that it was not weighed.',
  },
  gelcoat_coverage: {
    question: 'How much gelcoat do the orders take, in theory?',
    measured: 'orders whose model has an amount of gelcoat (deck and hull) above 0',
    remedy: 'Fill in Produto_QtdGelDeck and Produto_QtdGelCasco in the sheet Modelos.',
  },
  due_date_coverage: {
    question: 'Which orders are late or at risk?',
    measured: 'orders with a planned shipping day',
    remedy:
      'Fill in Of_DataTransporte. The file does not say whether it is the first promise or the last time it was planned anew.',
  },
  durations_usable: {
    question: 'How long does each phase take?',
    measured: 'finished phases with a possible start and end and more than 0 minutes',
    remedy: 'Record the start and the end of each phase when they happen.',
  },
  orders_listed: {
    question: 'Are all orders there?',
    measured: 'orders with phases or errors that the sheet OrdensFabrico has',
    remedy: `${wholeExport} There are phases of orders that OrdensFabrico does not list.`,
  },
  orders_with_phases: {
    question: 'Do orders that have begun have phases?',
    measured: 'orders that are past their creation and have any phase',
    remedy: `${wholeExport} FasesOrdemFabrico lacks all phases of some orders.`,
  },
  route_phases: {
    question: 'Are the phases of each order there?',
    measured: "phases that the product's route foresees and the order has",
    remedy: `${wholeExport} Orders have fewer phases in FasesOrdemFabrico than the route of their product.`,
  },
  demould_recorded: {
    question: 'Is it known when each boat passed its first inspection?',
    measured:
      'boats past their first inspection (demoulding, or final control where there is none), in hand or finished, in which it was closed',
    remedy: `Close phase ${phase.demould} (or ${phase.finalControl}) in the ERP; if orders had it in another file, export FasesOrdemFabrico again, whole.`,
  },
  detecting_phase: {
    question: 'Is it known when each error was found?',
    measured: 'errors whose detecting phase exists and has a day',
    remedy: `${wholeExport} There are errors whose detecting phase is not in FasesOrdemFabrico.`,
  },
  phase_catalogue: {
    question: 'Is it known what each phase is?',
    measured: 'finished phases that the sheet Fases lists',
    remedy: 'Export the sheet Fases again, whole.',
  },
  consumption: {
    question: 'How much material was used?',
    measured: 'nothing: the file has no consumption',
    remedy:
      'It would take a sheet with what left the warehouse by order (material, amount, date); none of the nine has it.',
  },
  ...Object.fromEntries(kept),
};

/** What a measured gate says, in English: its reason is made anew from what was counted. */
export function inEnglish({
  gate,
  state,
  rate,
  threshold,
  rows,
  covered_rows,
}: Pick<GateResult, 'gate' | 'state' | 'rate' | 'threshold' | 'rows' | 'covered_rows'>): Told & {
  readonly reason: string;
} {
  const told = gatesInEnglish[gate] ?? { question: gate, measured: gate, remedy: '' };
  return { ...told, remedy: state === 'SUPPORTED' ? '' : told.remedy, reason: reason() };

  function reason(): string {
    if (threshold === null && rate === null && rows === 0)
      return 'The file lacks the fields that the answer needs.';
    if (rate === null) return `There is no row to count (${told.measured}).`;
    const counted = `${groupDigits(covered_rows, 'en')} of ${groupDigits(rows, 'en')}: ${told.measured}`;
    const share = `${percentText(rate, 1, 'en')} (${counted})`;
    return threshold === null ? share : `${share}; ${percentText(threshold, 1, 'en')} are needed.`;
  }
}
