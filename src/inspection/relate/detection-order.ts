import { fasesOrdemFabrico, ordemFabricoErros } from '../../contract/index.js';
import { issueTitles } from '../../evidence/index.js';
import type { ColumnCounter } from '../count/column-counter.js';
import type { SheetCounter } from '../count/sheet-counter.js';
import type { DateOrderFacts } from '../findings.js';
import { PairCount } from './date-order.js';
import { PhaseTimes } from './phase-times.js';

/**
 * Errors found before the phase that caused them began: the end (else the start) of the detecting phase lies before
 * the start (else the end) of the culprit phase. Phases are read before error lines, for the contract has them first.
 */
export class DetectionOrder {
  #times = new PhaseTimes();
  readonly #pairs = new PairCount();
  #hasPhases = false;
  #hasErrors = false;

  /** What to do after each row of a sheet has been counted; null for the sheets that it does not concern. */
  watch(counter: SheetCounter): ((rowNumber: number) => void) | null {
    if (counter.found.sheet === fasesOrdemFabrico) return this.#watchPhases(counter.columns);
    if (counter.found.sheet === ordemFabricoErros) return this.#watchErrors(counter);
    return null;
  }

  facts(): DateOrderFacts {
    return {
      code: 'DETECTION_BEFORE_CULPRIT',
      title: issueTitles.DETECTION_BEFORE_CULPRIT,
      sheet: ordemFabricoErros.sheet,
      status: this.#hasPhases && this.#hasErrors ? 'counted' : 'missing',
      ...this.#pairs.facts(),
    };
  }

  #watchPhases(columns: ReadonlyMap<string, ColumnCounter>): (() => void) | null {
    const id = columns.get('faseof_id' satisfies keyof typeof fasesOrdemFabrico.columns);
    const start = columns.get('faseof_inicio' satisfies keyof typeof fasesOrdemFabrico.columns);
    const end = columns.get('faseof_fim' satisfies keyof typeof fasesOrdemFabrico.columns);
    if (id === undefined || (start === undefined && end === undefined)) return null;
    this.#hasPhases = true;
    // The sheet may be read a second time.
    this.#times = new PhaseTimes();
    return () => {
      if (!Number.isNaN(id.current))
        this.#times.add(id.current, start?.current ?? Number.NaN, end?.current ?? Number.NaN);
    };
  }

  #watchErrors(counter: SheetCounter): ((rowNumber: number) => void) | null {
    const { columns } = counter;
    const found = columns.get('ofch_faseof_avaliacao' satisfies keyof typeof ordemFabricoErros.columns);
    const culprit = columns.get('ofch_faseof_culpada' satisfies keyof typeof ordemFabricoErros.columns);
    if (found === undefined || culprit === undefined) return null;
    this.#hasErrors = true;
    return (rowNumber) => {
      if (Number.isNaN(found.current) || Number.isNaN(culprit.current)) return;
      const detected = this.#times.endElseStart(found.current);
      this.#pairs.add(this.#times.startElseEnd(culprit.current), detected, rowNumber, counter.part);
    };
  }
}
