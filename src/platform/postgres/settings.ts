import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

export type Settings = Readonly<Record<string, string>>;

const mebibyte = 1024 * 1024;

/**
 * For bulk loads on a workstation of 2 to 8 cores that also runs a browser and Excel. What guards the data stays
 * as PostgreSQL has it: fsync, synchronous_commit and full_page_writes are on.
 */
export function serverSettings(port: number, extra: Settings = {}): Settings {
  const memoryMb = Math.floor(usableMemory() / mebibyte);
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // A socket's path may have 107 bytes at most; a home may be longer.
    unix_socket_directories: '',
    max_connections: '100',

    shared_buffers: `${clamp(memoryMb / 8, 32, 256)}MB`,
    effective_cache_size: `${clamp(memoryMb / 2, 128, 16_384)}MB`,
    maintenance_work_mem: `${clamp(memoryMb / 8, 64, 256)}MB`,
    work_mem: `${clamp(memoryMb / 64, 8, 64)}MB`,

    // Nobody replicates this server, and then COPY into a table of the same transaction writes no WAL.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_logical_replication_workers: '0',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    // These programs know pglz only: measured on an update of 50,000 rows, 0.25 s became 1.6 s.
    wal_compression: 'off',

    jit: 'off',
    // Solid-state disks: a page read out of order costs little more.
    random_page_cost: '1.1',
    ...sharedMemory(),

    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',

    // One file a weekday, begun anew every week. No statement, value or detail: they may name a person.
    logging_collector: 'on',
    log_directory: '../log',
    log_filename: 'server-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_checkpoints: 'off',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...extra,
  };
}

export function settingsFile(settings: Settings): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  const head =
    '# Prodplan writes this file anew whenever it starts the server.\n' +
    '# A change of your own: ALTER SYSTEM, which writes postgresql.auto.conf and goes before this file.\n';
  return `${head}${lines.join('\n')}\n`;
}

/** A container may use less than the machine has. */
function usableMemory(): number {
  const limit = process.constrainedMemory?.() ?? 0;
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), most));
}

/** A container's /dev/shm has 64 MB, which a parallel hash join fills: then the kernel's other kind is used. */
function sharedMemory(): Settings {
  if (process.platform !== 'linux') return {};
  return { dynamic_shared_memory_type: freeSharedMemory() < 512 * mebibyte ? 'sysv' : 'posix' };
}

function freeSharedMemory(): number {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize;
  } catch {
    return 0;
  }
}
