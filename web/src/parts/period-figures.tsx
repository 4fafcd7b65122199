import './period-figures.css';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Failure } from '../api/client.ts';
import { useLanguage, usePageWords } from '../words/language.tsx';
import type { Carried } from './carried.ts';
import { Figure } from './figure.tsx';
import { FigureSlot } from './figure-slot.tsx';
import { periodWords } from './period-words.ts';

interface Before<C> {
  readonly window: { readonly from: string | null; readonly to: string | null };
  readonly figures: C | null;
}

/** What an answer about a period tells, with the same of the period before it. */
interface OfPeriod<C> {
  readonly previous: Before<C> | null;
}

type Answer<D> = Carried & { readonly data: D | null };

/** One of the numbers: what is shown, of what it is made, and what it is compared by. */
export interface PeriodFigure<D, C> {
  readonly name: string;
  readonly title: string;
  /** In the question's own list of figures. */
  readonly figure: string;
  readonly value: (data: D) => ReactNode;
  readonly unit: string | ((data: D) => string);
  readonly context: (data: D) => string;
  readonly compared: (before: C) => string;
}

interface PeriodFiguresProps<D, C> {
  readonly result: UseQueryResult<Answer<D>, Failure>;
  readonly figures: readonly PeriodFigure<D, C>[];
}

/** The numbers of a period, each beside that of the period before. */
export function PeriodFigures<C, D extends OfPeriod<C>>({ result, figures }: PeriodFiguresProps<D, C>) {
  const w = usePageWords(periodWords);
  const { format } = useLanguage();
  const compared = ({ previous }: D, tell: (counts: C) => string): string | undefined =>
    previous?.figures == null || previous.window.from === null || previous.window.to === null
      ? undefined
      : w.before(tell(previous.figures), format.day(previous.window.from), format.day(previous.window.to));
  return (
    <div className="period-figures">
      {figures.map(({ name, title, figure, value, unit, context, compared: tell }) => (
        <FigureSlot key={name} title={title} result={result}>
          {(answer) => {
            const data = answer.data as D;
            return (
              <Figure
                name={name}
                title={title}
                answer={answer}
                figure={figure}
                value={value(data)}
                unit={typeof unit === 'string' ? unit : unit(data)}
                context={context(data)}
                comparison={compared(data, tell)}
              />
            );
          }}
        </FigureSlot>
      ))}
    </div>
  );
}
