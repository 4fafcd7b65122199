/**
 * What servers, databases and roles may be told by others. Each is `[name, values]`; with any of them everything must
 * work, and give the same data.
 */
export const harmless = [
  ['default_transaction_isolation', ['serializable', 'repeatable read', 'read uncommitted']],
  ['default_transaction_deferrable', ['on']],
  ['search_path', ['estranho, public', 'estranho', '"$user"', '']],
  ['extra_float_digits', ['0', '-15', '3']],
  ['array_nulls', ['off']],
  ['datestyle', ['German, DMY', 'SQL, MDY', 'Postgres, YMD']],
  ['intervalstyle', ['iso_8601', 'sql_standard', 'postgres_verbose']],
  ['timezone', ['Pacific/Kiritimati', 'America/New_York', 'Europe/Lisbon']],
  ['bytea_output', ['escape']],
  ['standard_conforming_strings', ['off']],
  ['backslash_quote', ['on']],
  ['transform_null_equals', ['on']],
  ['quote_all_identifiers', ['on']],
  ['row_security', ['off']],
  ['xmloption', ['document']],
  ['client_min_messages', ['error', 'debug5']],
  ['client_encoding', ['LATIN1', 'WIN1252', 'SQL_ASCII']],
  ['jit', ['on']],
  ['work_mem', ['64kB']],
  ['temp_buffers', ['800kB']],
  ['enable_hashjoin', ['off']],
  ['enable_mergejoin', ['off']],
  ['enable_seqscan', ['off']],
  ['enable_partition_pruning', ['off']],
  ['join_collapse_limit', ['1']],
  ['plan_cache_mode', ['force_generic_plan', 'force_custom_plan']],
  ['constraint_exclusion', ['off']],
  ['max_parallel_workers_per_gather', ['0', '8']],
  ['debug_parallel_query', ['on', 'regress']],
  ['synchronous_commit', ['off', 'remote_apply']],
  ['default_toast_compression', ['pglz']],
  ['gin_fuzzy_search_limit', ['1']],
  ['check_function_bodies', ['off']],
  ['escape_string_warning', ['off']],
  ['synchronize_seqscans', ['off']],
  ['geqo_threshold', ['2']],
  ['statement_timeout', ['10min']],
  ['idle_in_transaction_session_timeout', ['10min']],
];

/** With these a refusal is as good as the work: it must only come in time, with its code. */
export const harsh = [
  ['default_transaction_read_only', ['on']],
  ['statement_timeout', ['1ms', '200ms']],
  ['lock_timeout', ['1ms']],
  ['idle_in_transaction_session_timeout', ['1ms', '50ms']],
  ['idle_session_timeout', ['1ms', '100ms']],
  ['temp_file_limit', ['0']],
];

/** Not known to every version. */
const since = { debug_parallel_query: 16 };

/** [[name, value]] for a server of this version. */
export function drawSettings(chances, { version, harshness }) {
  const usable = harmless.filter(([name]) => (since[name] ?? 0) <= version);
  const drawn = chances.shuffled(usable).slice(0, chances.whole(1, 5));
  if (harshness) drawn.push(chances.pick(harsh));
  return drawn.map(([name, values]) => [name, chances.pick(values)]);
}

/** `ALTER DATABASE x` or `ALTER ROLE x` for each of them; a list is written as one, a text as a text. */
export function alterations(what, settings) {
  return settings.map(([name, value]) => {
    const written =
      name === 'search_path' ? (value === '' ? "''" : value) : name === 'datestyle' ? value : `'${value}'`;
    return `ALTER ${what} SET ${name} = ${written}`;
  });
}
