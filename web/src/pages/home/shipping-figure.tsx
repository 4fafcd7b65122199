import { Link } from '@tanstack/react-router';
import { Figure } from '../../parts/figure.tsx';
import { FigureSlot } from '../../parts/figure-slot.tsx';
import { dayNumber } from '../../words/format.ts';
import { useLanguage } from '../../words/language.tsx';
import { shippingDays, usePlanned } from './planned.ts';

export function ShippingFigure({ day }: { readonly day: string }) {
  const { words, format } = useLanguage();
  const w = words.home;
  return (
    <FigureSlot title={w.shipping} result={usePlanned(day)}>
      {(answer) => {
        const [next] = shippingDays(answer.data);
        if (next === undefined)
          return (
            <Figure
              name="shipping"
              title={w.shipping}
              answer={answer}
              value={<strong>{format.number(0)}</strong>}
              unit={words.boats(0)}
              context={w.shippingNone}
            />
          );
        const distance = w.inDays(dayNumber(next.day) - dayNumber(day));
        return (
          <Figure
            name="shipping"
            title={w.shipping}
            answer={answer}
            value={
              <Link to="/barcos" search={{ estado: 'OPEN', expedicao: next.day }}>
                {format.number(next.boats)}
              </Link>
            }
            unit={words.boats(next.boats)}
            context={w.shippingContext(format.day(next.day, { weekday: true }), distance)}
            comparison={w.shippingCompare(format.number(next.ready), format.number(next.endangered))}
          />
        );
      }}
    </FigureSlot>
  );
}
