import { useLanguage } from '../../words/language.tsx';
import type { Order, Step } from './order.ts';
import { Timeline } from './timeline.tsx';

interface PhasesProps {
  readonly steps: readonly Step[];
  readonly order: Order;
  readonly asOf: string;
}

/** What happened stands on the timeline; what has no time stands below it, in the order of the route. */
export function Phases({ steps, order, asOf }: PhasesProps) {
  const { words } = useLanguage();
  const timed = steps.filter((one) => one.started_at !== null || one.ended_at !== null);
  const others = steps.filter((one) => one.started_at === null && one.ended_at === null);
  const isOpen = order.state !== 'DONE' && order.state !== 'SCRAPPED';
  const toCome = others.filter((one) => one.status === 'NOT_STARTED' || one.status === 'ONLY_IN_ROUTE');
  const leftOver = others.filter((one) => !toCome.includes(one));
  return (
    <>
      {timed.length === 0 ? (
        <p className="boat-note">{words.boat.noTimes}</p>
      ) : (
        <Timeline steps={timed} order={order} asOf={asOf} />
      )}
      <Names title={isOpen ? words.boat.toCome : words.boat.notDone} steps={byRoute(toCome)} />
      <Names title={words.boat.leftOver} steps={byRoute(leftOver)} />
    </>
  );
}

function byRoute(steps: readonly Step[]): readonly Step[] {
  const place = (one: Step): number => one.route_sequencia ?? one.sequencia ?? 0;
  return steps.toSorted((a, b) => place(a) - place(b));
}

function Names({ title, steps }: { readonly title: string; readonly steps: readonly Step[] }) {
  const { words } = useLanguage();
  if (steps.length === 0) return null;
  return (
    <div className="boat-names">
      <h3>{title}</h3>
      <ol>
        {steps.map((one) => (
          <li key={one.position}>{one.fase_nome ?? `${words.boatsPage.unknownPhase} (${one.fase_id})`}</li>
        ))}
      </ol>
    </div>
  );
}
