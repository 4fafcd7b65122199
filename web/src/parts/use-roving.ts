import { type KeyboardEvent, useState } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Of many marks the Tab key stops at one; arrows, Home and End move the stop and the focus. Marks bear `data-stop`
 * with their place, and the tabIndex that `tabIndexOf` gives.
 */
export function useRoving(count: number, first: number) {
  const [wanted, setWanted] = useState(first);
  const stop = Math.max(0, Math.min(wanted, count - 1));
  const onKeyDown = (event: KeyboardEvent<Element>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = { Home: 0, End: count - 1 }[event.key] ?? stop + (steps[event.key] ?? 0);
    const place = Math.max(0, Math.min(next, count - 1));
    if (place === stop) return;
    event.preventDefault();
    setWanted(place);
    event.currentTarget.querySelector<SVGElement | HTMLElement>(`[data-stop="${place}"]`)?.focus();
  };
  return { tabIndexOf: (n: number) => (n === stop ? 0 : -1), onKeyDown, take: setWanted };
}
