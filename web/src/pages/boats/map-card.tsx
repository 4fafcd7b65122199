import { Link } from '@tanstack/react-router';
import { DueChip } from '../../parts/chip.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { standingDays } from './map-columns.ts';
import { mapWords } from './map-words.ts';
import type { Prepared } from './select.ts';

interface MapCardProps {
  readonly prepared: Prepared;
  readonly n: number;
  /** Its place among all cards. */
  readonly stop: number;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

/** A boat where it stands: which, for how long, and when its truck goes. */
export function MapCard({ prepared, n, stop, tabIndex, onFocus }: MapCardProps) {
  const { words, format } = useLanguage();
  const w = usePageWords(mapWords);
  const { columns, due_statuses } = prepared.data;
  const of = String(columns.of_id[n]);
  const model =
    prepared.products.get(columns.produto_id[n] ?? -1)?.produto_nome ?? words.boatsPage.unknownModel;
  const [due, status] = [columns.due_day[n], columns.due_status[n]];
  const days = standingDays(prepared.data, n);
  return (
    <Link
      to="/barcos/$of"
      params={{ of }}
      className="map-card"
      data-of={of}
      data-stop={stop}
      tabIndex={tabIndex}
      onFocus={onFocus}
      preload={false}
    >
      <span className="map-card-head">
        <b>{of}</b>
        {days === null ? null : <span>{w.here(format.days(days))}</span>}
      </span>
      <span className="cut">{model}</span>
      {due == null ? (
        <span className="muted">{w.noDue}</span>
      ) : (
        <span className="map-card-due">
          {format.day(due, { year: false })}
          {status == null ? null : <DueChip code={due_statuses[status]!} />}
        </span>
      )}
    </Link>
  );
}
