/** Where the file's moment and the shipping day stand, in pixels. */
export interface Lines {
  readonly now?: number;
  readonly due?: number;
}

export function LinesOf({ lines }: { readonly lines: Lines }) {
  return (['now', 'due'] as const).map((name) =>
    lines[name] === undefined ? null : (
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
