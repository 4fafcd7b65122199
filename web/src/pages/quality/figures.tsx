import type { UseQueryResult } from '@tanstack/react-query';
import type { AnswerOf, Failure } from '../../api/client.ts';
import { Figure } from '../../parts/figure.tsx';
import { FigureSlot } from '../../parts/figure-slot.tsx';
import type { QualitySearch } from '../../quality-search.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { useCulprits } from './filters.tsx';
import { catalogue } from './words.ts';

type Overview = AnswerOf<'/api/quality/overview'>;
type Data = NonNullable<Overview['data']>;
type Counts = NonNullable<NonNullable<Data['previous']>['figures']>;

interface FiguresProps {
  readonly search: QualitySearch;
  readonly overview: UseQueryResult<Overview, Failure>;
}

/** Four numbers of the period, each beside that of the period before. */
export function Figures({ search, overview }: FiguresProps) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const phases = useCulprits();
  const n = format.number;
  const phase = phases.find(({ id }) => id === search.culpada)?.label;
  const only = phase == null ? '' : `; ${w.ofPhase(phase)}`;
  const before = ({ previous }: Data, tell: (counts: Counts) => string): string | undefined =>
    previous?.figures == null || previous.window.from === null || previous.window.to === null
      ? undefined
      : w.before(tell(previous.figures), format.day(previous.window.from), format.day(previous.window.to));
  return (
    <div className="quality-figures">
      <FigureSlot title={w.yield} result={overview}>
        {(answer) => (
          <Figure
            name="yield"
            title={w.yield}
            answer={answer}
            figure="first_pass_yield"
            value={<strong>{format.share(answer.data.first_pass_yield)}</strong>}
            unit={w.yieldUnit}
            context={
              w.yieldContext(
                n(answer.data.orders_without_defect),
                n(answer.data.orders_past_first_inspection),
              ) + only
            }
            comparison={before(answer.data, (one) => format.share(one.first_pass_yield))}
          />
        )}
      </FigureSlot>
      <FigureSlot title={w.grave} result={overview}>
        {(answer) => (
          <Figure
            name="grave"
            title={w.grave}
            answer={answer}
            figure="first_pass_yield"
            value={<strong>{format.share(answer.data.first_pass_yield_severity_3)}</strong>}
            unit={w.graveUnit}
            context={w.graveContext(format.share(answer.data.first_pass_yield_severity_2)) + only}
            comparison={before(answer.data, (one) => format.share(one.first_pass_yield_severity_3))}
          />
        )}
      </FigureSlot>
      <FigureSlot title={w.per100} result={overview}>
        {(answer) => (
          <Figure
            name="per100"
            title={w.per100}
            answer={answer}
            figure="defects_per_100_orders"
            value={<strong>{n(answer.data.defects_per_100_orders, 1)}</strong>}
            unit={w.per100Unit}
            context={
              w.per100Context(n(answer.data.defects), n(answer.data.orders_past_first_inspection)) + only
            }
            comparison={before(answer.data, (one) => n(one.defects_per_100_orders, 1))}
          />
        )}
      </FigureSlot>
      <FigureSlot title={w.mould} result={overview}>
        {(answer) => (
          <Figure
            name="mould"
            title={w.mould}
            answer={answer}
            figure="mould_lines_per_100_orders"
            value={<strong>{n(answer.data.mould_lines_per_100_orders, 1)}</strong>}
            unit={w.mouldUnit}
            context={w.mouldContext(n(answer.data.mould_lines), n(answer.data.passed_lines))}
            comparison={before(answer.data, (one) => n(one.mould_lines_per_100_orders, 1))}
          />
        )}
      </FigureSlot>
    </div>
  );
}
