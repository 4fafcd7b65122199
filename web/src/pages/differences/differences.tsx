import './differences.css';
import '../../parts/list-table.css';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { Icon } from '../../parts/icon.tsx';
import { usePageTitle } from '../../parts/page-title.ts';
import { Empty, Recorded } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { Group } from './group.tsx';
import type { Orders } from './orders.ts';
import { catalogue } from './words.ts';

const route = getRouteApi('/dados/diferencas/$range');

const groups = [
  'created',
  'finished',
  'newly_at_risk',
  'no_longer_at_risk',
  'due_slipped',
  'due_moved',
  'phase_moved',
  'reopened',
  'vanished',
] as const satisfies readonly (keyof Orders)[];

/** What differs between two published states, boat by boat. */
export function Differences() {
  const w = usePageWords(catalogue);
  const { range } = route.useParams();
  const [, a, b] = /^([1-9]\d{0,7})\.\.([1-9]\d{0,7})$/.exec(range) ?? [];
  usePageTitle(a === undefined || b === undefined ? range : w.title(a, b));
  return (
    <>
      <Link to="/dados" className="differences-back">
        <Icon name="left" size={14} />
        {w.back}
      </Link>
      {a === undefined || b === undefined ? (
        <div className="panel">
          <Empty title={w.bad} isPage />
        </div>
      ) : (
        <Between a={Number(a)} b={Number(b)} />
      )}
    </>
  );
}

function Between({ a, b }: { readonly a: number; readonly b: number }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/ingestion/runs/{a}/diff/{b}', { path: { a, b } });
  return (
    <>
      <div className="page-head">
        <h1>{w.title(String(a), String(b))}</h1>
        <ExportMenu title={w.title(String(a), String(b))} answer={result.data} />
      </div>
      <Recorded result={result}>
        {({ data: { orders, phases, errors } }) => (
          <>
            <p>
              {w.phases(format.number(phases.started), format.number(phases.finished))}{' '}
              {w.errors(format.number(errors.appeared), format.number(errors.vanished))}
            </p>
            {groups.every((name) => changesOf(orders, name).length === 0) ? (
              <div className="panel">
                <Empty title={w.none} />
              </div>
            ) : null}
            {groups
              .filter((name) => changesOf(orders, name).length > 0)
              .map((name) => (
                <Group key={name} name={name} changes={changesOf(orders, name)} />
              ))}
          </>
        )}
      </Recorded>
    </>
  );
}

/** What is not known is not listed. */
function changesOf<N extends keyof Orders>(orders: Orders, name: N): NonNullable<Orders[N]> | readonly [] {
  return orders[name] ?? [];
}
