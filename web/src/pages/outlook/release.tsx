import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import type { AnswerOf } from '../../api/client.ts';
import { type FamilyCode, yearDays } from '../../api/codes.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { OutlookSearch } from '../../outlook-search.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './in-hand-words.ts';

type Data = NonNullable<AnswerOf<'/api/prodplan/release'>['data']>;

/** What is released against what is finished, and how many boats in hand a wanted lead time allows. */
export function Release({ search }: { readonly search: OutlookSearch }) {
  const w = usePageWords(catalogue);
  const { dias, familia } = search;
  const result = useAnswer('/api/prodplan/release', {
    query: {
      ...(dias === undefined ? {} : { wanted_days: Number(dias) }),
      ...(familia === undefined ? {} : { familia: familia as FamilyCode }),
    },
  });
  return (
    <Panel name="release" title={w.release} note={w.releaseNote} answer={result.data} figure="wip_allowed">
      <Wanted search={search} />
      <Answered result={result}>
        {({ data }) => (
          <>
            <Told data={data} />
            <Months months={data.months} />
          </>
        )}
      </Answered>
    </Panel>
  );
}

function Wanted({ search }: { readonly search: OutlookSearch }) {
  const w = usePageWords(catalogue);
  const id = useId();
  const navigate = useNavigate({ from: '/previsao' });
  return (
    <form
      className="filters outlook-asked"
      aria-label={w.release}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="field">
        <label htmlFor={id}>{w.wantedDays}</label>
        <input
          id={id}
          type="number"
          min={1}
          max={yearDays}
          defaultValue={search.dias ?? ''}
          onChange={({ target }) =>
            void navigate({
              search: (now) => ({
                ...now,
                dias: target.validity.valid && target.value !== '' ? target.value : undefined,
              }),
              resetScroll: false,
            })
          }
        />
      </div>
    </form>
  );
}

function Told({ data }: { readonly data: Data }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const n = format.number;
  return (
    <>
      <p className="list-note" data-allowed={data.wip_allowed}>
        {w.pace(n(data.created_per_day, 1), n(data.finished_per_day, 1), n(data.lead_time_days_mean, 1))}
      </p>
      <p className="list-note">
        {w.allowed(n(data.wanted_days, 1), n(data.wip_allowed), n(data.wip_last))}{' '}
        {data.wip_over > 0
          ? w.over(n(data.wip_over), n(data.days_to_wait, 1))
          : w.under(n(-data.wip_over), n(-data.days_to_wait, 1))}{' '}
        {data.months_error_median === null ? null : w.error(format.share(data.months_error_median, 0))}
      </p>
    </>
  );
}

function Months({ months }: { readonly months: Data['months'] }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const n = format.number;
  return (
    <div className="list-table">
      <table data-table="release">
        <thead>
          <tr>
            <th scope="col">{w.month}</th>
            <th scope="col" className="n">
              {w.created}
            </th>
            <th scope="col" className="n">
              {w.finished}
            </th>
            <th scope="col" className="n">
              {w.wip}
            </th>
            <th scope="col" className="n wide">
              {w.byWip}
            </th>
            <th scope="col" className="n">
              {w.was}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((one) => (
            <tr key={one.month} data-month={one.month}>
              <th scope="row">{format.month(one.month)}</th>
              <td className="n">{n(one.created_orders)}</td>
              <td className="n">{n(one.finished_orders)}</td>
              <td className="n">{n(one.wip_average)}</td>
              <td className="n wide">{n(one.lead_days_by_wip, 1)}</td>
              <td className="n">{n(one.lead_time_days_mean, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
