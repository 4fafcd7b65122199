import { textOf } from './quality-search.ts';

/** What the page of flow shows, as it stands in its address. */
export interface FlowSearch {
  readonly de?: string | undefined;
  readonly ate?: string | undefined;
  readonly familia?: string | undefined;
  /** Which of the deeper questions is shown. */
  readonly ver?: FlowView | undefined;
}

const flowViews = ['acumulado', 'retrabalho', 'rota', 'correcoes'] as const;
export type FlowView = (typeof flowViews)[number];

/** Every key is given back, the bad ones undefined. */
export function readFlowSearch(raw: Readonly<Record<string, unknown>>): FlowSearch {
  const day = /^\d{4}-\d\d-\d\d$/;
  return {
    de: textOf(raw, 'de', day),
    ate: textOf(raw, 'ate', day),
    familia: textOf(raw, 'familia', /^[\w?]{1,10}$/),
    ver: flowViews.find((one) => one === raw.ver),
  };
}

/** What the page of shipments shows: of which family, or of all. */
export interface ShipmentsSearch {
  readonly familia?: string | undefined;
}

export function readShipmentsSearch(raw: Readonly<Record<string, unknown>>): ShipmentsSearch {
  return { familia: readFlowSearch(raw).familia };
}
