import type { FlowSearch } from '../../flow-search.ts';

type Family = 'K1' | 'K2' | 'K4' | 'C1' | 'C2' | 'C4' | 'other';

export function periodOf({ de, ate }: FlowSearch) {
  return { ...(de === undefined ? {} : { from: de }), ...(ate === undefined ? {} : { to: ate }) };
}

export function familyOf({ familia }: FlowSearch) {
  return familia === undefined ? {} : { familia: familia as Family };
}
