import type { Language } from '../../platform/errors/kinds.js';
import type { ExportTable, Origin } from './table.js';

const words = {
  pt: { question: 'O que se pergunta', address: 'Endereço', filter: 'Filtro' },
  en: { question: 'What is asked', address: 'Address', filter: 'Filter' },
} as const;

/** Where the rows came from, line by line: the question, the filters, the run and what the answer rests on. */
export function originOf({ origin }: ExportTable, language: Language = 'pt'): string[][] {
  const w = words[language];
  return [
    [w.question, origin.title],
    [w.address, addressOf(origin)],
    ...filtersOf(origin).map(([name, value]) => [`${w.filter} ${name}`, value]),
    ...origin.facts.map(([name, value]) => [capital(name), value]),
  ];
}

/** The call that gives the same again, without the server in front. */
export function addressOf(origin: Origin): string {
  const inPath = (name: string): boolean => origin.path.includes(`{${name}}`);
  const query = new URLSearchParams(filtersOf(origin).filter(([name]) => !inPath(name)));
  const path = filtersOf(origin).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, value),
    origin.path,
  );
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

export function filtersOf({ filters }: Origin): [string, string][] {
  return Object.entries(filters)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => [name, String(value)]);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
