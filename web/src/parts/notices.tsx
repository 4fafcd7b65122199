import './notices.css';
import { Link, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { usePublication, type Version } from '../api/publication.ts';
import { useLanguage } from '../words/language.tsx';
import { Icon } from './icon.tsx';

const backShownMs = 15_000;

/** What happened while the page was open, or since its address was written. */
export function Notices() {
  const { data, isError, error } = usePublication();
  const published = data?.support as Version | undefined;
  return (
    <>
      <Back isAway={isError && error.problem === null} />
      {published === undefined ? null : <NewFile published={published} />}
      {published === undefined ? null : <OldLink published={published} />}
    </>
  );
}

/** The page has gone over to another file by itself: it says so until somebody has seen it. */
function NewFile({ published }: { readonly published: Version }) {
  const { words, format } = useLanguage();
  const w = words.notices;
  const [seen, setSeen] = useState(published);
  if (seen.data_version === published.data_version) return <div role="status" />;
  const [from, to] = [seen.run_id, published.run_id];
  return (
    <Notice close={() => setSeen(published)}>
      <p data-notice="publication">{w.published(format.number(to), format.moment(published.as_of))}</p>
      <Link to="/dados/diferencas/$range" params={{ range: `${from}..${to}` }}>
        {w.whatChanged}
      </Link>
    </Notice>
  );
}

/** A link carries the run whose figures its sender saw. */
function OldLink({ published }: { readonly published: Version }) {
  const { words, format } = useLanguage();
  const w = words.notices;
  const run = useRouterState({ select: ({ location }) => (location.search as { run?: string }).run });
  const [closed, setClosed] = useState<string>();
  if (run === undefined || !/^[1-9]\d{0,8}$/.test(run) || closed === run) return null;
  if (Number(run) >= published.run_id) return null;
  return (
    <Notice close={() => setClosed(run)}>
      <p data-notice="link">
        {w.oldLink(
          format.number(Number(run)),
          format.number(published.run_id),
          format.moment(published.as_of),
        )}
      </p>
      <Link to="/dados/diferencas/$range" params={{ range: `${run}..${published.run_id}` }}>
        {w.whatChanged}
      </Link>
    </Notice>
  );
}

/**
 * While the server is away the whole page says so. That it is back is said as well, because otherwise only the missing
 * message would show it.
 */
function Back({ isAway }: { readonly isAway: boolean }) {
  const { words } = useLanguage();
  const [wasAway, setWasAway] = useState(false);
  useEffect(() => {
    if (isAway) setWasAway(true);
    else if (wasAway) {
      const timer = setTimeout(() => setWasAway(false), backShownMs);
      return () => clearTimeout(timer);
    }
  }, [isAway, wasAway]);
  if (isAway || !wasAway) return null;
  return (
    <div className="notice" role="status" data-kind="good" data-notice="back">
      <Icon name="check" />
      {words.notices.back}
    </div>
  );
}

function Notice({ close, children }: { readonly close: () => void; readonly children: ReactNode }) {
  const { words } = useLanguage();
  return (
    <div className="notice" role="status">
      <Icon name="dot" />
      {children}
      <button type="button" className="icon-button" aria-label={words.evidence.close} onClick={close}>
        <Icon name="close" />
      </button>
    </div>
  );
}
