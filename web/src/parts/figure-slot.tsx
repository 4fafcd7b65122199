import type { UseQueryResult } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import type { Failure } from '../api/client.ts';
import type { Carried } from './carried.ts';
import { Answered } from './states.tsx';

type Answerable = Carried & { readonly data: unknown };

/** The place of a figure, with its name, also while it is not there yet or refused. */
export function FigureSlot<A extends Answerable>({
  title,
  result,
  children,
}: {
  readonly title: string;
  readonly result: UseQueryResult<A, Failure>;
  readonly children: ComponentProps<typeof Answered<A>>['children'];
}) {
  if (result.data !== undefined && result.data.data !== null)
    return <Answered result={result}>{children}</Answered>;
  return (
    <article className="panel figure">
      <div className="figure-head">
        <h2>{title}</h2>
      </div>
      <Answered result={result}>{children}</Answered>
    </article>
  );
}
