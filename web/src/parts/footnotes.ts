import { useEffect, useId } from 'react';
import type { Carried } from './carried.ts';

/** What a mark on the page stands for. */
export interface Footnote {
  readonly title: string;
  readonly answer: Carried;
}

const footnotes = new Map<string, Footnote>();

/** A mark has its evidence behind a press of a button; on paper it stands at the end. Gives what the mark bears as `data-footnote`. */
export function useFootnote({ title, answer }: Footnote): string {
  const id = useId();
  useEffect(() => {
    footnotes.set(id, { title, answer });
    return () => void footnotes.delete(id);
  }, [id, title, answer]);
  return id;
}

/** In the order in which the marks stand on the page. */
export function footnotesOf(page: ParentNode): readonly Footnote[] {
  return [...page.querySelectorAll<HTMLElement>('[data-footnote]')].flatMap((mark) => {
    const found = footnotes.get(mark.dataset.footnote ?? '');
    return found === undefined ? [] : [found];
  });
}
