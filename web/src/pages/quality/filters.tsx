import { useNavigate } from '@tanstack/react-router';
import { useFactory } from '../../api/factory.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Choice } from '../../parts/choice.tsx';
import { FilterChip } from '../../parts/filter-chip.tsx';
import { PeriodChoice } from '../../parts/period-choice.tsx';
import type { QualitySearch } from '../../quality-search.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import type { Window } from './asked.ts';
import { useTextOf } from './texts.ts';
import { catalogue } from './words.ts';

interface FiltersProps {
  readonly search: QualitySearch;
  readonly window: Window | undefined;
}

export function Filters({ search, window }: FiltersProps) {
  const { words, language } = useLanguage();
  const w = usePageWords(catalogue);
  const factory = useFactory(language);
  const phases = useCulprits();
  const text = useTextOf(search.defeito);
  const navigate = useNavigate({ from: '/qualidade' });
  const change = (next: Partial<QualitySearch>): void =>
    void navigate({ search: (now) => ({ ...now, ...next }), resetScroll: false });
  const isFiltered = [...lineFilters, 'familia' as const].some((name) => search[name] !== undefined);
  return (
    <form className="filters" aria-label={w.filters} onSubmit={(event) => event.preventDefault()}>
      <PeriodChoice search={search} window={window} change={change} />
      <Choice
        label={w.family}
        value={search.familia}
        any={w.anyFamily}
        change={(familia) => change({ familia })}
      >
        {factory.facts?.families.map(({ code }) => (
          <option key={code} value={code}>
            {factory.family(code)}
          </option>
        ))}
      </Choice>
      <Choice
        label={w.severity}
        value={search.gravidade}
        any={w.anySeverity}
        change={(gravidade) => change({ gravidade })}
      >
        {factory.facts?.severities.map(({ code }) => (
          <option key={code} value={code}>
            {factory.severity(code)}
          </option>
        ))}
      </Choice>
      <Choice
        label={w.lineClass}
        value={search.classe}
        any={w.anyClass}
        change={(classe) => change({ classe })}
      >
        {factory.facts?.line_classes.map((one) => (
          <option key={one.code} value={one.code}>
            {one[language]}
          </option>
        ))}
      </Choice>
      <Choice
        label={w.culprit}
        value={search.culpada}
        any={w.anyCulprit}
        change={(culpada) => change({ culpada })}
      >
        {phases.map(({ id, label }) => (
          <option key={id} value={id}>
            {label ?? `${w.noPhase} (${id})`}
          </option>
        ))}
      </Choice>
      {search.encontra === undefined ? null : (
        <FilterChip
          label={w.detecting}
          value={phases.find(({ id }) => id === search.encontra)?.label ?? search.encontra}
          clear={() => change({ encontra: undefined })}
        />
      )}
      {search.defeito === undefined ? null : (
        <FilterChip label={w.defect} value={text} clear={() => change({ defeito: undefined })} />
      )}
      {isFiltered ? (
        <button type="button" className="button" onClick={() => change(cleared)}>
          {words.boatsPage.clear}
        </button>
      ) : null}
    </form>
  );
}

const lineFilters = ['culpada', 'encontra', 'gravidade', 'classe', 'defeito'] as const;
const cleared: Partial<QualitySearch> = Object.fromEntries(
  [...lineFilters, 'familia'].map((name) => [name, undefined]),
);

/** Phases that were ever blamed or that find, by how much was: the few that matter stand first. */
export function useCulprits(): { readonly id: string; readonly label: string | null }[] {
  const ever = { from: '2000-01-01' };
  const blamed = useAnswer('/api/quality/pareto', { query: { ...ever, by: 'fase_culpada', limit: 100 } });
  const found = useAnswer('/api/quality/heatmap', { query: ever });
  const phases = new Map<string, string | null>();
  for (const { id, label } of blamed.data?.data ?? []) if (id !== null) phases.set(id, label);
  for (const { detecting_fase_id: id, detecting_fase_nome: name } of found.data?.data ?? [])
    if (id !== null && !phases.has(String(id))) phases.set(String(id), name);
  return [...phases].map(([id, label]) => ({ id, label }));
}
