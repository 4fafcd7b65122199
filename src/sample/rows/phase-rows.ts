import { NumberText } from '../../workbook/write/index.js';
import { endShown, isEnded, isStarted, isWritten, ownerOf } from '../cut.js';
import type { Factory } from '../history/factory.js';
import type { OrderHistory } from '../history/order.js';
import { idsPerOrder, type PhaseHistory } from '../history/phases.js';
import { blanks, type DemonstrationFault, hasFault } from '../quirks.js';
import type { SampleCell, SampleRow } from '../row.js';
import { isoText } from '../time.js';

const sentinel = '1900-01-01 00:00:00';

export function orderPhaseRows(factory: Factory, order: OrderHistory): SampleRow[] {
  const rows: SampleCell[][] = [];
  for (const phase of order.phases)
    if (isWritten(phase, factory.cut)) rows.push(phaseRow(factory, order, phase));
  return addFaults(factory, order, rows);
}

/** How many rows `orderPhaseRows` makes, without making them. */
export function countPhaseRows({ size, cut }: Factory, { index, phases }: OrderHistory): number {
  const extra = (fault: DemonstrationFault, rows: number) => (hasFault(fault, index, size.orders) ? rows : 0);
  let written = 0;
  for (const phase of phases) if (isWritten(phase, cut)) written++;
  return written + extra('phaseWithTextId', 1) + extra('phaseTwiceDifferently', 2);
}

function phaseRow({ cut }: Factory, order: OrderHistory, phase: PhaseHistory): SampleCell[] {
  const started = isStarted(phase, cut);
  const ended = isEnded(phase, cut);
  const { step } = phase;
  return [
    phase.id,
    ownerOf(phase, order, cut),
    started ? (phase.sentinel ? sentinel : phase.startTyped) : 'NULL',
    ended ? endShown(phase, cut) : 'NULL',
    plannedCell(phase),
    step.coefficientHours,
    step.bonus_eur,
    step.phaseId,
    weightCell(phase, ended),
    phase.rework,
    started && phase.shift !== null ? phase.shift : emptyCell(phase.id),
    step.sequence,
  ];
}

function plannedCell({ id, plannedDay }: PhaseHistory): SampleCell {
  if (plannedDay === null) return 'NULL';
  return lot(id, 1) < blanks.isoDate ? isoText(plannedDay) : plannedDay;
}

/** What is not weighed yet looks like what is never weighed. */
function weightCell({ id, weight }: PhaseHistory, ended: boolean): SampleCell {
  if (weight === null) return 'NULL';
  if (weight === '0') return 0;
  if (ended) return new NumberText(weight);
  return id % 2 === 0 ? 'NULL' : 0;
}

/** Nothing, in one of the ways in which the ERP and those who edit its workbook write it. */
function emptyCell(id: number): SampleCell {
  const u = lot(id, 2);
  if (u < blanks.emptyText) return '';
  if (u < blanks.emptyText + blanks.space) return '  ';
  return u < blanks.emptyText + blanks.space + blanks.absent ? undefined : 'NULL';
}

/** A number in [0, 1) that belongs to the id, so that every dump draws the same. */
function lot(id: number, salt: number): number {
  let h = Math.imul(id ^ (salt * 0x9e3779b9), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}

const column = { id: 0, weight: 8, shift: 10 } as const;

/** The faults of `demonstrationFaults`; see there for what becomes of each. */
function addFaults({ size }: Factory, order: OrderHistory, rows: SampleCell[][]): SampleCell[][] {
  const { index } = order;
  const first = rows[0];
  if (!first) return rows;
  if (hasFault('weightInLetters', index, size.orders)) first[column.weight] = 'abc';
  if (hasFault('shiftInLetters', index, size.orders)) first[column.shift] = '1.º turno';
  if (hasFault('phaseWithTextId', index, size.orders)) rows.push(first.with(column.id, 'R-17'));
  if (hasFault('phaseTwiceDifferently', index, size.orders)) {
    const id = (first[column.id] as number) + idsPerOrder - 1;
    rows.push(
      first.with(column.id, id).with(column.shift, 1),
      first.with(column.id, id).with(column.shift, 3),
    );
  }
  return rows;
}
