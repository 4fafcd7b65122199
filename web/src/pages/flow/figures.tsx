import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AnswerOf, Failure } from '../../api/client.ts';
import { Figure } from '../../parts/figure.tsx';
import { FigureSlot } from '../../parts/figure-slot.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

type Overview = AnswerOf<'/api/kpis/overview'>;
type Data = NonNullable<Overview['data']>;
type Counts = NonNullable<NonNullable<Data['previous']>['figures']>;

interface FiguresProps {
  readonly overview: UseQueryResult<Overview, Failure>;
  readonly familia: string | undefined;
}

/** Four numbers of the period, each beside that of the period before. */
export function Figures({ overview, familia }: FiguresProps) {
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  const n = format.number;
  return (
    <div className="flow-figures">
      <FigureSlot title={w.pace} result={overview}>
        {(answer) => (
          <Figure
            name="pace"
            title={w.pace}
            answer={answer}
            figure="finished_per_active_day"
            value={<strong>{n(answer.data.finished_per_active_day, 1)}</strong>}
            unit={w.paceUnit}
            context={w.paceContext(n(answer.data.finished_orders), n(answer.data.active_days))}
            comparison={before(answer.data, (one) => n(one.finished_per_active_day, 1))}
          />
        )}
      </FigureSlot>
      <FigureSlot title={w.lead} result={overview}>
        {(answer) => (
          <Figure
            name="lead"
            title={w.lead}
            answer={answer}
            figure="lead_time_days_median"
            value={<strong>{n(answer.data.lead_time_days_median)}</strong>}
            unit={w.leadUnit}
            context={w.leadContext(n(answer.data.lead_time_days_p90), n(answer.data.lead_time_days_mean, 1))}
            comparison={before(answer.data, (one) => n(one.lead_time_days_median))}
          />
        )}
      </FigureSlot>
      <FigureSlot title={w.wip} result={overview}>
        {(answer) => (
          <Figure
            name="wip"
            title={w.wip}
            answer={answer}
            figure="wip_orders"
            value={
              <Link to="/barcos" search={{ estado: 'OPEN', familia }}>
                {n(answer.data.wip_orders)}
              </Link>
            }
            unit={w.wipUnit(words.boats(answer.data.wip_orders ?? 0))}
            context={w.wipContext(n(answer.data.wip_average))}
            comparison={before(answer.data, (one) => n(one.wip_average))}
          />
        )}
      </FigureSlot>
      <FigureSlot title={w.onTime} result={overview}>
        {(answer) => (
          <Figure
            name="on-time"
            title={w.onTime}
            answer={answer}
            figure="on_time_rate"
            value={<strong>{format.share(answer.data.on_time_rate)}</strong>}
            unit={w.onTimeUnit}
            context={
              answer.data.on_time_rate === null
                ? w.noValue
                : w.onTimeContext(n(answer.data.due_on_time), n(answer.data.due_orders))
            }
            comparison={before(answer.data, (one) => format.share(one.on_time_rate))}
          />
        )}
      </FigureSlot>
    </div>
  );

  function before({ previous }: Data, tell: (counts: Counts) => string): string | undefined {
    if (previous?.figures == null || previous.window.from === null || previous.window.to === null)
      return undefined;
    const { from, to } = previous.window;
    return w.before(tell(previous.figures), format.day(from), format.day(to));
  }
}
