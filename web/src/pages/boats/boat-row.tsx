import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useZombieDays } from '../../api/rules.ts';
import { Chip, DueChip, StateChip } from '../../parts/chip.tsx';
import { roles } from '../../parts/table-roles.ts';
import { useLanguage } from '../../words/language.tsx';
import { groupOf, leadOrAge, type Prepared, type SortKey } from './select.ts';

interface BoatRowProps {
  readonly prepared: Prepared;
  readonly n: number;
  readonly index: number;
  /** From the top of the list; null: one row follows the other, as on paper. */
  readonly startPx: number | null;
  /** The Tab key stops here. */
  readonly isStop: boolean;
  readonly onFocus: () => void;
}

export function BoatRow({ prepared, n, index, startPx, isStop, onFocus }: BoatRowProps) {
  const { words, format } = useLanguage();
  const { data } = prepared;
  const { columns } = data;
  const of = String(columns.of_id[n]);
  const name =
    prepared.products.get(columns.produto_id[n] ?? -1)?.produto_nome ?? words.boatsPage.unknownModel;
  const [errors, severe] = [columns.errors[n]!, columns.severe_errors[n]!];
  return (
    <tr
      {...roles.row}
      className="boats-row"
      aria-rowindex={index + 2}
      data-index={index}
      data-of={of}
      style={startPx === null ? undefined : { transform: `translateY(${startPx}px)` }}
    >
      <Cell column="of">
        <Link
          to="/barcos/$of"
          params={{ of }}
          tabIndex={isStop ? 0 : -1}
          onFocus={onFocus}
          className="boats-link"
          preload={false}
        >
          {of}
        </Link>
      </Cell>
      <Cell column="model">
        <span className="cut" title={name}>
          {name}
        </span>
      </Cell>
      <Phase prepared={prepared} n={n} />
      <Cell column="state">
        <State prepared={prepared} n={n} />
      </Cell>
      <Due prepared={prepared} n={n} />
      <Age prepared={prepared} n={n} />
      <Progress done={columns.phases_done[n]!} all={columns.phases[n]!} />
      <Cell column="errors">
        <span>
          {format.number(errors)}
          <span className="boats-unit"> {words.errors(errors)}</span>
        </span>
        {severe > 0 ? <small data-tone="bad">{words.boatsPage.severe(format.number(severe))}</small> : null}
      </Cell>
    </tr>
  );
}

type Of = Pick<BoatRowProps, 'prepared' | 'n'>;

function Cell({ column, children }: { readonly column: SortKey; readonly children: ReactNode }) {
  return (
    <td {...roles.cell} data-column={column}>
      {children}
    </td>
  );
}

function Phase({ prepared: { data, phases }, n }: Of) {
  const { words, format } = useLanguage();
  const { columns, as_of_day } = data;
  const name = phases.get(columns.fase_id[n] ?? -1)?.fase_nome ?? words.boatsPage.unknownPhase;
  const since = columns.phase_since_day[n];
  const group = groupOf(data, n);
  const isStanding = since != null && group !== 'DONE' && group !== 'SCRAPPED';
  const standing = (days: number): string =>
    days === 0 ? words.boatsPage.hereToday : words.boatsPage.here(format.days(days));
  return (
    <Cell column="phase">
      <span className="cut" title={name}>
        {name}
      </span>
      {isStanding ? <small>{standing(as_of_day - since)}</small> : null}
    </Cell>
  );
}

function State({ prepared: { data }, n }: Of) {
  if (data.columns.zombie[n] === 1) return <ZombieChip />;
  return <StateChip code={data.states[data.columns.state[n]!]!} />;
}

function Due({ prepared: { data }, n }: Of) {
  const { format } = useLanguage();
  const { columns, due_statuses } = data;
  const [day, status] = [columns.due_day[n], columns.due_status[n]];
  return (
    <Cell column="due">
      {day == null ? null : <span>{format.day(day)}</span>}
      {status == null ? null : <DueChip code={due_statuses[status]!} />}
    </Cell>
  );
}

function Age({ prepared: { data }, n }: Of) {
  const { words, format } = useLanguage();
  const age = leadOrAge(data.columns, n);
  const isFinished = data.columns.finished_day[n] != null;
  return (
    <Cell column="age">
      <span>{age === null ? words.unknown : format.days(age)}</span>
      {isFinished && age !== null ? <small>{words.boatsPage.untilFinished}</small> : null}
    </Cell>
  );
}

function Progress({ done, all }: { readonly done: number; readonly all: number }) {
  const { words, format } = useLanguage();
  return (
    <Cell column="progress">
      <span>{all === 0 ? words.unknown : `${format.number(done)} / ${format.number(all)}`}</span>
      <span className="boats-progress" aria-hidden="true">
        <span style={{ width: `${all === 0 ? 0 : (100 * done) / all}%` }} />
      </span>
    </Cell>
  );
}

function ZombieChip() {
  const { words } = useLanguage();
  return (
    <Chip tone="quiet" icon="clock">
      {words.boatsPage.zombie(useZombieDays())}
    </Chip>
  );
}
