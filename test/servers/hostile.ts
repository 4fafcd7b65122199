/** What administrators set on databases and roles for other programs. None may change what ours does. */
export const hostileSettings = {
  default_transaction_isolation: 'serializable',
  default_transaction_deferrable: 'on',
  search_path: 'alheio, pg_catalog, public',
  statement_timeout: '1s',
  lock_timeout: '1ms',
  idle_in_transaction_session_timeout: '20ms',
  idle_session_timeout: '300ms',
  datestyle: 'SQL, DMY',
  intervalstyle: 'sql_standard',
  timezone: 'Asia/Kathmandu',
  timezone_abbreviations: 'India',
  extra_float_digits: '-15',
  bytea_output: 'escape',
  lc_numeric: 'POSIX',
  lc_monetary: 'POSIX',
  lc_time: 'POSIX',
  array_nulls: 'off',
  transform_null_equals: 'on',
  standard_conforming_strings: 'off',
  backslash_quote: 'on',
  quote_all_identifiers: 'on',
  row_security: 'on',
  client_min_messages: 'debug1',
  exit_on_error: 'on',
  default_tablespace: 'pg_default',
  jit: 'on',
  plan_cache_mode: 'force_generic_plan',
} as const;

/** Tables and functions of our names that stand before ours on the search path that the database asks for. */
export const strangers = `
  CREATE SCHEMA alheio;
  CREATE TABLE alheio.modelos (qualquer text);
  CREATE TABLE alheio.ordens_fabrico (of_id text);
  CREATE TABLE alheio.publication (run_id text);
  CREATE TABLE alheio.ingestion_runs (run_id text);
  CREATE FUNCTION alheio.current_setting(text, boolean) RETURNS text LANGUAGE sql AS $$ SELECT 'nada' $$;
  CREATE FUNCTION alheio.count(anyelement) RETURNS bigint LANGUAGE sql AS $$ SELECT 7::bigint $$`;

export type HostileSetting = keyof typeof hostileSettings;

/** ALTER DATABASE or ALTER ROLE statements that set these. */
export function alter(what: string, names: readonly HostileSetting[]): string[] {
  return names.map((name) => `ALTER ${what} SET ${name} = ${list(name)}`);
}

/** A list is one value a word. */
function list(name: HostileSetting): string {
  return hostileSettings[name]
    .split(', ')
    .map((value) => `'${value}'`)
    .join(', ');
}
