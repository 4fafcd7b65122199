import { Link } from '@tanstack/react-router';
import type { Address } from '../../api/address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Empty, Recorded } from '../../parts/states.tsx';
import { useLanguage } from '../../words/language.tsx';

/** Enough to find the file before this one behind what was refused or changed nothing. */
const mostRuns = 50;

/** What the newest file changed, in numbers that lead to the boats. */
export function Changes({ run }: { readonly run: number }) {
  const { words } = useLanguage();
  const w = words.home;
  const runs = useAnswer('/api/ingestion/runs', { query: { limit: mostRuns } });
  const before = runs.data?.data.find(({ run_id, status }) => run_id < run && status === 'completed');
  return (
    <Panel
      name="changes"
      title={w.changes}
      {...(before === undefined ? {} : { note: w.changesNote(before.source_name) })}
      {...(before === undefined ? {} : { recorded: runs.data, address: diffAddress(before.run_id, run) })}
    >
      <Recorded result={runs}>
        {() =>
          before === undefined ? <Empty title={w.changesFirst} /> : <Counts from={before.run_id} to={run} />
        }
      </Recorded>
    </Panel>
  );
}

function diffAddress(a: number, b: number): Address {
  return { path: '/api/ingestion/runs/{a}/diff/{b}', params: { path: { a, b } } };
}

const counted = [
  'created',
  'finished',
  'newly_at_risk',
  'phase_moved',
  'due_moved',
  'due_slipped',
  'vanished',
] as const;

function Counts({ from, to }: { readonly from: number; readonly to: number }) {
  const { words } = useLanguage();
  const result = useAnswer('/api/ingestion/runs/{a}/diff/{b}', { path: { a: from, b: to } });
  return (
    <Recorded result={result}>
      {({ data: { orders } }) => (
        <dl className="home-changes">
          {counted.map((name) => (
            <div key={name} data-change={name}>
              <dt>{words.home.changeNames[name]}</dt>
              <dd>
                <Count from={from} to={to} boats={orders[name]?.length ?? null} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Recorded>
  );
}

interface CountProps {
  readonly from: number;
  readonly to: number;
  /** Null where it is not known: what a run said of its boats is kept for the newest runs only. */
  readonly boats: number | null;
}

function Count({ from, to, boats }: CountProps) {
  const { format } = useLanguage();
  if (boats === null || boats === 0) return format.number(boats);
  return (
    <Link to="/dados/diferencas/$range" params={{ range: `${from}..${to}` }}>
      {format.number(boats)}
    </Link>
  );
}
