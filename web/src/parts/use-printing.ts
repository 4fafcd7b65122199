import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * Whether the page is being put on paper. The browser counts the pages of what stands there when it has told of it: all
 * must be there at once. The change of the medium comes later, and only some ways of printing tell beforehand.
 */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const print = matchMedia('print');
    const set = (next: boolean) => () => flushSync(() => setPrinting(next));
    const [begin, end] = [set(true), set(false)];
    const change = (): void => (print.matches ? begin() : end());
    print.addEventListener('change', change);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      print.removeEventListener('change', change);
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
