import type pg from 'pg';
import {
  declaredSettings,
  raiseDataVersion,
  readSettings,
  type SettingDeclaration,
  type SettingValue,
} from '../evidence/index.js';
import { settingFailure } from '../platform/errors/setting.js';
import { readPublishedState } from './published-state.js';
import { openSession, takeSlot } from './slot.js';
import type { MaintenanceOptions } from './types.js';

/** The one variable of the environment that fixes a setting which could be changed here. */
export const thresholdsVariable = 'PRODPLAN_GATE_THRESHOLDS';

export interface Change {
  readonly name: string;
  /** Null: taken back; what is usual counts again. */
  readonly value: number | null;
  readonly by: string;
  /** Thresholds that the environment fixes: those are not changed here. */
  readonly fixed: ReadonlyMap<string, number>;
}

export interface Changed {
  readonly setting: SettingDeclaration;
  readonly before: SettingValue;
  readonly after: SettingValue;
  /** Null where no answer changes by it before the next run. */
  readonly data_version: number | null;
}

/**
 * Decides a setting for everybody, and keeps who did and when. What counts at once does so under a new version of the data, so that
 * no page mixes both. Throws `NO_SUCH_SETTING`, `SETTING_OUT_OF_RANGE`, `SETTING_FIXED`, and `SETTING_BUSY` where the
 * signal comes before its turn.
 */
export async function changeSetting(options: MaintenanceOptions, change: Change): Promise<Changed> {
  const setting = mayBe(change);
  const session = await openSession(options, 'change_setting');
  try {
    const slot = await takeSlot(options, session, () => decide(session, setting, change));
    if (!slot.done) throw settingFailure('SETTING_BUSY');
    return slot.value;
  } finally {
    await session.end().catch(() => {});
  }
}

function mayBe({ name, value, fixed }: Change): SettingDeclaration {
  const setting = declaredSettings.find((one) => one.name === name);
  if (setting === undefined)
    throw settingFailure('NO_SUCH_SETTING', { name, known: declaredSettings.map((one) => one.name) });
  if (setting.gate !== null && fixed.has(setting.gate))
    throw settingFailure('SETTING_FIXED', { name, variable: thresholdsVariable });
  const { lowest, highest, kind } = setting;
  const fits =
    value === null || (value >= lowest && value <= highest && (kind === 'share' || Number.isInteger(value)));
  if (!fits) throw settingFailure('SETTING_OUT_OF_RANGE', { name, lowest, highest, kind });
  return setting;
}

async function decide(
  session: pg.Client,
  setting: SettingDeclaration,
  { name, value, by }: Change,
): Promise<Changed> {
  const before = (await readSettings(session)).get(name)!;
  await session.query('INSERT INTO setting_change (name, value, decided_by) VALUES ($1, $2, $3)', [
    name,
    value,
    by,
  ]);
  const after = (await readSettings(session)).get(name)!;
  // A setting that is decided anew as it was is on record, and changes no answer but the evidence's moment.
  const isServed = setting.counts === 'AT_ONCE' && (await readPublishedState(session)) !== null;
  return {
    setting,
    before,
    after,
    data_version: isServed ? await raiseDataVersion(session) : null,
  };
}
