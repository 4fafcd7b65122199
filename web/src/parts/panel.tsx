import { type ReactNode, useId } from 'react';
import type { Address } from '../api/address.ts';
import type { Carried } from './carried.ts';
import { EvidenceMark } from './evidence.tsx';
import { ExportMenu } from './export-menu.tsx';

interface PanelProps {
  readonly title: string;
  /** One sentence below it: what is shown. */
  readonly note?: ReactNode;
  /** The answer that it shows, once it is there. */
  readonly answer?: Carried | undefined;
  readonly figure?: string;
  /** What is on record, and has no evidence of its own; it can be taken along all the same. */
  readonly recorded?: object | undefined;
  /** The call that gives the same as a table, where it is another one. */
  readonly address?: Address;
  /** Names it for tests. */
  readonly name: string;
  /** Beside the title: what changes the view. */
  readonly tools?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of a page with its heading and the mark that opens its evidence. */
export function Panel(props: PanelProps) {
  const {
    title,
    note,
    answer,
    figure,
    recorded = answer,
    address,
    name,
    tools,
    className = '',
    children,
  } = props;
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
          <ExportMenu title={title} answer={recorded} {...(address === undefined ? {} : { address })} />
        </div>
      </div>
      {children}
    </section>
  );
}
