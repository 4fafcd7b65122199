import { useEffect } from 'react';

/** The browser's tab says which page it is. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Prodplan`;
  }, [title]);
}
