import './shipment-bar.css';

/** Of the boats planned for a day: those ready, those expected by it, and those that are not. */
export interface ShipmentCounts {
  readonly orders: number;
  readonly awaiting_shipping: number;
  readonly ready_by_p50: number;
  readonly ready_by_p80: number;
}

export const shipmentParts = ['ready', 'likely', 'even', 'unlikely'] as const;
export type ShipmentPart = (typeof shipmentParts)[number];

/** Each boat in one part: ready; finished by then in four cases of five; in one of two; in fewer. */
export function partsOf(day: ShipmentCounts): Readonly<Record<ShipmentPart, number>> {
  return {
    ready: day.awaiting_shipping,
    likely: day.ready_by_p80 - day.awaiting_shipping,
    even: day.ready_by_p50 - day.ready_by_p80,
    unlikely: day.orders - day.ready_by_p50,
  };
}

/** The numbers beside it once more, for the eye. */
export function ShipmentBar({ day, most }: { readonly day: ShipmentCounts; readonly most: number }) {
  const parts = partsOf(day);
  return (
    <span className="shipment-bar" style={{ width: `${(100 * day.orders) / most}%` }}>
      {shipmentParts
        .filter((part) => parts[part] > 0)
        .map((part) => (
          <span key={part} data-part={part} style={{ flexGrow: parts[part] }} />
        ))}
    </span>
  );
}
