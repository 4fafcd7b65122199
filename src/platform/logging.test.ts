import fc from 'fast-check';
import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import { contractFailure } from './errors/contract.js';
import { fileFailure } from './errors/file.js';
import { runFailure } from './errors/run.js';
import { createLog, type Log } from './logging.js';

function listen(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  return { log: createLog({ level: 'trace', destination: { write: (line) => lines.push(line) } }), lines };
}

describe('a log line', () => {
  it('is JSON with the time, the level, and the ids of run and job', () => {
    const { log, lines } = listen();
    log
      .child({ job_id: 'j-7', job: 'ingest_workbook' })
      .info({ run_id: 3, rows: 12, ok: true }, 'sheet merged');
    expect(JSON.parse(lines[0]!)).toMatchObject({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      job_id: 'j-7',
      job: 'ingest_workbook',
      run_id: 3,
      rows: 12,
      ok: true,
      msg: 'sheet merged',
    });
  });

  it('says what an error of ours says, and of others only code and place', () => {
    const { log, lines } = listen();
    log.error(runFailure('NO_SUCH_RUN', { run: 41 }));
    expect(JSON.parse(lines[0]!)).toMatchObject({
      msg: 'Não existe a carga 41.',
      err: { code: 'NO_SUCH_RUN' },
    });
    const server = Object.assign(new Error('invalid input: "Ana Inventada"'), {
      code: '22P02',
      detail: 'Ana',
    });
    log.error({ err: server, run_id: 4 }, server.message);
    log.error(runFailure('UNEXPECTED', { reason: server.message, inRun: true }, { cause: server }));
    expect(JSON.parse(lines[1]!)).toMatchObject({ msg: '22P02', run_id: 4, err: { code: '22P02' } });
    expect(JSON.parse(lines[1]!).err.stack[0]).toMatch(/^at .*logging\.test/);
    expect(JSON.parse(lines[2]!)).toMatchObject({ msg: 'UNEXPECTED', err: { code: 'UNEXPECTED' } });
    expect(lines.slice(1).join()).not.toContain('Ana');
  });

  it('says of a file that was refused the code alone: sheets and headers may bear a name', () => {
    const { log, lines } = listen();
    log.warn(
      { err: contractFailure('MISSING_SHEET', { missing: ['Fases'], found: ['Ana Inventada'] }) },
      'run failed',
    );
    log.warn({ err: fileFailure('FILE_CHANGED', { path: 'Ana Inventada.xlsx' }) }, 'run failed');
    expect(lines.map((line) => JSON.parse(line).err.code)).toEqual(['MISSING_SHEET', 'FILE_CHANGED']);
    expect(lines.join()).not.toContain('Ana');
  });

  it('never holds a name, wherever one is put', () => {
    const names = fc.constantFrom('Ana Inventada', 'z) Rui Inventado', 'João d’Água', 'Müller, Eva');
    const keys = fc.constantFrom(
      'funcionario_nome',
      'raw',
      'value',
      'sheet',
      'run_id',
      'job',
      'err',
      'res',
      'req',
      'x',
    );
    const fields = fc.dictionary(
      keys,
      fc.oneof(
        names,
        names.map((name) => ({
          funcionario_nome: name,
          message: name,
          url: `/${name}`,
          stack: `Error: ${name}`,
        })),
        names.map((name) => [name]),
        names.map((name) => Object.assign(new Error(name), { detail: name, code: name })),
        fc.integer(),
      ),
    );
    fc.assert(
      fc.property(fields, names, (object, name) => {
        const { log, lines } = listen();
        log.info(object, 'of %s', name);
        log.warn('to %s', name);
        log.child(object).error(new Error(name));
        log.child(object).error({ err: new Error(name) }, name);
        expect(lines).toHaveLength(4);
        for (const part of ['Ana', 'Rui', 'João', 'Eva', 'Inventad', 'Müller']) {
          expect(lines.join('')).not.toContain(part);
        }
      }),
    );
  });

  it('holds neither query, parameters nor headers of a request', async () => {
    const { log, lines } = listen();
    const app = fastify({ loggerInstance: log });
    app.get('/people/:name', async () => {
      throw new Error('Ana Inventada failed');
    });
    const headers = { 'x-api-key': 'segredo', authorization: 'Bearer segredo' };
    await app.inject({ url: '/people/Ana%20Inventada?q=Inventada', headers });
    await app.inject({ url: '/nobody/Inventada?q=Inventada', headers });
    await app.close();
    const all = lines.join('');
    expect(all).toContain('"route":"/people/:name"');
    expect(all).toContain('"statusCode":500');
    expect(all).not.toMatch(/Inventada|segredo/);
  });
});
