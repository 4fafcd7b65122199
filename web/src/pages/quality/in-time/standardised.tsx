import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../../api/client.ts';
import { useAnswer } from '../../../api/use-answer.ts';
import { Chip } from '../../../parts/chip.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { Answered } from '../../../parts/states.tsx';
import type { QualitySearch } from '../../../quality-search.ts';
import { useLanguage, usePageWords } from '../../../words/language.tsx';
import { boatQuery } from '../asked.ts';
import { catalogue } from './words.ts';

type Data = NonNullable<AnswerOf<'/api/quality/standardised'>['data']>;
type Point = Data['points'][number];

/** Whether boats get better or worse, whichever models are made. */
export function Standardised({ search }: { readonly search: QualitySearch }) {
  const w = usePageWords(catalogue);
  const { familia } = boatQuery(search);
  const result = useAnswer('/api/quality/standardised', {
    query: familia === undefined ? {} : { familia },
  });
  return (
    <Panel
      name="standardised"
      title={w.standardised}
      note={w.standardisedNote}
      answer={result.data}
      figure="cusum_high"
    >
      <Answered result={result}>
        {({ data }) => (
          <>
            <Told data={data} />
            <Table points={data.points.filter((one) => !one.is_baseline)} search={search} />
          </>
        )}
      </Answered>
    </Panel>
  );
}

function Told({ data }: { readonly data: Data }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const { alarm, baseline_from, baseline_to, baseline_per_100_orders } = data;
  return (
    <p className="list-note" data-alarm={alarm?.signal ?? 'none'}>
      {alarm === null ? w.quiet : w.alarm[alarm.signal](format.month(alarm.month), format.month(alarm.since))}{' '}
      {w.baseline(
        format.month(baseline_from),
        format.month(baseline_to),
        format.number(baseline_per_100_orders, 1),
      )}
    </p>
  );
}

function Table({ points, search }: { readonly points: readonly Point[]; readonly search: QualitySearch }) {
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table="standardised">
        <thead>
          <tr>
            <th scope="col">{w.month}</th>
            <th scope="col" className="n">
              {w.boats}
            </th>
            <th scope="col" className="n wide">
              {w.defects}
            </th>
            <th scope="col" className="n">
              {w.crude}
            </th>
            <th scope="col" className="n">
              {w.same}
            </th>
            <th scope="col" className="n wide">
              {w.sums}
            </th>
            <th scope="col">{w.signal}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((one) => (
            <Row key={one.month} one={one} search={search} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ one, search }: { readonly one: Point; readonly search: QualitySearch }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const [year, month] = one.month.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return (
    <tr data-month={one.month}>
      <th scope="row">
        <Link
          to="/qualidade"
          search={{ ...search, de: one.month, ate: last }}
          activeProps={{}}
          resetScroll={false}
        >
          {format.month(one.month)}
        </Link>
        {one.unfinished ? <small>{w.unfinished}</small> : null}
      </th>
      <td className="n">{format.number(one.orders_past_first_inspection)}</td>
      <td className="n wide">
        <Link to="/barcos" search={{ familia: search.familia, de: one.month, ate: last }}>
          {format.number(one.defects)}
        </Link>
      </td>
      <td className="n">{format.number(one.defects_per_100_orders, 1)}</td>
      <td className="n">{format.number(one.standardised_per_100_orders, 1)}</td>
      <td className="n wide">
        {one.cusum_high === null
          ? format.number(null)
          : w.sumsOf(format.number(one.cusum_high, 1), format.number(one.cusum_low, 1))}
      </td>
      <td>
        {one.signal === null ? null : (
          <Chip
            tone={one.signal === 'above' ? 'bad' : 'good'}
            icon={one.signal === 'above' ? 'warn' : 'check'}
          >
            {w.signals[one.signal]}
          </Chip>
        )}
        {one.recording_break ? <small>{w.broken}</small> : null}
      </td>
    </tr>
  );
}
