import './states.css';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Failure } from '../api/client.ts';
import { useLanguage } from '../words/language.tsx';
import type { Carried } from './carried.ts';
import { Icon } from './icon.tsx';
import { InPortuguese } from './in-portuguese.tsx';
import { Mark } from './mark.tsx';

export function Loading() {
  const { words } = useLanguage();
  return (
    <div className="state" role="status">
      {words.states.loading}
    </div>
  );
}

interface EmptyProps {
  readonly title: string;
  /** The page shows nothing else, so this is its heading. */
  readonly isPage?: boolean;
  readonly children?: ReactNode;
}

export function Empty({ title, isPage = false, children }: EmptyProps) {
  return (
    <div className="state">
      {isPage ? <h1>{title}</h1> : <strong>{title}</strong>}
      {children}
    </div>
  );
}

export function Failed({ failure, again }: { readonly failure: Failure; readonly again: () => void }) {
  const { words } = useLanguage();
  const { problem } = failure;
  return (
    <div className="state" role="alert">
      <strong>{problem?.title ?? words.states.failed}</strong>
      <p>{problem?.detail ?? words.states.away}</p>
      {problem?.remedy === undefined ? null : <p>{problem.remedy}</p>}
      <button type="button" className="button" onClick={again}>
        {words.states.again}
      </button>
    </div>
  );
}

/** A figure that the data cannot carry is shown as refused, with what would open it. */
export function Refused({ answer }: { readonly answer: Carried }) {
  const { words } = useLanguage();
  return (
    <div className="state">
      <Mark status="NOT_SUPPORTED_BY_DATA" />
      <p>
        <InPortuguese>{answer.reason}</InPortuguese>
      </p>
      {answer.suggestion === undefined ? null : (
        <p>
          <strong>{words.evidence.remedy}:</strong> <InPortuguese>{answer.suggestion}</InPortuguese>
        </p>
      )}
    </div>
  );
}

/** An answer that is not refused. */
export type Shown<A> = A extends { readonly data: null } ? never : A;

/** What stands in the place of an answer until it is there, where it cannot be had, and where it is refused. */
export function Answered<A extends Carried & { readonly data: unknown }>({
  result,
  children,
}: {
  readonly result: UseQueryResult<A, Failure>;
  readonly children: (answer: Shown<A>) => ReactNode;
}) {
  const { data, error, isPending } = result;
  if (data !== undefined) return data.data === null ? <Refused answer={data} /> : children(data as Shown<A>);
  if (error !== null) return <Failed failure={error} again={() => void result.refetch()} />;
  return isPending ? <Loading /> : null;
}

/** Across the page where the connection is not encrypted. */
export function OpenBanner() {
  const { words } = useLanguage();
  return (
    <div className="banner" data-kind="warn" role="note">
      <Icon name="warn" />
      {words.signIn.notEncrypted}
    </div>
  );
}

/** The same for what is on record and never refused: runs, and the rows that they left out. */
export function Recorded<A>({
  result: { data, error, isPending, refetch },
  children,
}: {
  readonly result: UseQueryResult<A, Failure>;
  readonly children: (answer: A) => ReactNode;
}) {
  if (data !== undefined) return children(data);
  if (error !== null) return <Failed failure={error} again={() => void refetch()} />;
  return isPending ? <Loading /> : null;
}

/** Across the page while the server is away. */
export function AwayBanner() {
  const { words } = useLanguage();
  return (
    <div className="banner" role="alert">
      <Icon name="stop" />
      {words.states.away}
    </div>
  );
}
