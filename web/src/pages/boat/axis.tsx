import { useLanguage } from '../../words/language.tsx';
import type { TimeScale } from './place.ts';
import { type Lines, LinesOf } from './timeline-lines.tsx';

const heightPx = 28;
/** Room that one day's text takes. */
const labelPx = 72;

export function Axis({
  scale,
  widthPx,
  lines,
}: {
  readonly scale: TimeScale;
  readonly widthPx: number;
  readonly lines: Lines;
}) {
  const { format } = useLanguage();
  if (widthPx === 0) return null;
  // Ticks of less than a day would repeat the same day.
  const days = scale.ticks(Math.max(2, Math.floor(widthPx / labelPx / 1.4)));
  const ticks = days.filter((day) => day.getUTCHours() === 0 && isInside(scale(day)));
  return (
    <svg width={widthPx} height={heightPx} aria-hidden="true">
      <LinesOf lines={lines} />
      {ticks.map((day) => (
        <g key={day.getTime()} transform={`translate(${scale(day)},0)`}>
          <text y={14} textAnchor="middle">
            {format.day(day.toISOString(), { year: false })}
          </text>
          <line y1={20} y2={heightPx} />
        </g>
      ))}
    </svg>
  );

  /** A text that would be cut at the edge is left out. */
  function isInside(x: number): boolean {
    return x >= labelPx / 2 && x <= widthPx - labelPx / 2;
  }
}
