import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Failure } from '../../api/client.ts';
import type { Carried } from '../../parts/carried.ts';
import { Icon } from '../../parts/icon.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

interface BigProps {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  /** How far the data carry it: nobody on a wall can open its evidence. */
  readonly answer: Carried;
  readonly tone?: 'bad' | undefined;
}

/** One number that is read from across the hall. */
export function Big({ name, value, unit, answer, tone }: BigProps) {
  const { words } = useLanguage();
  const isWeak = answer.status !== 'SUPPORTED';
  return (
    <div className="wallboard-figure" data-figure={name} data-tone={tone}>
      <strong>{value}</strong>
      <span>{unit}</span>
      {isWeak ? (
        <span className="wallboard-mark">
          <Icon name="warn" size={32} /> {words.marks[answer.status]}
        </span>
      ) : null}
    </div>
  );
}

interface ShownProps<A> {
  readonly result: UseQueryResult<A, Failure>;
  readonly children: (answer: Extract<A, { readonly data: object }>) => ReactNode;
}

/** What is refused says so; what is on its way leaves its place empty, as nobody waits before a wall. */
export function Shown<A extends Carried & { readonly data: unknown }>({
  result: { data },
  children,
}: ShownProps<A>) {
  const w = usePageWords(catalogue);
  if (data === undefined) return null;
  if (data.data === null) return <p className="wallboard-empty">{w.refused}</p>;
  return children(data as never);
}
