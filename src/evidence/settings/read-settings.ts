import type { ClientBase } from 'pg';
import { declaredSettings, thresholdSetting } from './declared.js';

type Queryable = Pick<ClientBase, 'query'>;

/** One change, as it was made. */
export interface SettingChange {
  readonly change_id: number;
  readonly name: string;
  /** Null: taken back. */
  readonly value: number | null;
  readonly decided_by: string;
  /** UTC */
  readonly decided_at: string;
}

/** What a setting is now, and who decided it when; nobody, where it is what is usual. */
export interface SettingValue {
  readonly value: number | null;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
}

export type SettingValues = ReadonlyMap<string, SettingValue>;

const utc = (moment: string): string => `to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const columns = `change_id, name, value::float8 AS value, decided_by, ${utc('decided_at')} AS decided_at`;

/** Every declared setting, as it is now, and `decided_texts`: how many texts of error lines have a class that somebody decided. */
export async function readRules(client: Queryable): Promise<SettingValues> {
  const { rows } = await client.query<SettingValue>(
    `SELECT count(*)::int AS value, ${utc('max(decided_at)')} AS decided_at, NULL AS decided_by
     FROM (SELECT DISTINCT ON (key) class, decided_at FROM error_text_class ORDER BY key, classification_id DESC) d
     WHERE class IS NOT NULL`,
  );
  return new Map([...(await readSettings(client)), ['decided_texts', rows[0]!]]);
}

/** Every declared setting, as it is now. */
export async function readSettings(client: Queryable): Promise<SettingValues> {
  const { rows } = await client.query<SettingChange>(
    `SELECT DISTINCT ON (name) ${columns} FROM setting_change ORDER BY name, change_id DESC`,
  );
  const last = new Map(rows.map((one) => [one.name, one]));
  return new Map(
    declaredSettings.map(({ name, usual }) => {
      const change = last.get(name);
      const decided = change !== undefined && change.value !== null;
      const now: SettingValue = decided
        ? { value: change.value, decided_by: change.decided_by, decided_at: change.decided_at }
        : { value: usual, decided_by: null, decided_at: null };
      return [name, now];
    }),
  );
}

/** The latest changes first. */
export async function readSettingChanges(client: Queryable, rows: number): Promise<SettingChange[]> {
  const found = await client.query<SettingChange>(
    `SELECT ${columns} FROM setting_change ORDER BY setting_change.change_id DESC LIMIT $1`,
    [rows],
  );
  return found.rows;
}

/** Thresholds of gates that somebody decided; those that the environment fixes stand above them. */
export async function thresholdsNow(
  client: Queryable,
  fixed: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const settings = await readSettings(client);
  const decided = declaredSettings.flatMap(({ gate }): [string, number][] => {
    const now = gate === null ? undefined : settings.get(thresholdSetting(gate));
    return now?.decided_at == null ? [] : [[gate!, now.value!]];
  });
  return new Map([...decided, ...fixed]);
}
