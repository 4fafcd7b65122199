import { textOf } from './quality-search.ts';

/** What the page of data shows beside the published run: the job that it follows. */
export interface DataSearch {
  readonly tarefa?: string | undefined;
}

export function readDataSearch(raw: Readonly<Record<string, unknown>>): DataSearch {
  return { tarefa: textOf(raw, 'tarefa', /^[a-z]+-[\w:.-]{1,150}$/) };
}
