import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AnswerOf, Failure } from '../../api/client.ts';
import { type PeriodFigure, PeriodFigures } from '../../parts/period-figures.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

type Overview = AnswerOf<'/api/kpis/overview'>;
type Data = NonNullable<Overview['data']>;
type Counts = NonNullable<NonNullable<Data['previous']>['figures']>;

interface FiguresProps {
  readonly overview: UseQueryResult<Overview, Failure>;
  readonly familia: string | undefined;
}

/** Pace, lead time, what is in hand, punctuality. */
export function Figures({ overview, familia }: FiguresProps) {
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  const n = format.number;
  const figures: readonly PeriodFigure<Data, Counts>[] = [
    {
      name: 'pace',
      title: w.pace,
      figure: 'finished_per_active_day',
      value: (data) => <strong>{n(data.finished_per_active_day, 1)}</strong>,
      unit: w.paceUnit,
      context: (data) => w.paceContext(n(data.finished_orders), n(data.active_days)),
      compared: (one) => n(one.finished_per_active_day, 1),
    },
    {
      name: 'lead',
      title: w.lead,
      figure: 'lead_time_days_median',
      value: (data) => <strong>{n(data.lead_time_days_median)}</strong>,
      unit: w.leadUnit,
      context: (data) => w.leadContext(n(data.lead_time_days_p90), n(data.lead_time_days_mean, 1)),
      compared: (one) => n(one.lead_time_days_median),
    },
    {
      name: 'wip',
      title: w.wip,
      figure: 'wip_orders',
      value: (data) => (
        <Link to="/barcos" search={{ estado: 'OPEN', familia }}>
          {n(data.wip_orders)}
        </Link>
      ),
      unit: (data) => w.wipUnit(words.boats(data.wip_orders ?? 0)),
      context: (data) => w.wipContext(n(data.wip_average)),
      compared: (one) => n(one.wip_average),
    },
    {
      name: 'on-time',
      title: w.onTime,
      figure: 'on_time_rate',
      value: (data) => <strong>{format.share(data.on_time_rate)}</strong>,
      unit: w.onTimeUnit,
      context: (data) =>
        data.on_time_rate === null ? w.noValue : w.onTimeContext(n(data.due_on_time), n(data.due_orders)),
      compared: (one) => format.share(one.on_time_rate),
    },
  ];
  return <PeriodFigures result={overview} figures={figures} />;
}
