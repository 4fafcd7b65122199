import type { Command } from 'commander';

type Add = (program: Command) => void;

/**
 * Every command, by its name, in the order of the help. Each is loaded only when it is called: loading them all takes
 * longer than many of them work.
 */
export const commands: Readonly<Record<string, () => Promise<Add>>> = {
  demo: async () => (await import('./demo.js')).demoCommand,
  sample: async () => (await import('./sample.js')).sampleCommand,
  ingest: async () => (await import('./ingest.js')).ingestCommand,
  extract: async () => (await import('./extract.js')).extractCommand,
  keys: async () => (await import('./keys.js')).keysCommand,
  serve: async () => (await import('./serve.js')).serveCommand,
  open: async () => (await import('./open.js')).openCommand,
  inspect: async () => (await import('./inspect.js')).inspectCommand,
  orders: async () => (await import('./orders.js')).ordersCommand,
  order: async () => (await import('./order.js')).orderCommand,
  shipments: async () => (await import('./shipments.js')).shipmentsCommand,
  bottlenecks: async () => (await import('./bottlenecks.js')).bottlenecksCommand,
  quality: async () => (await import('./quality.js')).qualityCommand,
  check: async () => (await import('./check.js')).checkCommand,
  issues: async () => (await import('./issues.js')).issuesCommand,
  defects: async () => (await import('./defects.js')).defectsCommand,
  settings: async () => (await import('./settings.js')).settingsCommand,
  diff: async () => (await import('./diff.js')).diffCommand,
  replay: async () => (await import('./replay.js')).replayCommand,
  rollback: async () => (await import('./rollback.js')).rollbackCommand,
  worker: async () => (await import('./worker.js')).workerCommand,
  jobs: async () => (await import('./jobs.js')).jobsCommand,
  migrate: async () => (await import('./migrate.js')).migrateCommand,
  runs: async () => (await import('./runs.js')).runsCommand,
  rejects: async () => (await import('./rejects.js')).rejectsCommand,
  backup: async () => (await import('./backup.js')).backupCommand,
  restore: async () => (await import('./restore.js')).restoreCommand,
  db: async () => (await import('./db.js')).dbCommand,
};

/** These commands do not use the home: the files that they write belong to the user who calls them. */
export const withoutHome: ReadonlySet<string> = new Set(['sample', 'extract', 'inspect', 'open']);
