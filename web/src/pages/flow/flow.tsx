import './flow.css';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useFactory } from '../../api/factory.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { FlowSearch } from '../../flow-search.ts';
import { Choice } from '../../parts/choice.tsx';
import { usePageTitle } from '../../parts/page-title.ts';
import { PeriodChoice } from '../../parts/period-choice.tsx';
import { dayNumber } from '../../words/format.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { familyOf, periodOf } from './asked.ts';
import { Bottlenecks } from './bottlenecks.tsx';
import { Deeper } from './deeper.tsx';
import { Figures } from './figures.tsx';
import { LeadTime } from './lead-time.tsx';
import { Standing } from './standing.tsx';
import { Waits } from './waits.tsx';
import { catalogue } from './words.ts';

const route = getRouteApi('/fluxo');

/** How fast boats go through, where they stand and wait, and what holds them up. */
export function Flow() {
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  const search = route.useSearch();
  const overview = useAnswer('/api/kpis/overview', { query: { ...periodOf(search), ...familyOf(search) } });
  usePageTitle(words.titles.flow);
  const asked = overview.data?.support.window;
  const window = asked?.from == null || asked.to === null ? undefined : { from: asked.from, to: asked.to };
  return (
    <>
      <div className="page-head">
        <h1>{words.titles.flow}</h1>
        {window === undefined ? null : (
          <p>
            {w.of(
              format.day(window.from),
              format.day(window.to),
              format.days(dayNumber(window.to) - dayNumber(window.from) + 1),
            )}
          </p>
        )}
      </div>
      <Filters search={search} window={window} />
      <Figures overview={overview} familia={search.familia} />
      <Bottlenecks search={search} />
      <LeadTime search={search} />
      <Waits search={search} />
      <Standing search={search} />
      <Deeper search={search} />
    </>
  );
}

interface FiltersProps {
  readonly search: FlowSearch;
  readonly window: { readonly from: string; readonly to: string } | undefined;
}

function Filters({ search, window }: FiltersProps) {
  const { language } = useLanguage();
  const w = usePageWords(catalogue);
  const factory = useFactory(language);
  const navigate = useNavigate({ from: '/fluxo' });
  const change = (next: Partial<FlowSearch>): void =>
    void navigate({ search: (now) => ({ ...now, ...next }), resetScroll: false });
  return (
    <form className="filters" aria-label={w.filters} onSubmit={(event) => event.preventDefault()}>
      <PeriodChoice search={search} window={window} change={change} />
      <Choice
        label={w.family}
        value={search.familia}
        any={w.anyFamily}
        change={(familia) => change({ familia })}
      >
        {factory.facts?.families.map(({ code }) => (
          <option key={code} value={code}>
            {factory.family(code)}
          </option>
        ))}
      </Choice>
    </form>
  );
}
