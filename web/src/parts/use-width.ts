import { useLayoutEffect, useRef, useState } from 'react';

/** The width at which something is really drawn, in pixels: a drawing that is scaled has text of any size. */
export function useWidth<E extends HTMLElement>() {
  const ref = useRef<E>(null);
  const [widthPx, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (ref.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, widthPx] as const;
}
