import type { ReactNode } from 'react';
import { useZombieDays } from '../../api/rules.ts';
import { DueChip } from '../../parts/chip.tsx';
import { EvidenceMark } from '../../parts/evidence.tsx';
import type { Shown } from '../../parts/states.tsx';
import { dayAfter, dayNumber } from '../../words/format.ts';
import { useLanguage } from '../../words/language.tsx';
import type { OrderAnswer } from './order.ts';

/** Five facts, each with its context and its mark. */
export function Facts({ answer }: { readonly answer: Shown<OrderAnswer> }) {
  return (
    <div className="boat-facts">
      <Where answer={answer} />
      <Due answer={answer} />
      <Finish answer={answer} />
      <Errors answer={answer} />
      <Done answer={answer} />
    </div>
  );
}

interface Fact {
  readonly name: string;
  readonly title: string;
  readonly answer: Shown<OrderAnswer>;
  readonly figure?: string;
  readonly value: string;
  readonly children?: ReactNode;
}

function Fact({ name, title, answer, figure, value, children }: Fact) {
  return (
    <article className="panel boat-fact" data-fact={name}>
      <h2>{title}</h2>
      <strong>{value}</strong>
      <div className="boat-fact-text">{children}</div>
      <div className="boat-fact-mark">
        <EvidenceMark title={title} answer={answer} {...(figure === undefined ? {} : { figure })} />
      </div>
    </article>
  );
}

interface Of {
  readonly answer: Shown<OrderAnswer>;
}

function Where({ answer }: Of) {
  const { words, format } = useLanguage();
  const zombieDays = useZombieDays();
  const { data, support } = answer;
  const isOpen = data.state !== 'DONE' && data.state !== 'SCRAPPED';
  const days = data.phase_since === null ? null : dayNumber(support.as_of) - dayNumber(data.phase_since);
  const hand = data.phase_in_hand ? words.boat.inHand : words.boat.waiting;
  return (
    <Fact
      name="where"
      title={words.boat.where}
      answer={answer}
      value={data.fase_nome ?? words.boatsPage.unknownPhase}
    >
      {isOpen && days !== null ? `${words.boat.since(format.days(days))}, ${hand}` : null}
      {data.is_zombie ? `; ${words.boat.zombie(zombieDays)}` : null}
    </Fact>
  );
}

function Due({ answer }: Of) {
  const { words, format } = useLanguage();
  const { due_day, due_status, due_first, due_slips } = answer.data;
  return (
    <Fact
      name="due"
      title={words.boat.due}
      answer={answer}
      figure="due_status"
      value={due_day === null ? words.boat.noDue : format.day(due_day, { weekday: true })}
    >
      {due_status === null || due_day === null ? null : <DueChip code={due_status} />}
      {due_first !== null && due_slips > 0 ? (
        <span>{words.boat.firstDue(format.day(due_first), words.boat.times(due_slips))}</span>
      ) : null}
    </Fact>
  );
}

function Finish({ answer }: Of) {
  const { words, format } = useLanguage();
  const { data, support } = answer;
  if (data.finished_at !== null)
    return (
      <Fact name="finish" title={words.boat.finishedOn} answer={answer} value={format.day(data.finished_at)}>
        {data.lead_time_days === null
          ? null
          : `${format.days(data.lead_time_days)} ${words.boatsPage.untilFinished}`}
      </Fact>
    );
  const { expected_finish_day, remaining_days_p80, no_forecast_reason } = data;
  return (
    <Fact
      name="finish"
      title={words.boat.expected}
      answer={answer}
      figure="expected_finish_day"
      value={expected_finish_day === null ? words.unknown : format.day(expected_finish_day)}
    >
      {expected_finish_day === null
        ? no_forecast_reason && words.boat.noForecast[no_forecast_reason]
        : remaining_days_p80 === null
          ? words.boat.expectedOpen
          : words.boat.expectedBand(format.day(dayAfter(support.as_of, remaining_days_p80)))}
    </Fact>
  );
}

function Errors({ answer }: Of) {
  const { words, format } = useLanguage();
  const { errors, severe_errors } = answer.data;
  return (
    <Fact name="errors" title={words.boat.errors} answer={answer} value={format.number(errors)}>
      {errors === 0
        ? words.boat.errorsNone
        : severe_errors === 0
          ? words.boat.errorsSome
          : words.boat.errorsSevere(format.number(severe_errors))}
    </Fact>
  );
}

function Done({ answer }: Of) {
  const { words, format } = useLanguage();
  const { phases, phases_done, reworks } = answer.data;
  return (
    <Fact
      name="phases"
      title={words.boatsPage.columns.progress}
      answer={answer}
      value={`${format.number(phases_done)} / ${format.number(phases)}`}
    >
      {reworks > 0 ? words.boat.reworks(format.number(reworks)) : null}
    </Fact>
  );
}
