import './factory-map.css';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useZombieDays } from '../../api/rules.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { BoatSearch } from '../../boat-search.ts';
import { Answered, Empty } from '../../parts/states.tsx';
import { useRoving } from '../../parts/use-roving.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { MapCard } from './map-card.tsx';
import { type MapColumn, mapColumns, type Phase } from './map-columns.ts';
import { mapWords } from './map-words.ts';
import { type Prepared, select } from './select.ts';

interface FactoryMapProps {
  readonly prepared: Prepared;
  readonly search: BoatSearch;
  readonly only?: ReadonlySet<number> | undefined;
}

/** So many boats of a phase are drawn; the others are one press away. */
const mostCards = 20;

/** The factory as one walks through it: a column for each phase where boats stand. */
export function FactoryMap(props: FactoryMapProps) {
  const phases = useAnswer('/api/prodplan/phases');
  // Asked for together with the phases, not after them.
  const clear = useDaysToClear(props.search.familia);
  return (
    <Answered result={phases}>{({ data }) => <Columns {...props} phases={data} clear={clear} />}</Answered>
  );
}

function Columns({
  prepared,
  search,
  only,
  phases,
  clear,
}: FactoryMapProps & {
  readonly phases: readonly Phase[];
  readonly clear: ReadonlyMap<number, number | null>;
}) {
  const w = usePageWords(mapWords);
  // Those that stand for too long have a place of their own within each column, whatever state the list is cut down to.
  const columns = useMemo(() => {
    const { shown } = select(prepared, { ...search, estado: undefined }, only);
    return mapColumns(prepared, shown, phases);
  }, [prepared, search, only, phases]);
  const starts = columns.map((_, n) => columns.slice(0, n).reduce((sum, one) => sum + cardsOf(one), 0));
  const roving = useRoving(
    columns.reduce((sum, one) => sum + cardsOf(one), 0),
    0,
  );
  if (columns.length === 0) return <Empty title={w.none} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="map" aria-label={w.label} tabIndex={0} onKeyDown={roving.onKeyDown}>
      {columns.map((column, n) => (
        <Column
          key={column.phase?.fase_id ?? 'none'}
          column={column}
          prepared={prepared}
          search={search}
          daysToClear={clear.get(column.phase?.fase_id ?? -1) ?? null}
          start={starts[n]!}
          tabIndexOf={roving.tabIndexOf}
          take={roving.take}
        />
      ))}
    </section>
  );
}

function cardsOf({ boats }: MapColumn): number {
  return Math.min(boats.length, mostCards);
}

/** By phase; a phase without an own pace has none. */
function useDaysToClear(familia: string | undefined): ReadonlyMap<number, number | null> {
  const query = familia === undefined ? {} : { familia: familia as 'K1' };
  const data = useAnswer('/api/prodplan/bottlenecks', { query }).data?.data;
  if (data == null) return new Map();
  const all = [...data.phases, ...data.side_lines, ...data.automatic];
  return new Map(all.map(({ fase_id, days_to_clear }) => [fase_id, days_to_clear]));
}

interface ColumnProps {
  readonly column: MapColumn;
  readonly prepared: Prepared;
  readonly search: BoatSearch;
  readonly daysToClear: number | null;
  /** Place of its first card among all. */
  readonly start: number;
  readonly tabIndexOf: (n: number) => number;
  readonly take: (n: number) => void;
}

function Column({ column, prepared, search, daysToClear, start, tabIndexOf, take }: ColumnProps) {
  const { words, format } = useLanguage();
  const w = usePageWords(mapWords);
  const zombieDays = useZombieDays();
  const { phase, boats, zombies, standingDaysMedian } = column;
  const fase = phase === null ? undefined : String(phase.fase_id);
  const list = { ...search, vista: undefined, fase };
  const isProcess = phase?.is_automatic === true;
  return (
    <section className="map-column" data-phase={phase?.fase_id ?? ''} data-process={isProcess}>
      <h2>
        {fase === undefined ? (
          w.unknownPhase
        ) : (
          <Link to="/barcos" search={{ ...list, estado: 'OPEN' }} activeProps={{}}>
            {phase?.fase_nome ?? w.unknownPhase}
          </Link>
        )}
      </h2>
      <p className="map-load">
        <strong>{format.number(boats.length)}</strong> {words.boats(boats.length)}
      </p>
      <p className="map-facts">
        {isProcess ? <span>{w.process}</span> : null}
        {standingDaysMedian === null ? null : <span>{w.median(format.days(standingDaysMedian))}</span>}
        {isProcess || daysToClear === null ? null : <span>{w.clear(format.number(daysToClear, 1))}</span>}
      </p>
      <ol>
        {boats.slice(0, mostCards).map((n, place) => (
          <li key={prepared.data.columns.of_id[n]}>
            <MapCard
              prepared={prepared}
              n={n}
              stop={start + place}
              tabIndex={tabIndexOf(start + place)}
              onFocus={() => take(start + place)}
            />
          </li>
        ))}
      </ol>
      {boats.length > mostCards && fase !== undefined ? (
        <Link to="/barcos" search={{ ...list, estado: 'OPEN' }} activeProps={{}} className="map-more">
          {w.more(format.number(boats.length - mostCards))}
        </Link>
      ) : null}
      {zombies.length === 0 ? null : (
        <details className="map-zombies">
          <summary>{w.zombies(format.number(zombies.length), zombieDays)}</summary>
          <Link to="/barcos" search={{ ...list, estado: 'ZOMBIE' }} activeProps={{}}>
            {w.seeAll}
          </Link>
        </details>
      )}
    </section>
  );
}
