import { useFactory } from '../../api/factory.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { BoatSearch } from '../../boat-search.ts';
import { FilterChip } from '../../parts/filter-chip.tsx';
import { useLanguage } from '../../words/language.tsx';
import type { BoatColumns } from './select.ts';

interface LineChipsProps {
  readonly search: BoatSearch;
  readonly data: BoatColumns;
  readonly change: (next: Partial<BoatSearch>) => void;
}

/** What a click on another page has filtered by: a model, and what tells error lines apart. */
export function LineChips({ search, data, change }: LineChipsProps) {
  const { words, format, language } = useLanguage();
  const w = words.boatsPage;
  const factory = useFactory(language);
  const text = useTextOf(search.defeito);
  const names = usePhaseNames(data);
  const phase = (id: string): string => names.get(id) ?? `${w.unknownPhase} (${id})`;
  const model = (id: string): string =>
    data.products.find(({ produto_id }) => String(produto_id) === id)?.produto_nome ?? w.unknownModel;
  const { de, ate } = search;
  const period =
    de === undefined && ate === undefined
      ? undefined
      : w.inspectedText(de === undefined ? '…' : format.day(de), ate === undefined ? '…' : format.day(ate));
  const chips = [
    ['produto', words.boat.model, search.produto && model(search.produto)],
    ['de', w.inspected, period],
    ['culpada', w.culprit, search.culpada && phase(search.culpada)],
    ['encontra', w.detecting, search.encontra && phase(search.encontra)],
    ['gravidade', w.severity, search.gravidade && factory.severity(search.gravidade)],
    ['classe', w.lineClass, search.classe && factory.lineClass(search.classe)],
    ['defeito', w.defect, search.defeito && text],
  ] as const;
  return chips.map(([name, label, value]) =>
    value === undefined ? null : (
      <FilterChip
        key={name}
        label={label}
        value={value}
        clear={() => change(name === 'de' ? { de: undefined, ate: undefined } : { [name]: undefined })}
      />
    ),
  );
}

function useTextOf(id: string | undefined): string {
  const query = { from: '2000-01-01', limit: 1000 };
  const { data } = useAnswer('/api/quality/defect-texts', { query }, { enabled: id !== undefined });
  return data?.data?.find(({ descricao_id }) => String(descricao_id) === id)?.text ?? id ?? '';
}

/**
 * The list of boats names only phases at which boats stand. The name of a phase that is only a culprit comes from the
 * answer about culprits.
 */
function usePhaseNames({ phases }: BoatColumns): ReadonlyMap<string, string | null> {
  const { data } = useAnswer('/api/quality/heatmap', { query: { from: '2000-01-01' } });
  return new Map([
    ...(data?.data ?? []).flatMap((one) => [
      [String(one.culprit_fase_id), one.culprit_fase_nome] as const,
      [String(one.detecting_fase_id), one.detecting_fase_nome] as const,
    ]),
    ...phases.map(({ fase_id, fase_nome }) => [String(fase_id), fase_nome] as const),
  ]);
}
