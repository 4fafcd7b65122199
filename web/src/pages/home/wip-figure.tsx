import { Link } from '@tanstack/react-router';
import { useZombieDays } from '../../api/rules.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Figure } from '../../parts/figure.tsx';
import { FigureSlot } from '../../parts/figure-slot.tsx';
import { useLanguage } from '../../words/language.tsx';
import { useRecentPace } from './recent-pace.ts';

export function WipFigure({ day }: { readonly day: string }) {
  const { words, format } = useLanguage();
  const { before } = useRecentPace(day);
  const days = useZombieDays();
  const w = words.home;
  const perDay = before.data?.data?.finished_per_active_day ?? null;
  return (
    <FigureSlot title={w.wip} result={useAnswer('/api/smartinventory/wip')}>
      {(answer) => {
        const { orders, created, in_progress, awaiting_shipping, zombies } = answer.data.total;
        const pace =
          perDay === null
            ? undefined
            : w.wipCompare(format.number(orders / perDay), format.number(perDay, 1));
        const apart = zombies > 0 ? `; ${w.zombies(format.number(zombies), days)}` : '';
        return (
          <Figure
            name="wip"
            title={w.wip}
            answer={answer}
            figure="orders"
            value={
              <Link to="/barcos" search={{ estado: 'OPEN' }}>
                {format.number(orders)}
              </Link>
            }
            unit={words.boats(orders)}
            context={
              w.wipContext(
                format.number(created),
                format.number(in_progress),
                format.number(awaiting_shipping),
              ) + apart
            }
            comparison={pace}
          />
        );
      }}
    </FigureSlot>
  );
}
