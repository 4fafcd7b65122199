import { expect, it } from 'vitest';
import { newApi } from './support.js';

it('a queue that cannot answer makes the server unready, with the reason, until it answers again', async () => {
  const api = await newApi();
  // The queue makes its tables when it is first asked.
  await (await api.jobs()).depth();
  const ask = async () => {
    const response = await api.get('/health/ready');
    const { checks } = (await response.json()) as { checks: { name: string; ok: boolean; detail: string }[] };
    return [response.status, checks.find(({ name }) => name === 'queue')];
  };
  expect(await ask()).toEqual([200, { name: 'queue', ok: true, detail: 'responde' }]);
  await api.database.pool.query('ALTER SCHEMA fila RENAME TO fora');
  expect(await ask()).toEqual([
    503,
    { name: 'queue', ok: false, detail: expect.stringContaining('não responde') },
  ]);
  await api.database.pool.query('ALTER SCHEMA fora RENAME TO fila');
  expect(await ask()).toEqual([200, { name: 'queue', ok: true, detail: 'responde' }]);
});
