import { zombieDays } from './states.js';

/** From when on a changed setting counts: in every answer from then on, or in what the next run measures. */
export const settingMoments = ['AT_ONCE', 'NEXT_RUN', 'RESTART'] as const;
export type SettingMoment = (typeof settingMoments)[number];

interface Setting {
  /** What counts where nobody decided otherwise; null: nothing, for the file cannot know it. */
  readonly usual: number | null;
  readonly lowest: number;
  readonly highest: number;
}

/**
 * What an operator may decide for everybody, and how far. Thresholds of gates are settings too: theirs stand where the
 * gates are declared (`src/evidence/gates`).
 */
export const factorySettings = {
  // Below a month every boat would be one; the number also tells apart what the history of figures counted by it.
  zombie_days: { usual: zombieDays, lowest: 30, highest: 3650 },
  /** How many boats a truck takes. No column of the file says it. */
  truck_boats: { usual: null, lowest: 1, highest: 1000 },
} as const satisfies Readonly<Record<string, Setting>>;

export type FactorySetting = keyof typeof factorySettings;
export const factorySettingNames = Object.keys(factorySettings) as FactorySetting[];

/** SQL: what a setting is now. The last word counts; one that was taken back leaves what is usual. */
export function settingSql(name: FactorySetting): string {
  const { usual } = factorySettings[name];
  const decided = `(SELECT c.value FROM setting_change c WHERE c.name = '${name}' ORDER BY c.change_id DESC LIMIT 1)::int`;
  return `coalesce(${decided}, ${usual})`;
}
