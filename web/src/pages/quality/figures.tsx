import type { UseQueryResult } from '@tanstack/react-query';
import type { AnswerOf, Failure } from '../../api/client.ts';
import { type PeriodFigure, PeriodFigures } from '../../parts/period-figures.tsx';
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

/** First passes, defects by boat, and the lines that are no defects. */
export function Figures({ search, overview }: FiguresProps) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const phases = useCulprits();
  const n = format.number;
  const phase = phases.find(({ id }) => id === search.culpada)?.label;
  const only = phase == null ? '' : `; ${w.ofPhase(phase)}`;
  const figures: readonly PeriodFigure<Data, Counts>[] = [
    {
      name: 'yield',
      title: w.yield,
      figure: 'first_pass_yield',
      value: (data) => <strong>{format.share(data.first_pass_yield)}</strong>,
      unit: w.yieldUnit,
      context: (data) =>
        w.yieldContext(n(data.orders_without_defect), n(data.orders_past_first_inspection)) + only,
      compared: (one) => format.share(one.first_pass_yield),
    },
    {
      name: 'grave',
      title: w.grave,
      figure: 'first_pass_yield',
      value: (data) => <strong>{format.share(data.first_pass_yield_severity_3)}</strong>,
      unit: w.graveUnit,
      context: (data) => w.graveContext(format.share(data.first_pass_yield_severity_2)) + only,
      compared: (one) => format.share(one.first_pass_yield_severity_3),
    },
    {
      name: 'per100',
      title: w.per100,
      figure: 'defects_per_100_orders',
      value: (data) => <strong>{n(data.defects_per_100_orders, 1)}</strong>,
      unit: w.per100Unit,
      context: (data) => w.per100Context(n(data.defects), n(data.orders_past_first_inspection)) + only,
      compared: (one) => n(one.defects_per_100_orders, 1),
    },
    {
      name: 'mould',
      title: w.mould,
      figure: 'mould_lines_per_100_orders',
      value: (data) => <strong>{n(data.mould_lines_per_100_orders, 1)}</strong>,
      unit: w.mouldUnit,
      context: (data) => w.mouldContext(n(data.mould_lines), n(data.passed_lines)),
      compared: (one) => n(one.mould_lines_per_100_orders, 1),
    },
  ];
  return <PeriodFigures result={overview} figures={figures} />;
}
