import { leastPx } from './place.ts';

/** Where the file's moment and the shipping day stand, in pixels. */
export interface Lines {
  readonly now?: number;
  readonly due?: number;
  /** Between the days by which half of such boats are finished, and nine in ten. */
  readonly band?: readonly [from: number, to: number];
}

export function LinesOf({ lines }: { readonly lines: Lines }) {
  return (['band', 'now', 'due'] as const).map((name) =>
    lines[name] === undefined ? null : name === 'band' ? (
      <rect
        key={name}
        className="timeline-band"
        data-line={name}
        x={lines.band![0]}
        width={Math.max(leastPx, lines.band![1] - lines.band![0])}
        y={0}
        height="100%"
      />
    ) : (
      <line
        key={name}
        className="timeline-line"
        data-line={name}
        x1={lines[name]}
        x2={lines[name]}
        y1={0}
        y2="100%"
      />
    ),
  );
}
