import { Link } from '@tanstack/react-router';
import { useFactory } from '../../api/factory.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import type { Orders } from './orders.ts';
import { catalogue } from './words.ts';

type Change = Orders['finished'][number];
type Name = keyof Orders;

/** So many of a group are shown; a first file after a pause changes thousands. */
const mostRows = 100;

interface GroupProps {
  readonly name: Name;
  readonly changes: readonly (string | Change)[];
}

export function Group({ name, changes }: GroupProps) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const shown = changes.slice(0, mostRows).map((one) => (typeof one === 'string' ? plain(one) : one));
  const hasValues = shown.some(({ was, is }) => was !== null || is !== null);
  return (
    <Panel
      name={name}
      title={`${w.groups[name]}: ${format.number(changes.length)}`}
      {...(changes.length > mostRows ? { note: w.more(format.number(mostRows)) } : {})}
    >
      {hasValues ? <Table name={name} rows={shown} /> : <Numbers name={name} rows={shown} />}
    </Panel>
  );
}

function plain(key: string): Change {
  return { key, was: null, is: null };
}

interface RowsProps {
  readonly name: Name;
  readonly rows: readonly Change[];
}

function Numbers({ name, rows }: RowsProps) {
  return (
    <ul className="differences-numbers">
      {rows.map((one) => (
        <li key={one.key} data-of={one.key}>
          <Boat name={name} of={one.key} />
        </li>
      ))}
    </ul>
  );
}

function Table({ name, rows }: RowsProps) {
  const w = usePageWords(catalogue);
  const told = useTold(name);
  return (
    <div className="list-table">
      <table data-table={name}>
        <thead>
          <tr>
            <th scope="col">{w.boat}</th>
            <th scope="col">{w.was}</th>
            <th scope="col">{w.is}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.key} data-of={one.key}>
              <th scope="row">
                <Boat name={name} of={one.key} />
              </th>
              <td>{told(one.was)}</td>
              <td>{told(one.is)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is no longer in the file has no page. */
function Boat({ name, of }: { readonly name: Name; readonly of: string }) {
  if (name === 'vanished') return of;
  return (
    <Link to="/barcos/$of" params={{ of }}>
      {of}
    </Link>
  );
}

/** Phases by their names, moments as days. */
function useTold(name: Name): (value: string | null) => string {
  const { words, format, language } = useLanguage();
  const { dueStatus } = useFactory(language);
  const boats = useAnswer('/api/prodplan/boats', undefined, { enabled: name === 'phase_moved' });
  const phases = boats.data?.data?.phases ?? [];
  return (value) => {
    if (value === null) return format.number(null);
    if (name === 'newly_at_risk' || name === 'no_longer_at_risk')
      return dueStatus(value) || format.number(null);
    if (name !== 'phase_moved') return format.day(value);
    const known = phases.find(({ fase_id }) => String(fase_id) === value);
    return known?.fase_nome ?? `${words.boatsPage.phase} ${value}`;
  };
}
