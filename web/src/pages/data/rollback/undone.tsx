import { useEffect } from 'react';
import { useAnswer } from '../../../api/use-answer.ts';
import { Recorded } from '../../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../../words/language.tsx';
import { catalogue } from './words.ts';

interface UndoneProps {
  readonly from: number;
  readonly to: number;
  /** Once it is known what would be undone; never where that is no longer on record. */
  readonly onKnown: (isKnown: boolean) => void;
}

const kinds = ['created', 'vanished', 'finished', 'reopened', 'phase_moved', 'due_moved'] as const;

/** What came after a run, as the two states differ: it is all undone. */
export function Undone({ from, to, onKnown }: UndoneProps) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/ingestion/runs/{a}/diff/{b}', { path: { a: from, b: to } });
  const isKnown = result.data !== undefined;
  useEffect(() => onKnown(isKnown), [isKnown, onKnown]);
  return (
    <Recorded result={result}>
      {({ data: { orders } }) => {
        const changed = kinds.filter((kind) => orders[kind].length > 0);
        if (changed.length === 0) return <p>{w.nothing}</p>;
        return (
          <div data-undone="">
            <p>{w.undone}</p>
            <ul>
              {changed.map((kind) => (
                <li key={kind} data-kind={kind}>
                  {w.changes[kind](format.number(orders[kind].length))}
                </li>
              ))}
            </ul>
          </div>
        );
      }}
    </Recorded>
  );
}
