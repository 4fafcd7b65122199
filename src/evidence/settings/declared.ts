import {
  type FactorySetting,
  factorySettingNames,
  factorySettings,
  type SettingMoment,
} from '../../contract/factory/index.js';
import { gates } from '../gates/declared.js';

/** A setting of everybody, as it is declared. */
export interface SettingDeclaration {
  readonly name: string;
  readonly usual: number | null;
  readonly lowest: number;
  readonly highest: number;
  /** A whole number, or a share of 1. */
  readonly kind: 'whole' | 'share';
  readonly counts: SettingMoment;
  /** The gate whose threshold it is. */
  readonly gate: string | null;
}

const prefix = 'gate_';

/** The setting that is the threshold of a gate. */
export function thresholdSetting(gate: string): string {
  return prefix + gate;
}

/** All that may be changed while the program runs. What gates measured stands with the run: a threshold counts from the next one. */
export const declaredSettings: readonly SettingDeclaration[] = [
  ...factorySettingNames.map((name: FactorySetting) => ({
    name,
    ...factorySettings[name],
    kind: 'whole' as const,
    counts: 'AT_ONCE' as const,
    gate: null,
  })),
  ...gates.flatMap(({ gate, threshold }) =>
    threshold === null
      ? []
      : [
          {
            name: thresholdSetting(gate),
            usual: threshold,
            lowest: 0,
            highest: 1,
            kind: 'share' as const,
            counts: 'NEXT_RUN' as const,
            gate,
          },
        ],
  ),
];
