import './cumulative.css';
import { scaleLinear } from 'd3-scale';
import { type ReactNode, useId } from 'react';
import type { AnswerOf } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { FlowSearch } from '../../flow-search.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered } from '../../parts/states.tsx';
import { useWidth } from '../../parts/use-width.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { familyOf, periodOf } from './asked.ts';
import { catalogue } from './deeper-words.ts';

type Point = NonNullable<AnswerOf<'/api/prodplan/cumulative_flow'>['data']>[number];

export interface DeeperProps {
  readonly search: FlowSearch;
  /** Chooses another view. */
  readonly tools: ReactNode;
}

const lines = [
  'created_total',
  'started_total',
  'demoulded_total',
  'inspected_total',
  'finished_total',
] as const;
/** In the table, from the last day back. */
const mostRows = 13;

/** How many boats had passed each milestone by the end of each week: what lies between two lines is between both. */
export function CumulativeFlow({ search, tools }: DeeperProps) {
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/prodplan/cumulative_flow', {
    query: { ...periodOf(search), ...familyOf(search) },
  });
  return (
    <Panel
      name="cumulative-flow"
      title={w.cumulative}
      note={w.cumulativeNote}
      answer={result.data}
      figure="created_total"
      tools={tools}
    >
      <Answered result={result}>
        {({ data }) => (
          <>
            <Chart points={data} />
            <Table points={data.slice(-mostRows).toReversed()} />
          </>
        )}
      </Answered>
    </Panel>
  );
}

const heightPx = 240;
const margin = { top: 8, right: 8, bottom: 22, left: 44 } as const;
const ticks = 4;

/** Drawn at the measured width; the table below says the same in numbers. */
function Chart({ points }: { readonly points: readonly Point[] }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const [ref, widthPx] = useWidth<HTMLDivElement>();
  const title = useId();
  const most = Math.max(1, ...points.map(({ created_total }) => created_total));
  const y = scaleLinear([0, most], [heightPx - margin.bottom, margin.top]).nice(ticks);
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [margin.left, widthPx - margin.right]);
  return (
    <div className="cumulative" ref={ref}>
      <ul className="cumulative-legend">
        {lines.map((line) => (
          <li key={line} data-line={line}>
            {w.totals[line]}
          </li>
        ))}
      </ul>
      {widthPx === 0 ? null : (
        <svg width={widthPx} height={heightPx} role="img" aria-labelledby={title}>
          <title id={title}>{w.cumulative}</title>
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
          {lines.map((line) => (
            <path
              key={line}
              className="cumulative-line"
              data-line={line}
              d={points.map((point, n) => `${n === 0 ? 'M' : 'L'}${x(n)},${y(point[line])}`).join('')}
            />
          ))}
          {points.length === 0 ? null : (
            <g className="chart-grid">
              <text x={margin.left} y={heightPx - 6}>
                {format.day(points[0]!.until_day)}
              </text>
              <text x={widthPx - margin.right} y={heightPx - 6} textAnchor="end">
                {format.day(points.at(-1)!.until_day)}
              </text>
            </g>
          )}
        </svg>
      )}
    </div>
  );
}

/** On a telephone there is room for the first and the last: what lies between them is the difference. */
function cellOf(line: (typeof lines)[number]): string {
  return line === lines[0] || line === lines.at(-1) ? 'n' : 'n wide';
}

function Table({ points }: { readonly points: readonly Point[] }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table="cumulative-flow">
        <thead>
          <tr>
            <th scope="col">{w.until}</th>
            {lines.map((line) => (
              <th key={line} scope="col" className={cellOf(line)}>
                {w.totals[line]}
              </th>
            ))}
            <th scope="col" className="n">
              {w.between}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.until_day} data-day={point.until_day}>
              <th scope="row">{format.day(point.until_day)}</th>
              {lines.map((line) => (
                <td key={line} className={cellOf(line)}>
                  {format.number(point[line])}
                </td>
              ))}
              <td className="n">
                <strong>{format.number(point.created_total - point.finished_total)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
