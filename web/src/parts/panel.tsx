import { type ReactNode, useId } from 'react';
import { type Carried, EvidenceMark } from './evidence.tsx';

interface PanelProps {
  readonly title: string;
  /** One sentence below it: what is shown. */
  readonly note?: ReactNode;
  /** The answer that it shows, once it is there. */
  readonly answer?: Carried | undefined;
  readonly figure?: string;
  /** Names it for tests. */
  readonly name: string;
  /** Beside the title: what changes the view. */
  readonly tools?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of a page with its heading and the mark that opens its evidence. */
export function Panel({ title, note, answer, figure, name, tools, className = '', children }: PanelProps) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id} data-panel={name}>
      <div className="panel-head">
        <div>
          <h2 id={id}>{title}</h2>
          {note === undefined ? null : <p>{note}</p>}
        </div>
        <div className="panel-tools">
          {tools}
          {answer === undefined ? null : (
            <EvidenceMark title={title} answer={answer} {...(figure === undefined ? {} : { figure })} />
          )}
        </div>
      </div>
      {children}
    </section>
  );
}
