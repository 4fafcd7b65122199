import './shell.css';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { usePublication, usePublicationEvents } from '../api/publication.ts';
import { useSession } from '../api/session.ts';
import { useFixed } from '../api/use-answer.ts';
import { useLanguage } from '../words/language.tsx';
import { CommandBox } from './commands/command-box.tsx';
import { Icon } from './icon.tsx';
import { Notices } from './notices.tsx';
import { Printed } from './printed.tsx';
import { SessionButton } from './session-button.tsx';
import { SignIn } from './sign-in.tsx';
import { AwayBanner, Empty, Failed, OpenBanner } from './states.tsx';
import { TrustStrip } from './trust-strip.tsx';

/** What surrounds every page: where one is, of which file it is, and whether the server is there. */
export function Shell() {
  const { words } = useLanguage();
  const { isError, error } = usePublication();
  usePublicationEvents();
  // Most pages need it sooner or later: asked for with the first questions it costs no call of its own.
  useFixed('/api/factory');
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const isFirst = useRef(true);
  // Whoever reads by ear or by keyboard is where the new page begins; the first page leaves the focus alone.
  useEffect(() => {
    if (!isFirst.current) main.current?.focus();
    isFirst.current = false;
  }, [path]);
  return (
    <>
      <a className="skip" href="#conteudo">
        {words.nav.skip}
      </a>
      <header className="top">
        <Link to="/" className="brand" aria-label="Prodplan">
          <img src="/favicon.svg" alt="" width={24} height={24} />
          <span aria-hidden="true">Prodplan</span>
        </Link>
        <nav className="nav" aria-label={words.nav.main}>
          <ul>
            <li>
              <Link to="/" activeOptions={{ exact: true }}>
                {words.nav.home}
              </Link>
            </li>
            <li>
              <Link to="/barcos" search={{ estado: 'OPEN' }} activeOptions={{ includeSearch: false }}>
                {words.nav.boats}
              </Link>
            </li>
            <li>
              <Link to="/expedicoes" activeOptions={{ includeSearch: false }}>
                {words.nav.shipments}
              </Link>
            </li>
            <li>
              <Link to="/previsao" activeOptions={{ includeSearch: false }}>
                {words.nav.outlook}
              </Link>
            </li>
            <li>
              <Link to="/fluxo" activeOptions={{ includeSearch: false }}>
                {words.nav.flow}
              </Link>
            </li>
            <li>
              <Link to="/qualidade" activeOptions={{ includeSearch: false }}>
                {words.nav.quality}
              </Link>
            </li>
            <li>
              <Link to="/materiais">{words.nav.materials}</Link>
            </li>
            <li>
              <Link to="/competencias">{words.nav.skills}</Link>
            </li>
            <li>
              <Link to="/dados" activeOptions={{ includeSearch: false }}>
                {words.nav.data}
              </Link>
            </li>
          </ul>
        </nav>
        <div className="top-tools">
          <CommandBox />
          <SessionButton />
          <LanguageButton />
          <ThemeButton />
          <Link to="/definicoes" className="icon-button" aria-label={words.titles.settings}>
            <Icon name="sliders" />
          </Link>
        </div>
      </header>
      {isError && error.problem === null ? <AwayBanner /> : null}
      {isInTheOpen() ? <OpenBanner /> : null}
      <Notices />
      <TrustStrip />
      <main className="main" id="conteudo" ref={main} tabIndex={-1}>
        <Content />
      </main>
      <Printed />
    </>
  );
}

/** Whether whoever listens on the network between here and the server can read along. */
function isInTheOpen(): boolean {
  return location.protocol === 'http:' && !/^(localhost|127\.[\d.]+|\[::1\])$/.test(location.hostname);
}

/** Before any file came in there is no page to show; while the server is away, what is known stays. */
function Content() {
  const { words } = useLanguage();
  const { data, error, refetch } = usePublication();
  const { data: session } = useSession();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // A session may end while the page is open.
  if (session?.may_read === false || error?.problem?.code === 'KEY_REQUIRED') return <SignIn />;
  if (data !== undefined || error === null) return <Outlet />;
  if (error.problem?.code === 'NOTHING_PUBLISHED')
    // There the first file is taken in.
    return path === '/dados' ? (
      <Outlet />
    ) : (
      <div className="panel">
        <Empty title={words.states.noData} isPage>
          <p>{words.states.noDataHelp}</p>
          <Link to="/dados">{words.states.noDataLink}</Link>
        </Empty>
      </div>
    );
  return (
    <div className="panel">
      <Failed failure={error} again={() => void refetch()} />
    </div>
  );
}

function LanguageButton() {
  const { language, speak, words } = useLanguage();
  const other = language === 'pt' ? 'en' : 'pt';
  return (
    <button type="button" className="language" lang={other} onClick={() => speak(other)}>
      {words.nav.language}
    </button>
  );
}

function ThemeButton() {
  const { words } = useLanguage();
  const [theme, setTheme] = useState(() => document.documentElement.dataset.theme);
  const next = theme === 'dark' ? 'light' : 'dark';
  const change = (): void => {
    localStorage.setItem('prodplan.theme', next);
    // theme.js, which set the first one, sets this one too.
    dispatchEvent(new Event('prodplan-theme'));
    setTheme(next);
  };
  return (
    <button
      type="button"
      className="icon-button"
      onClick={change}
      aria-label={next === 'dark' ? words.nav.toDark : words.nav.toLight}
    >
      <Icon name={next === 'dark' ? 'moon' : 'sun'} />
    </button>
  );
}
