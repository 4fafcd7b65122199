import { Link, useNavigate } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import type { FamilyCode } from '../../api/codes.ts';
import { useFactory } from '../../api/factory.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { OutlookSearch } from '../../outlook-search.ts';
import { Choice } from '../../parts/choice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { reasonText } from './reason-text.ts';
import { catalogue, type ReasonCode } from './words.ts';

type Boat = NonNullable<AnswerOf<'/api/prodplan/forecast'>['data']>[number];

/** More than a screen shows is read in the export, or through a filter. */
const mostRows = 60;

/** When each boat in hand is finished, and why not sooner. */
export function Forecasts({ search }: { readonly search: OutlookSearch }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const query = search.familia === undefined ? {} : { familia: search.familia as FamilyCode };
  const result = useAnswer('/api/prodplan/forecast', { query });
  return (
    <Panel name="forecast" title={w.forecasts} note={w.forecastsNote} answer={result.data} figure="reason">
      <Answered result={result}>
        {({ data }) => {
          const { razao } = search;
          const shown = razao === undefined ? data : data.filter(({ reason }) => reason === razao);
          return (
            <>
              <Filters search={search} boats={data} />
              {shown.length === 0 ? <Empty title={w.noBoats} /> : <Table boats={shown.slice(0, mostRows)} />}
              {shown.length <= mostRows ? null : (
                <p className="list-note">{w.first(format.number(mostRows), format.number(shown.length))}</p>
              )}
            </>
          );
        }}
      </Answered>
    </Panel>
  );
}

function Filters({ search, boats }: { readonly search: OutlookSearch; readonly boats: readonly Boat[] }) {
  const { language, format } = useLanguage();
  const w = usePageWords(catalogue);
  const factory = useFactory(language);
  const navigate = useNavigate({ from: '/previsao' });
  const change = (next: Partial<OutlookSearch>): void =>
    void navigate({ search: (now) => ({ ...now, ...next }), resetScroll: false });
  const counts = new Map<ReasonCode, number>();
  for (const { reason } of boats) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return (
    <form
      className="filters outlook-asked"
      aria-label={w.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      <Choice label={w.reason} value={search.razao} any={w.anyReason} change={(razao) => change({ razao })}>
        {[...counts]
          .toSorted(([, a], [, b]) => b - a)
          .map(([code, count]) => (
            <option key={code} value={code}>
              {w.reasons[code]} ({format.number(count)})
            </option>
          ))}
      </Choice>
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

function Table({ boats }: { readonly boats: readonly Boat[] }) {
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table="forecast">
        <thead>
          <tr>
            <th scope="col">{w.boat}</th>
            <th scope="col" className="wide">
              {w.phase}
            </th>
            <th scope="col" className="n">
              {w.half}
            </th>
            <th scope="col" className="n">
              {w.fourInFive}
            </th>
            <th scope="col" className="n wide">
              {w.nineInTen}
            </th>
            <th scope="col" className="n wide">
              {w.phasesLeft}
            </th>
            <th scope="col">{w.reason}</th>
          </tr>
        </thead>
        <tbody>
          {boats.map((boat) => (
            <Row key={boat.of_id} boat={boat} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ boat }: { readonly boat: Boat }) {
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  const days = (count: number | null): string => (count === null ? words.unknown : format.days(count));
  return (
    <tr data-of={boat.of_id} data-reason={boat.reason}>
      <th scope="row">
        <Link to="/barcos/$of" params={{ of: String(boat.of_id) }}>
          {boat.of_id}
        </Link>
        <small>{boat.produto_nome}</small>
      </th>
      <td className="wide">{boat.fase_nome ?? words.unknown}</td>
      <td className="n">
        {days(boat.remaining_days_median)}
        {boat.expected_finish_day === null ? null : (
          <small>{format.day(boat.expected_finish_day, { year: false })}</small>
        )}
      </td>
      <td className="n">{days(boat.remaining_days_p80)}</td>
      <td className="n wide">{days(boat.remaining_days_p90)}</td>
      <td className="n wide">{format.number(boat.phases_left)}</td>
      <td>{reasonText(w, boat, format)}</td>
    </tr>
  );
}
