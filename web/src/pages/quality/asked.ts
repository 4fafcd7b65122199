import type { FamilyCode } from '../../api/codes.ts';
import type { BoatSearch } from '../../boat-search.ts';
import { lineKeys, lineQuery, type QualitySearch } from '../../quality-search.ts';

export interface Window {
  readonly from: string;
  readonly to: string;
}

/** What the questions about boats are asked with: period, family, culprit phase. */
export function boatQuery(search: QualitySearch) {
  const { from, to, fase_id } = lineQuery(search) as { from?: string; to?: string; fase_id?: number };
  return { ...period({ from, to }), ...family(search), ...(fase_id === undefined ? {} : { fase_id }) };
}

/** What the questions about lines are asked with. */
export function linesQuery(search: QualitySearch) {
  return { ...lineQuery(search), ...family(search) };
}

function period({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function family({ familia }: QualitySearch) {
  return familia === undefined ? {} : { familia: familia as FamilyCode };
}

/** The list of boats behind what the page shows, in the period that it shows. */
export function boatsOf(search: QualitySearch, window: Window): BoatSearch {
  const lines = Object.fromEntries(lineKeys.map((key) => [key, search[key]]));
  return { ...lines, familia: search.familia, de: window.from, ate: window.to };
}
