import './quality.css';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { usePageTitle } from '../../parts/page-title.ts';
import { Loading } from '../../parts/states.tsx';
import { lineQuery, type QualitySearch } from '../../quality-search.ts';
import { dayNumber } from '../../words/format.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { boatQuery, boatsOf, linesQuery, type Window } from './asked.ts';
import { Figures } from './figures.tsx';
import { Filters } from './filters.tsx';
import { Heat } from './heat.tsx';
import { Escape } from './in-time/escape.tsx';
import { Learning } from './in-time/learning.tsx';
import { Standardised } from './in-time/standardised.tsx';
import { LostPasses } from './lost-passes.tsx';
import { Pareto } from './pareto.tsx';
import { Risk } from './risk.tsx';
import { Trend } from './trend.tsx';
import { catalogue } from './words.ts';

const route = getRouteApi('/qualidade');

/** Where defects come from, how many boats pass at the first attempt, and whether that changes. */
export function Quality() {
  const { words } = useLanguage();
  const search = route.useSearch();
  const overview = useAnswer('/api/quality/overview', { query: boatQuery(search) });
  usePageTitle(words.titles.quality);
  const asked = overview.data?.support.window;
  const window = asked?.from == null || asked.to === null ? undefined : { from: asked.from, to: asked.to };
  return (
    <>
      <Head window={window} />
      <Filters search={search} window={window} />
      {window === undefined ? null : <BoatsBehind search={search} window={window} />}
      <Figures search={search} overview={overview} />
      <Trend search={search} />
      {window === undefined ? null : <LostPasses search={search} window={window} />}
      <div className="quality-pair">
        {window === undefined ? <Loading /> : <Pareto search={search} window={window} />}
        {window === undefined ? null : <Heat search={search} window={window} />}
      </div>
      {window === undefined ? null : <Escape search={search} window={window} />}
      <Standardised search={search} />
      <Learning search={search} />
      <Risk search={search} />
    </>
  );
}

function Head({ window }: { readonly window: Window | undefined }) {
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  return (
    <div className="page-head">
      <h1>{words.titles.quality}</h1>
      {window === undefined ? null : (
        <p title={w.ofWhy}>
          {w.of(
            format.day(window.from),
            format.day(window.to),
            format.days(dayNumber(window.to) - dayNumber(window.from) + 1),
          )}
        </p>
      )}
    </div>
  );
}

/** One way from what is filtered here to the boats themselves. */
function BoatsBehind({ search, window }: { readonly search: QualitySearch; readonly window: Window }) {
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  const query = { ...linesQuery(search), ...lineQuery({ de: window.from, ate: window.to }) };
  const { data } = useAnswer('/api/quality/defect-boats', { query });
  if (data?.data == null) return <p className="quality-behind">&nbsp;</p>;
  const { orders, lines } = data.data;
  if (orders === 0) return <p className="quality-behind">{w.noBoats}</p>;
  return (
    <p className="quality-behind">
      <Link to="/barcos" search={boatsOf(search, window)} data-boats={orders}>
        {w.seeBoats(format.number(orders), words.boats(orders))}
      </Link>{' '}
      {w.seeBoatsWhy(format.number(lines))}
    </p>
  );
}
