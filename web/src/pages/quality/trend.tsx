import { useNavigate } from '@tanstack/react-router';
import { useFactory } from '../../api/factory.ts';
import { usePublication } from '../../api/publication.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered } from '../../parts/states.tsx';
import { Switch } from '../../parts/switch.tsx';
import type { QualitySearch } from '../../quality-search.ts';
import type { Formatter } from '../../words/format.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { linesQuery } from './asked.ts';
import { useCulprits } from './filters.tsx';
import { TrendChart } from './trend-chart.tsx';
import { periodOf, type TrendData } from './trend-data.ts';
import { TrendTable } from './trend-table.tsx';
import { catalogue, type QualityWords } from './words.ts';

/** So far back the chart goes, whatever period the page is of: a signal needs its past beside it. */
const years = { month: 3, week: 1 } as const;

/** The u' chart: every point is a link that makes its period the page's. */
export function Trend({ search }: { readonly search: QualitySearch }) {
  const w = usePageWords(catalogue);
  const { data: published } = usePublication();
  const bucket = search.passo === 'semana' ? 'week' : 'month';
  const today = published?.support.as_of ?? '';
  const from = `${Number(today.slice(0, 4)) - years[bucket]}${today.slice(4, 8)}01`;
  const { from: _, to: __, ...lines } = linesQuery(search) as Record<string, unknown>;
  const result = useAnswer(
    '/api/quality/trend',
    { query: { ...lines, bucket, from } },
    { enabled: today !== '' },
  );
  const navigate = useNavigate({ from: '/qualidade' });
  const change = (passo: 'month' | 'week'): void =>
    void navigate({
      search: (now) => ({ ...now, passo: passo === 'week' ? 'semana' : undefined }),
      resetScroll: false,
    });
  return (
    <Panel
      name="trend"
      title={w.trend}
      note={w.trendNote}
      answer={result.data}
      figure="upper_limit"
      tools={
        <Switch
          label={w.trendStep}
          value={bucket}
          options={[
            ['month', w.months],
            ['week', w.weeks],
          ]}
          change={change}
        />
      }
    >
      <Answered result={result}>{({ data }) => <Chart data={data} search={search} />}</Answered>
    </Panel>
  );
}

function Chart({ data, search }: { readonly data: TrendData; readonly search: QualitySearch }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const summary = summaryOf(data, w, format);
  return (
    <>
      <p className="list-note trend-summary">{summary}</p>
      <TrendChart data={data} search={search} />
      <Breaks data={data} />
      <details className="trend-details">
        <summary>{w.seeTable}</summary>
        <TrendTable data={data} search={search} />
      </details>
    </>
  );
}

function summaryOf(data: TrendData, w: QualityWords, format: Formatter): string {
  const last = data.points.find(({ start }) => start === data.judged);
  const judged = data.points.filter((one) => !one.unfinished && !one.cut);
  const signals = judged.filter(({ rules }) => rules.length > 0).length;
  const of = format.number(judged.length);
  const told = signals === 0 ? w.noSignals(of) : w.signals(format.number(signals), of);
  if (last === undefined) return w.trendNone;
  const period = periodOf(last, data, format);
  const value = format.number(last.defects_per_100_orders, 1);
  const n = (one: number | null): string => format.number(one, 1);
  const first =
    last.centre_line === null || last.upper_limit === null
      ? w.trendSummaryPlain(period, value)
      : w.trendSummary(period, value, n(last.centre_line), n(last.lower_limit), n(last.upper_limit));
  return `${first} ${told}`;
}

/** Where habits of recording changed a falling rate is no improvement: it is said beside the chart, in words. */
function Breaks({ data: { recording_breaks: breaks } }: { readonly data: TrendData }) {
  const { format, language } = useLanguage();
  const w = usePageWords(catalogue);
  const { lineClass } = useFactory(language);
  const phases = useCulprits();
  if (breaks.length === 0) return null;
  return (
    <div className="list-note">
      <strong>{w.breaks}</strong>
      <ul>
        {breaks.map((one) => (
          <li key={`${one.month} ${one.detecting_fase_id} ${one.class} ${one.text}`}>
            {format.month(one.month)}:{' '}
            {w.breakText(
              one.text ?? (one.class === null ? w.breakAll : lineClass(one.class)),
              phases.find(({ id }) => id === String(one.detecting_fase_id))?.label ??
                String(one.detecting_fase_id),
              format.number(one.before_per_100_orders, 1),
              format.number(one.after_per_100_orders, 1),
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
