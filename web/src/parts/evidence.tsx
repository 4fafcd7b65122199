import './evidence.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { askQueryText } from '../api/client.ts';
import { usePublication } from '../api/publication.ts';
import { useFixed } from '../api/use-answer.ts';
import { useLanguage } from '../words/language.tsx';
import type { Carried, Support } from './carried.ts';
import { useFootnote } from './footnotes.ts';
import { measuredBy } from './gate-words.ts';
import { Icon } from './icon.tsx';
import { InPortuguese } from './in-portuguese.tsx';
import { Mark } from './mark.tsx';

interface Named {
  /** What the figure is called on the page. */
  readonly title: string;
  readonly answer: Carried;
  /** The figure's name in the question's own list, for its definition and limits. */
  readonly figure?: string;
  /** The bounds that came with the answer are those of this very figure. */
  readonly isBounded?: boolean;
}

/** The mark of a figure; pressed, it opens everything that the figure rests on. */
export function EvidenceMark(named: Named) {
  const { title, answer } = named;
  const { words } = useLanguage();
  const footnote = useFootnote({ title, answer });
  return (
    <DialogTrigger>
      <Button className="mark-button" data-evidence={answer.support.sql ?? ''} data-footnote={footnote}>
        <Mark status={answer.status} />
        <span className="sr">. {words.evidence.open(title)}</span>
      </Button>
      <Popover className="evidence-popover" placement="bottom end" offset={4}>
        <Dialog className="evidence">{({ close }) => <Evidence {...named} close={close} />}</Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Evidence({
  title,
  answer,
  figure,
  isBounded = false,
  close,
}: Named & { readonly close: () => void }) {
  const { words, format } = useLanguage();
  const { support, status, reason, suggestion } = answer;
  const w = words.evidence;
  return (
    <>
      <div className="evidence-head">
        <div>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <Mark status={status} />
        </div>
        <Button className="icon-button" aria-label={w.close} onPress={close}>
          <Icon name="close" />
        </Button>
      </div>
      {reason === undefined ? null : (
        <div className="evidence-note" data-status={status}>
          <p>
            <InPortuguese>{reason}</InPortuguese>
          </p>
          {suggestion === undefined ? null : (
            <p>
              <strong>{w.remedy}:</strong> <InPortuguese>{suggestion}</InPortuguese>
            </p>
          )}
        </div>
      )}
      <Definition figure={figure} sql={support.sql} method={support.method} />
      <Section title={w.rows}>
        <p>{format.number(support.rows_used)}</p>
      </Section>
      <Section title={w.excluded}>
        {support.rows_excluded.length === 0 ? <p>{w.none}</p> : null}
        <Rows
          isTold
          rows={support.rows_excluded.map(({ reason: why, rows }) => [why, format.number(rows)] as const)}
        />
      </Section>
      {isBounded ? <BoundsOf support={support} /> : null}
      <RatesOf support={support} />
      <RulesOf support={support} />
      <GatesOf support={support} />
      {support.sql === null ? null : <Sql name={support.sql} />}
      <p className="evidence-source">{w.source(String(support.run_id), format.moment(support.as_of))}</p>
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

interface RowsProps {
  readonly rows: readonly (readonly [string, string])[];
  /** The names are sentences of the API. */
  readonly isTold?: boolean;
}

function Rows({ rows, isTold = false }: RowsProps) {
  if (rows.length === 0) return null;
  return (
    <ul className="evidence-rows">
      {rows.map(([name, value]) => (
        <li key={name}>
          <span>{isTold ? <InPortuguese>{name}</InPortuguese> : name}</span>
          <b>{value}</b>
        </li>
      ))}
    </ul>
  );
}

/** The figure's own definition where it has one; the question's in one sentence in any case. */
function Definition({
  figure,
  sql,
  method,
}: {
  readonly figure: string | undefined;
  readonly sql: string | null;
  readonly method: string;
}) {
  const { words } = useLanguage();
  const { data } = useFixed('/api/services', undefined, { enabled: figure !== undefined });
  const service = data?.data.find(({ queries }) => sql !== null && queries.includes(sql));
  const told = service?.figures.find((one) => one.figure === figure);
  return (
    <>
      <Section title={words.evidence.definition}>
        <p>
          <InPortuguese>{told?.definition ?? method}</InPortuguese>
        </p>
      </Section>
      {told === undefined ? null : (
        <Section title={words.evidence.limits}>
          <p>
            <InPortuguese>{told.limits}</InPortuguese>
          </p>
        </Section>
      )}
    </>
  );
}

function BoundsOf({ support: { bounds } }: { readonly support: Support }) {
  const { words, format } = useLanguage();
  if (bounds?.lowest == null || bounds.highest == null) return null;
  return (
    <Section title={words.evidence.bounds}>
      <p>{words.evidence.boundsText(format.share(bounds.lowest), format.share(bounds.highest))}</p>
    </Section>
  );
}

function RatesOf({ support }: { readonly support: Support }) {
  const { words, format } = useLanguage();
  if (support.match_rates.length === 0) return null;
  return (
    <Section title={words.evidence.rates}>
      <Rows
        rows={support.match_rates.map(({ reference, row_rate, value_rate }) => [
          reference,
          words.evidence.rateText(format.share(row_rate), format.share(value_rate)),
        ])}
      />
    </Section>
  );
}

/** The settings that it was counted by: whoever changes one finds it here. */
function RulesOf({ support: { rules } }: { readonly support: Support }) {
  const { words, format } = useLanguage();
  if (rules.length === 0) return null;
  const w = words.evidence.rule;
  return (
    <Section title={w.title}>
      <Rows
        rows={rules.map(({ name, value, from, decided_at }) => [
          `${words.evidence.rules[name] ?? name} (${decided_at === null ? w.from[from] : w.since(format.day(decided_at))})`,
          value === null ? w.undecided : format.number(value),
        ])}
      />
    </Section>
  );
}

function GatesOf({ support }: { readonly support: Support }) {
  const { words, format, language } = useLanguage();
  const { data: known } = usePublication();
  const gates = support.gates ?? [];
  if (gates.length === 0) return null;
  return (
    <Section title={words.evidence.gates}>
      <ul className="evidence-rows">
        {gates.map(({ gate, state, threshold, rows, covered_rows }) => (
          <li key={gate}>
            <span>
              {measuredBy(known?.data, gate, language)} (
              {words.evidence.gateText(format.number(covered_rows), format.number(rows))}
              {threshold === null ? null : `; ${words.evidence.threshold(format.share(threshold))}`})
            </span>
            <Mark status={state} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Sql({ name }: { readonly name: string }) {
  const { words } = useLanguage();
  const [open, setOpen] = useState(false);
  const { data, isError } = useQuery({
    queryKey: ['query-text', name],
    queryFn: ({ signal }) => askQueryText(name, signal),
    enabled: open,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <details className="evidence-sql" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words.evidence.sql}: {name}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <pre tabIndex={0}>{isError ? words.states.failed : (data ?? words.evidence.sqlLoading)}</pre>
    </details>
  );
}
