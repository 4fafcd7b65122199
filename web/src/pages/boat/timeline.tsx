import { scaleUtc } from 'd3-scale';
import { useFactory } from '../../api/factory.ts';
import { Icon } from '../../parts/icon.tsx';
import { useWidth } from '../../parts/use-width.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { Axis } from './axis.tsx';
import type { Order, Step } from './order.ts';
import { momentOf as at, bandOf, kindOf, placeOf, spanOf, type TimeScale } from './place.ts';
import { type Lines, LinesOf } from './timeline-lines.tsx';
import { catalogue } from './words.ts';

interface TimelineProps {
  readonly steps: readonly Step[];
  readonly order: Order;
  readonly asOf: string;
}

/** One row a phase: its name, its bar with the wait before it, and the same in words. */
export function Timeline({ steps, order, asOf }: TimelineProps) {
  const { words, format } = useLanguage();
  const [ref, widthPx] = useWidth<HTMLDivElement>();
  const span = spanOf(steps, order, asOf);
  const scale = scaleUtc(span, [0, Math.max(1, widthPx)]);
  const isOpen = order.state !== 'DONE' && order.state !== 'SCRAPPED';
  const band = bandOf(order, asOf);
  const lines = {
    ...(band === null ? {} : { band: [scale(at(band[0])), Math.min(widthPx, scale(at(band[1])))] as const }),
    ...(isOpen || span[1].getTime() >= at(asOf) ? { now: scale(at(asOf)) } : {}),
    ...(order.due_day === null ? {} : { due: scale(at(order.due_day)) }),
  };
  return (
    <div className="timeline">
      <Legend order={order} asOf={asOf} steps={steps} lines={lines} />
      <div className="timeline-row timeline-axis" aria-hidden="true">
        <span />
        <div ref={ref}>
          <Axis scale={scale} widthPx={widthPx} lines={lines} />
        </div>
        <span />
      </div>
      <p className="sr">
        {words.boat.timelineSummary(format.day(span[0].toISOString()), format.day(span[1].toISOString()))}
      </p>
      <ol>
        {steps.map((step) => (
          <Row key={step.position} step={step} scale={scale} widthPx={widthPx} lines={lines} asOf={asOf} />
        ))}
      </ol>
    </div>
  );
}

interface RowProps {
  readonly step: Step;
  readonly scale: TimeScale;
  readonly widthPx: number;
  readonly lines: Lines;
  readonly asOf: string;
}

const barPx = 12;

function Row({ step, scale, widthPx, lines, asOf }: RowProps) {
  const { words, format } = useLanguage();
  const { bar, wait } = placeOf(step, scale, at(asOf));
  const kind = kindOf(step);
  return (
    <li className="timeline-row" data-position={step.position} data-kind={kind}>
      <span className="timeline-name">
        <span className="cut" title={step.fase_nome ?? undefined}>
          {step.fase_nome ?? `${words.boatsPage.unknownPhase} (${step.fase_id})`}
        </span>
        {step.is_rework ? <small data-tone="rework">{words.boat.rework}</small> : null}
      </span>
      <span className="timeline-track">
        <svg width={widthPx} aria-hidden="true">
          <LinesOf lines={lines} />
          <svg y="50%" overflow="visible" aria-hidden="true">
            {wait === null ? null : <line className="timeline-wait" x1={wait.x} x2={wait.x + wait.width} />}
            <rect
              className="timeline-bar"
              data-kind={kind}
              x={bar.x}
              width={bar.width}
              y={-barPx / 2}
              height={barPx}
              rx={2}
            />
          </svg>
        </svg>
      </span>
      <span className="timeline-text">
        <span className="nowrap">{format.day(step.started_at ?? step.ended_at, { year: false })}</span>
        <Words step={step} asOf={asOf} />
      </span>
    </li>
  );
}

/** The row in words: how long, how long before it, what was found. */
function Words({ step, asOf }: { readonly step: Step; readonly asOf: string }) {
  const { words, format, language } = useLanguage();
  const { severity } = useFactory(language);
  const w = words.boat;
  const parts = [timeOf()];
  if (step.waiting_hours !== null && step.waiting_hours >= 1 / 60)
    parts.push(w.waited(format.hours(step.waiting_hours)));
  return (
    <>
      <span>{parts.join(', ')}</span>
      {step.errors_found === 0 ? null : (
        <span className="chip" data-tone={step.worst_severity === 3 ? 'bad' : 'warn'}>
          <Icon name="warn" size={13} />
          {step.errors_found === 1
            ? w.foundOne
            : w.found(format.number(step.errors_found), words.errors(step.errors_found))}
          {step.worst_severity === null ? null : `, ${w.worst(severity(String(step.worst_severity)))}`}
        </span>
      )}
      {step.errors_caused === 0 ? null : (
        <span className="chip" data-tone="warn">
          <Icon name="dot" size={13} />
          {step.errors_caused === 1 ? w.causedOne : w.caused(format.number(step.errors_caused))}
        </span>
      )}
    </>
  );

  function timeOf(): string {
    if (step.date_flag !== null) return w.lying;
    if (step.status === 'IN_PROGRESS' && step.started_at !== null)
      return w.running(format.hours((at(asOf) - at(step.started_at)) / 3_600_000));
    if (step.duration_hours === 0) return w.tookNone;
    if (step.duration_hours !== null) return w.took(format.hours(step.duration_hours));
    return step.ended_at === null ? w.leftOpen : words.unknownWord;
  }
}

interface LegendProps extends TimelineProps {
  readonly lines: Lines;
}

/** Only what is drawn is explained; the days of the two lines stand here, where they never cover one another. */
function Legend({ steps, order, asOf, lines }: LegendProps) {
  const { words, format } = useLanguage();
  const w = words.boat.legend;
  const kinds = (['done', 'open', 'automatic', 'rework'] as const).filter((kind) =>
    steps.some((one) => kindOf(one) === kind),
  );
  return (
    <ul className="timeline-legend">
      {kinds.map((kind) => (
        <li key={kind} data-kind={kind}>
          {w[kind]}
        </li>
      ))}
      <li data-kind="wait">{w.wait}</li>
      {lines.now === undefined ? null : (
        <li data-line="now">
          {w.now}, {format.day(asOf)}
        </li>
      )}
      {lines.band === undefined ? null : (
        <li data-line="band">
          <Band order={order} asOf={asOf} />
        </li>
      )}
      {lines.due === undefined ? null : (
        <li data-line="due">
          {w.due}, {format.day(order.due_day, { weekday: true })}
        </li>
      )}
    </ul>
  );
}

function Band({ order, asOf }: Pick<LegendProps, 'order' | 'asOf'>) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const [from, to] = bandOf(order, asOf)!;
  return order.remaining_days_p90 === null
    ? w.bandOpen(format.day(from))
    : w.band(format.day(from), format.day(to));
}
