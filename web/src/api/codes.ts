// Generated from src/contract/factory by "npm run generate"; do not edit.
export const orderStates = ['CREATED', 'IN_PROGRESS', 'AWAITING_SHIPPING', 'DONE', 'SCRAPPED'] as const;
export type StateCode = (typeof orderStates)[number];

/** Of an order that is still to be delivered. */
export const openStates = ['CREATED', 'IN_PROGRESS', 'AWAITING_SHIPPING'] as const;

export const dueStatuses = ['NO_DUE', 'ON_TRACK', 'AT_RISK', 'LATE'] as const;
export type DueCode = (typeof dueStatuses)[number];

/** Late, or likely to be. */
export const endangeredStatuses = ['AT_RISK', 'LATE'] as const;

export const families = ['K1', 'K2', 'K4', 'C1', 'C2', 'C4', 'other', '?'] as const;
export type FamilyCode = (typeof families)[number];

export const lineClasses = ['BOAT_DEFECT', 'MOULD', 'PASSED', 'UNKNOWN'] as const;
export type LineClass = (typeof lineClasses)[number];

/** Phase of the last inspection. */
export const finalControl = 8;

/** How far back the forecast looks; of an order that is older it knows nothing. */
export const yearDays = 365;
