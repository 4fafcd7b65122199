import { useLayoutEffect, useRef, useState } from 'react';
import { usePrinting } from './use-printing.ts';

/** Of A4 on its side, without margins of 12 mm, at 96 pixels an inch. */
const paperPx = 1031;

/** The width at which something is really drawn, in pixels: a drawing that is scaled has text of any size. */
export function useWidth<E extends HTMLElement>() {
  const ref = useRef<E>(null);
  const [{ widthPx, restPx }, setWidth] = useState({ widthPx: 0, restPx: 0 });
  const printing = usePrinting();
  useLayoutEffect(() => {
    const drawn = ref.current;
    if (drawn === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry!.contentRect.width);
      setWidth({ widthPx: width, restPx: restOf(drawn, width) });
    });
    observer.observe(drawn);
    return () => observer.disconnect();
  }, []);
  // Nothing is laid out for the paper before it is too late to draw: what stands beside the drawing is as wide there.
  return [ref, printing ? Math.min(widthPx, paperPx - restPx) : widthPx] as const;
}

/** What of the page's width the drawing does not have. */
function restOf(drawn: HTMLElement, widthPx: number): number {
  const panel = drawn.closest('.panel');
  return panel === null ? 0 : Math.max(0, panel.clientWidth - widthPx);
}
