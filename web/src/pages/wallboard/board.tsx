import './wallboard.css';
import { type ReactNode, useEffect, useState } from 'react';
import { usePublication, usePublicationEvents } from '../../api/publication.ts';
import { useSession } from '../../api/session.ts';
import { usePageTitle } from '../../parts/page-title.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** A screen that nobody touches: its name, of which file it is, and across the whole width what makes it not to be believed. */
export function Board({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const w = usePageWords(catalogue);
  const { format } = useLanguage();
  const { data: published, error } = usePublication();
  usePublicationEvents();
  const { data: session } = useSession();
  usePageTitle(title);
  const asOf = published?.support.as_of;
  return (
    <main className="wallboard" id="conteudo">
      <header className="wallboard-head">
        <h1>{title}</h1>
        {asOf === undefined ? null : <p data-moment={asOf}>{w.asOf(format.moment(asOf))}</p>}
      </header>
      <Warnings asOf={asOf} isAway={error !== null && error.problem === null} />
      {asOf === undefined ? <p className="wallboard-empty">{why()}</p> : children}
    </main>
  );

  function why(): string {
    if (session?.may_read === false || error?.problem?.code === 'KEY_REQUIRED') return w.key;
    return error?.problem?.code === 'NOTHING_PUBLISHED' ? w.none : '';
  }
}

interface WarningsProps {
  readonly asOf: string | undefined;
  readonly isAway: boolean;
}

/** On a wall a figure is believed: that it is of yesterday must be seen from where it is read. */
function Warnings({ asOf, isAway }: WarningsProps) {
  const w = usePageWords(catalogue);
  const { format } = useLanguage();
  const now = useMinutes();
  const days = asOf === undefined ? 0 : Math.floor((now - localTime(asOf)) / dayMs);
  return (
    <>
      {isAway ? (
        <p className="wallboard-warning" role="alert">
          {w.away}
        </p>
      ) : null}
      {days >= 1 ? (
        <p className="wallboard-warning" data-old={days} role="status">
          {w.old(format.days(days))}
        </p>
      ) : null}
    </>
  );
}

/** The factory's moment is told without a zone: the wall hangs in the factory, and has its clock. */
function localTime(moment: string): number {
  return new Date(moment).getTime();
}

/** Now, to the minute. */
function useMinutes(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
