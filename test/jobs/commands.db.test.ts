import { describe, expect, it } from 'vitest';
import { jobNames } from '../../src/jobs/index.js';
import { newPlace } from './support.js';

interface Scheduled {
  readonly name: string;
  readonly pattern: string;
  readonly timeZone: string;
  readonly next_at: string | null;
}

describe('jobs from the command line', { timeout: 240_000 }, () => {
  it('can be asked for, seen, and cancelled while they wait; without a worker that is said', async () => {
    const place = await newPlace();
    expect((await place.cli('jobs', 'list')).stdout).toContain('Ainda não há tarefas');
    const first = await place.cli('jobs', 'run', 'kpi_snapshot');
    expect(first.stderr).toContain('não há nenhum worker');
    const { id, isNew } = await place.json<{ id: string; isNew: boolean }>('jobs', 'run', 'kpi_snapshot');
    expect(isNew).toBe(false);
    expect(first.stdout).toContain(id);
    expect((await place.cli('jobs', 'status', id)).stdout).toContain('à espera');
    expect((await place.cli('jobs', 'list')).stdout).toContain(id);
    expect((await place.cli('jobs', 'cancel', id)).stdout).toContain('saiu da fila');
    expect(await place.cli('jobs', 'status', id)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('(UNKNOWN_JOB_ID)'),
    });
  });

  it('are refused by their name and parameters', async () => {
    const place = await newPlace();
    const unknown = await place.cli('jobs', 'run', 'faz_tudo');
    expect(unknown).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('(UNKNOWN_JOB)') });
    for (const name of jobNames) expect(unknown.stderr).toContain(name);
    for (const param of ['every=talvez', 'outro=1', 'every'])
      expect(
        await place.cli('jobs', 'run', 'backfill_faseof_derived_columns', '--param', param),
      ).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('(BAD_PARAMS)') });
    const path = await place.workbook('um.xlsx');
    for (const param of ['force=talvez', 'force=1', 'allow_missing_sheets=TRUE'])
      expect(
        await place.cli('jobs', 'run', 'ingest_workbook', '--param', `path=${path}`, '--param', param),
      ).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('(BAD_PARAMS)') });
    const noPath = await place.cli('jobs', 'run', 'ingest_workbook', '--param', 'force=true');
    expect(noPath).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('path=FICHEIRO') });
    expect(noPath.stderr).not.toContain('workbook_sha256');
    expect(await place.json('jobs', 'list')).toEqual([]);
    expect(
      await place.cli('jobs', 'run', 'ingest_workbook', '--param', 'path=/nao/existe.xlsx'),
    ).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('(FILE_NOT_FOUND)') });
  });

  it('with --wait: every job ends on an empty database and on one with data, and changes what is served only once', async () => {
    const place = await newPlace();
    await place.worker();
    const maintenance = jobNames.filter((name) => name !== 'ingest_workbook' && name !== 'rollback');
    for (const name of maintenance) {
      const done = await place.cli('jobs', 'run', name, '--wait');
      expect(done, done.stderr).toMatchObject({ exitCode: 0 });
      expect(done.stdout).toContain('Estado: feita');
    }
    const taken = await place.cli(
      ...['jobs', 'run', 'ingest_workbook', '--param', `path=${await place.workbook('um.xlsx')}`, '--wait'],
    );
    expect(taken, taken.stderr).toMatchObject({ exitCode: 0 });
    for (const name of maintenance) await place.cli('jobs', 'run', name, '--wait');
    const { rows } = await place.database.pool.query('SELECT data_version FROM publication');
    expect(rows).toEqual([{ data_version: 1 }]);
    const late = await place.cli(
      ...[
        'jobs',
        'run',
        'ingest_workbook',
        '--param',
        `path=${await place.workbook('ontem.xlsx', -1)}`,
        '--wait',
      ],
    );
    expect(late).toMatchObject({ exitCode: 4, stdout: expect.stringContaining('(OLDER_DUMP)') });
    expect(late.stdout).not.toContain(place.home);
  });

  it('are on the clock of the factory: some by night, some by the hour', async () => {
    const place = await newPlace({ PRODPLAN_TIME_ZONE: 'Atlantic/Azores' });
    const before = await place.json<Scheduled[]>('jobs', 'schedule');
    expect(before.map(({ name }) => name).sort()).toEqual(
      // These two are begun by somebody.
      jobNames.filter((name) => !['ingest_workbook', 'rollback'].includes(name)).sort(),
    );
    expect(before.every(({ next_at }) => next_at === null)).toBe(true);
    await place.worker();
    const kept = await place.json<Scheduled[]>('jobs', 'schedule');
    for (const { pattern, timeZone, next_at } of kept) {
      expect(timeZone).toBe('Atlantic/Azores');
      const [minute, hour] = pattern.split(' ');
      const shown = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
      const [nextHour, nextMinute] = shown.format(new Date(next_at!)).split(':').map(Number);
      expect(nextMinute).toBe(Number(minute));
      if (hour !== '*') expect(nextHour).toBe(Number(hour));
      expect(Date.parse(next_at!) - Date.now()).toBeLessThanOrEqual((hour === '*' ? 1 : 25) * 3_600_000);
    }
    const table = (await place.cli('jobs', 'schedule')).stdout;
    expect(table).toMatch(/maintenance +todos os dias, às 03:30 +Atlantic\/Azores/);
    expect(table).toMatch(/kpi_snapshot +de hora a hora, aos 5 min/);
  });
});
