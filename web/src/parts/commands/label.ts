import { useFactory } from '../../api/factory.ts';
import type { BoatSearch } from '../../boat-search.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import type { Suggestion } from './parse.ts';
import { commandWords } from './words.ts';

/** A place in the words of the page. */
export function useLabel(): (one: Suggestion) => string {
  const { words, format, language } = useLanguage();
  const w = usePageWords(commandWords);
  const factory = useFactory(language);
  const boats = ({ familia, estado, prazo }: BoatSearch): string => {
    const state = prazo === undefined ? w.states[estado as keyof typeof w.states] : undefined;
    const due = w.dues[prazo as keyof typeof w.dues];
    return [familia && factory.family(familia), state, due].filter(Boolean).join(', ');
  };
  return (one) => {
    if (one.kind === 'boat') return w.boat(one.of);
    if (one.kind === 'shipment') return w.shipment(format.day(one.day, { weekday: true }));
    if (one.kind === 'phase') return w.phase(one.name);
    if (one.kind === 'text') return w.text(one.text);
    if (one.kind === 'boats') return w.boats(boats(one.search));
    const family = one.familia === undefined ? '' : ` ${factory.family(one.familia)}`;
    return words.nav[one.page] + family;
  };
}
