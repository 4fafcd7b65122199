import { Link } from '@tanstack/react-router';
import { Figure } from '../../parts/figure.tsx';
import { FigureSlot } from '../../parts/figure-slot.tsx';
import { Empty } from '../../parts/states.tsx';
import { useLanguage } from '../../words/language.tsx';
import { useRecentPace } from './recent-pace.ts';

export function FinishedFigure({ day }: { readonly day: string }) {
  const { words, format } = useLanguage();
  const { last, lastDay, onDay, before } = useRecentPace(day);
  const w = words.home;
  if (lastDay === undefined)
    return (
      <FigureSlot title={w.finished} result={last}>
        {() => (
          <article className="panel figure" data-figure="finished">
            <Empty title={w.finishedNone} />
          </article>
        )}
      </FigureSlot>
    );
  const perDay = before.data?.data?.finished_per_active_day ?? null;
  return (
    <FigureSlot title={w.finished} result={onDay}>
      {(answer) => (
        <Figure
          name="finished"
          title={w.finished}
          answer={answer}
          value={
            <Link to="/barcos" search={{ estado: 'DONE', acabados: lastDay }}>
              {format.number(answer.support.rows_used)}
            </Link>
          }
          unit={words.boats(answer.support.rows_used)}
          context={w.finishedContext(format.day(lastDay, { weekday: true }))}
          comparison={perDay === null ? undefined : w.finishedCompare(format.number(perDay, 1))}
        />
      )}
    </FigureSlot>
  );
}
