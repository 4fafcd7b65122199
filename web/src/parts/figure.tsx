import './figure.css';
import type { ReactNode } from 'react';
import type { Carried } from './carried.ts';
import { EvidenceMark } from './evidence.tsx';

interface FigureProps {
  readonly title: string;
  readonly answer: Carried;
  /** Its name in the question's own list of figures. */
  readonly figure?: string;
  /** The number, perhaps a link to the list behind it. */
  readonly value: ReactNode;
  readonly unit: string;
  /** What it is made of; what it is to be compared with. */
  readonly context: string;
  readonly comparison?: string | undefined;
  /** Names it for tests. */
  readonly name: string;
}

/** One number with its unit, its context, its comparison, and the mark that opens its evidence. */
export function Figure({ title, answer, figure, value, unit, context, comparison, name }: FigureProps) {
  return (
    <article className="panel figure" data-figure={name}>
      <div className="figure-head">
        <h2>{title}</h2>
        <EvidenceMark title={title} answer={answer} {...(figure === undefined ? {} : { figure })} />
      </div>
      <p className="figure-value">
        {value}
        <span>{unit}</span>
      </p>
      <p className="figure-text">{context}</p>
      {comparison === undefined ? null : <p className="figure-text">{comparison}</p>}
    </article>
  );
}
