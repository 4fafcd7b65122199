import type { FamilyCode } from '../../api/codes.ts';
import type { FlowSearch } from '../../flow-search.ts';

export function periodOf({ de, ate }: FlowSearch) {
  return { ...(de === undefined ? {} : { from: de }), ...(ate === undefined ? {} : { to: ate }) };
}

export function familyOf({ familia }: FlowSearch) {
  return familia === undefined ? {} : { familia: familia as FamilyCode };
}
