import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import type { DueCode } from '../../api/codes.ts';
import { useFactory } from '../../api/factory.ts';
import type { BoatSearch } from '../../boat-search.ts';
import { Choice } from '../../parts/choice.tsx';
import { FilterChip } from '../../parts/filter-chip.tsx';
import { Icon } from '../../parts/icon.tsx';
import { lineKeys } from '../../quality-search.ts';
import { useLanguage } from '../../words/language.tsx';
import { LineChips } from './line-chips.tsx';
import type { BoatColumns } from './select.ts';

interface FiltersProps {
  readonly search: BoatSearch;
  readonly data: BoatColumns;
}

/** Everything typed or chosen goes into the address; the list reads it from there alone. */
export function Filters({ search, data }: FiltersProps) {
  const { words, format, language } = useLanguage();
  const factory = useFactory(language);
  const change = useChange();
  const w = words.boatsPage;
  const dues: readonly DueCode[] = data.due_statuses;
  const isFiltered = Object.entries(search).some(
    ([name, value]) => value !== undefined && !['estado', 'ordem', 'vista'].includes(name),
  );
  return (
    <form className="boats-filters" onSubmit={(event) => event.preventDefault()}>
      <Search text={search.texto ?? ''} change={(texto) => change({ texto }, { replace: true })} />
      <Choice
        label={w.family}
        value={search.familia}
        change={(familia) => change({ familia })}
        any={w.anyFamily}
      >
        {factory.facts?.families.map(({ code }) => (
          <option key={code} value={code}>
            {factory.family(code)}
          </option>
        ))}
      </Choice>
      <Choice label={w.phase} value={search.fase} change={(fase) => change({ fase })} any={w.anyPhase}>
        {data.phases.map(({ fase_id, fase_nome }) => (
          <option key={fase_id} value={fase_id}>
            {fase_nome ?? `${w.unknownPhase} (${fase_id})`}
          </option>
        ))}
      </Choice>
      <Choice label={w.due} value={search.prazo} change={(prazo) => change({ prazo })} any={w.anyDue}>
        <option value="RISK">{w.endangered}</option>
        {dues.map((code) => (
          <option key={code} value={code}>
            {factory.dueStatus(code)}
          </option>
        ))}
      </Choice>
      {(['expedicao', 'acabados'] as const).map((name) =>
        search[name] === undefined ? null : (
          <FilterChip
            key={name}
            label={name === 'expedicao' ? w.dueDay : words.boat.finishedOn}
            value={format.day(search[name], { weekday: true })}
            clear={() => change({ [name]: undefined })}
          />
        ),
      )}
      <LineChips search={search} data={data} change={change} />
      {isFiltered ? (
        <button type="button" className="button" onClick={() => change(cleared)}>
          {w.clear}
        </button>
      ) : null}
    </form>
  );
}

const cleared: Partial<BoatSearch> = Object.fromEntries(
  ['texto', 'familia', 'produto', 'fase', 'prazo', 'expedicao', 'acabados', ...lineKeys].map((name) => [
    name,
    undefined,
  ]),
);

function useChange() {
  const navigate = useNavigate({ from: '/barcos' });
  return (next: Partial<BoatSearch>, { replace = false } = {}): void =>
    void navigate({
      search: (now) => ({ ...now, ...next }),
      replace,
      resetScroll: false,
    });
}

/** What is being typed is the box's own until the address has it; an address that changes otherwise is taken over. */
function Search({ text, change }: { readonly text: string; readonly change: (text?: string) => void }) {
  const { words } = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  return (
    <div className="field boats-search">
      <label htmlFor={id}>{words.boatsPage.search}</label>
      <span className="boats-search-box">
        <Icon name="search" />
        <input
          id={id}
          type="search"
          value={typed}
          placeholder={words.boatsPage.searchHint}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            setTyped(target.value);
            change(target.value === '' ? undefined : target.value);
          }}
        />
      </span>
    </div>
  );
}
