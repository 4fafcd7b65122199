import { Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { Figure } from '../../parts/figure.tsx';
import { FigureSlot } from '../../parts/figure-slot.tsx';
import { useLanguage } from '../../words/language.tsx';
import { useRiskQueue } from './risk-queue.ts';

export function RiskFigure() {
  const { words, format } = useLanguage();
  const w = words.home;
  const risks = useRiskQueue();
  const without = risks.data?.support.rows_excluded.find(({ reason }) => reason.startsWith('sem previsão'));
  const withDue = risks.data && risks.data.support.rows_used + (without?.rows ?? 0);
  return (
    <FigureSlot title={w.risk} result={useAnswer('/api/prodplan/schedule/current')}>
      {(answer) => {
        const { late, at_risk } = answer.data.total;
        return (
          <Figure
            name="risk"
            title={w.risk}
            answer={answer}
            figure="due_status"
            value={
              <Link to="/barcos" search={{ estado: 'OPEN', prazo: 'RISK', ordem: 'due' }}>
                {format.number(late + at_risk)}
              </Link>
            }
            unit={words.boats(late + at_risk)}
            context={w.riskContext(format.number(at_risk), format.number(late))}
            comparison={comparison(late + at_risk)}
          />
        );
      }}
    </FigureSlot>
  );

  function comparison(endangered: number): string | undefined {
    if (withDue === undefined) return undefined;
    if (withDue === 0) return w.riskCompareNone;
    return w.riskCompare(format.share(endangered / withDue, 0), format.number(withDue));
  }
}
