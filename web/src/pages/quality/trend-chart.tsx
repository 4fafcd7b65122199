import { Link } from '@tanstack/react-router';
import { scaleLinear } from 'd3-scale';
import { useId } from 'react';
import { useRoving } from '../../parts/use-roving.ts';
import { useWidth } from '../../parts/use-width.ts';
import type { QualitySearch } from '../../quality-search.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { type Point, periodOf, type TrendData } from './trend-data.ts';
import { catalogue } from './words.ts';

const heightPx = 260;
const margin = { top: 12, right: 8, bottom: 26, left: 44 } as const;
/** Room that the name of one period takes on the axis. */
const labelPx = 76;
const ticks = 5;

interface TrendChartProps {
  readonly data: TrendData;
  readonly search: QualitySearch;
}

/** Drawn at the measured width: a drawing that is scaled has text of any size. */
export function TrendChart({ data, search }: TrendChartProps) {
  const w = usePageWords(catalogue);
  const [ref, widthPx] = useWidth<HTMLDivElement>();
  const title = useId();
  const { points } = data;
  const { tabIndexOf, onKeyDown, take } = useRoving(points.length, points.length - 1);
  const stepPx = Math.max(1, widthPx - margin.left - margin.right) / points.length;
  const highest = Math.max(
    1,
    ...points.flatMap((one) => [one.defects_per_100_orders ?? 0, one.upper_limit ?? 0]),
  );
  const y = scaleLinear([0, highest], [heightPx - margin.bottom, margin.top]).nice(ticks);
  const middle = (n: number): number => margin.left + (n + 0.5) * stepPx;
  return (
    <div className="trend" ref={ref}>
      <Legend data={data} />
      {widthPx === 0 ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a drawing with marks that are links is no fieldset.
        <svg width={widthPx} height={heightPx} role="group" aria-labelledby={title} onKeyDown={onKeyDown}>
          <title id={title}>{w.trend}</title>
          <svg aria-hidden="true">
            <Grid y={y} widthPx={widthPx} />
            <Limits points={points} y={y} stepPx={stepPx} />
            <Curve points={points} x={middle} y={(value) => y(value)} />
            <Periods data={data} stepPx={stepPx} />
          </svg>
          {points.map((point, n) => (
            <Mark
              key={point.start}
              point={point}
              data={data}
              search={search}
              n={n}
              x={middle(n)}
              y={y(point.defects_per_100_orders ?? 0)}
              stepPx={stepPx}
              tabIndex={tabIndexOf(n)}
              onFocus={() => take(n)}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

function Grid({ y, widthPx }: { readonly y: Scale; readonly widthPx: number }) {
  const { format } = useLanguage();
  return (
    <g className="chart-grid">
      {y.ticks(ticks).map((value) => (
        <g key={value} transform={`translate(0,${y(value)})`}>
          <line x1={margin.left} x2={widthPx - margin.right} />
          <text x={margin.left - 8} dy="0.32em" textAnchor="end">
            {format.number(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

interface LimitsProps {
  readonly points: readonly Point[];
  readonly y: Scale;
  readonly stepPx: number;
}

/** Each period has its own limits, so they are steps that change where periods change. */
function Limits({ points, y, stepPx }: LimitsProps) {
  return (
    <g>
      {points.map((one, n) => {
        if (one.centre_line === null || one.upper_limit === null || one.lower_limit === null) return null;
        const x = margin.left + n * stepPx;
        return (
          <g key={one.start}>
            <rect
              className="trend-band"
              x={x}
              width={stepPx + 0.5}
              y={y(one.upper_limit)}
              height={y(one.lower_limit) - y(one.upper_limit)}
            />
            <line
              className="trend-centre"
              x1={x}
              x2={x + stepPx}
              y1={y(one.centre_line)}
              y2={y(one.centre_line)}
            />
          </g>
        );
      })}
    </g>
  );
}

interface CurveProps {
  readonly points: readonly Point[];
  readonly x: (n: number) => number;
  readonly y: (value: number) => number;
}

/** A period without boats has no value: the line is broken there. */
function Curve({ points, x, y }: CurveProps) {
  const parts = points.map(({ defects_per_100_orders: value }, n) => {
    if (value === null) return '';
    const isAfterGap = n === 0 || points[n - 1]!.defects_per_100_orders === null;
    return `${isAfterGap ? 'M' : 'L'}${x(n)},${y(value)}`;
  });
  return <path className="trend-line" d={parts.join('')} />;
}

function Periods({ data, stepPx }: { readonly data: TrendData; readonly stepPx: number }) {
  const { format } = useLanguage();
  const every = Math.max(1, Math.ceil(labelPx / stepPx));
  const last = data.points.length - 1;
  return (
    <g className="chart-grid">
      {data.points.map((one, n) => {
        const x = margin.left + (n + 0.5) * stepPx;
        // Counted from the last one, which is the one that is looked for; a text that would be cut is left out.
        if ((last - n) % every !== 0 || x < labelPx / 2) return null;
        const isCut = x + labelPx / 2 > margin.left + data.points.length * stepPx + margin.right;
        return (
          <text
            key={one.start}
            x={isCut ? margin.left + data.points.length * stepPx + margin.right : x}
            y={heightPx - 8}
            textAnchor={isCut ? 'end' : 'middle'}
          >
            {periodOf(one, data, format)}
          </text>
        );
      })}
    </g>
  );
}

interface MarkProps extends TrendChartProps {
  readonly point: Point;
  readonly n: number;
  readonly x: number;
  readonly y: number;
  readonly stepPx: number;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

function Mark({ point, data, search, n, x, y, stepPx, tabIndex, onFocus }: MarkProps) {
  const sentence = useSentence()(point, data);
  const kind = kindOf(point);
  const isCurrent = search.de === point.start && search.ate === point.end;
  return (
    <Link
      to="/qualidade"
      search={{ ...search, de: point.start, ate: point.end }}
      className="trend-mark"
      activeProps={{}}
      resetScroll={false}
      data-stop={n}
      data-start={point.start}
      data-kind={kind}
      data-current={isCurrent}
      tabIndex={tabIndex}
      onFocus={onFocus}
    >
      <title>{sentence}</title>
      <rect
        className="trend-hit"
        x={x - stepPx / 2}
        width={stepPx}
        y={margin.top}
        height={heightPx - margin.top - margin.bottom}
      />
      {point.recording_break ? (
        <line className="trend-break" x1={x} x2={x} y1={margin.top} y2={heightPx - margin.bottom} />
      ) : null}
      {point.defects_per_100_orders === null ? null : kind === 'signal' ? (
        <rect
          className="trend-dot"
          x={x - 5}
          y={y - 5}
          width={10}
          height={10}
          transform={`rotate(45 ${x} ${y})`}
        />
      ) : (
        <circle className="trend-dot" cx={x} cy={y} r={4} />
      )}
    </Link>
  );
}

function kindOf(point: Point): 'signal' | 'open' | 'value' {
  if (point.unfinished || point.cut) return 'open';
  return point.rules.length > 0 ? 'signal' : 'value';
}

/** Everything about one period in one sentence. */
export function useSentence() {
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  return (point: Point, data: TrendData): string => {
    const { defects, orders_past_first_inspection: orders, defects_per_100_orders: rate } = point;
    const judged = point.unfinished ? [w.unfinished] : point.cut ? [w.cut] : rulesOf(point);
    return [
      `${periodOf(point, data, format)}: ${format.number(rate, 1)} ${w.per100Unit} (${format.number(defects)} / ${format.number(orders)} ${words.boats(orders)})`,
      ...judged,
      ...(point.recording_break ? [w.recordingBreak] : []),
    ].join('; ');
  };

  function rulesOf({ rules, signal }: Point): string[] {
    return rules.map((rule) => (rule === 'BEYOND_3_SIGMA' && signal !== null ? w[signal] : w.rules[rule]));
  }
}

function Legend({ data: { points } }: { readonly data: TrendData }) {
  const w = usePageWords(catalogue);
  const kinds = new Set(points.map(kindOf));
  return (
    <ul className="trend-legend" aria-hidden="true">
      {(['value', 'signal', 'open'] as const)
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <li key={kind} data-kind={kind}>
            {w.legend[kind]}
          </li>
        ))}
      <li data-kind="centre">{w.legend.centre}</li>
      <li data-kind="limits">{w.legend.limits}</li>
      {points.some((one) => one.recording_break) ? <li data-kind="break">{w.recordingBreak}</li> : null}
    </ul>
  );
}
