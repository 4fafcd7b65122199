import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { Figure } from '../../parts/figure.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

type Answer = AnswerOf<'/api/prodplan/shipments'>;
type Counts = NonNullable<Answer['data']>[number];

export function DayFigures({ answer, counts }: { readonly answer: Answer; readonly counts: Counts }) {
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  const n = format.number;
  const boats = { expedicao: counts.day };
  const endangered = counts.at_risk + counts.late;
  return (
    <div className="shipment-figures">
      <Figure
        name="planned"
        title={w.planned}
        answer={answer}
        value={
          <Link to="/barcos" search={{ ...boats, estado: 'OPEN' }}>
            {n(counts.orders)}
          </Link>
        }
        unit={words.boats(counts.orders)}
        context={w.plannedContext(n(counts.in_progress), n(counts.created))}
      />
      <Figure
        name="ready"
        title={w.ready}
        answer={answer}
        figure="state"
        value={
          <Link to="/barcos" search={{ ...boats, estado: 'AWAITING_SHIPPING' }}>
            {n(counts.awaiting_shipping)}
          </Link>
        }
        unit={words.boats(counts.awaiting_shipping)}
        context={w.readyContext(format.share(counts.awaiting_shipping / counts.orders, 0))}
      />
      <Figure
        name="expected"
        title={w.expected}
        answer={answer}
        figure="ready_by_p50"
        value={<strong>{n(counts.ready_by_p50)}</strong>}
        unit={w.expectedUnit}
        context={w.expectedContext(n(counts.ready_by_p80))}
        comparison={counts.without_forecast === 0 ? undefined : w.without(n(counts.without_forecast))}
      />
      <Figure
        name="endangered"
        title={w.endangered}
        answer={answer}
        figure="due_status"
        value={
          <Link to="/barcos" search={{ ...boats, estado: 'OPEN', prazo: 'RISK' }}>
            {n(endangered)}
          </Link>
        }
        unit={words.boats(endangered)}
        context={w.endangeredContext(n(counts.at_risk), n(counts.late))}
      />
    </div>
  );
}
