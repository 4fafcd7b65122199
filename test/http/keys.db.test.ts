import { expect, it } from 'vitest';
import { type Api, newApi, problemOf } from './support.js';

async function post(api: Api, path: string, body?: unknown, key = api.token) {
  return await fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

it('an operator makes keys, sees them without their secrets, and revokes them; all of it is on record', async () => {
  const api = await newApi({ local: false });
  const operator = await api.key('operator');
  const made = await post(api, '/api/keys', { role: 'reader', label: ' Ana ' }, operator);
  expect(made.status).toBe(201);
  const { key_id, token } = (await made.json()) as { key_id: string; token: string };
  const read = () => api.get('/api/services', { key: token });
  expect((await read()).status).toBe(200);
  const list = await (await api.get('/api/keys', { key: operator })).text();
  expect(JSON.parse(list).data).toContainEqual(
    expect.objectContaining({ key_id, role: 'reader', label: 'Ana', revoked_at: null }),
  );
  expect(list).not.toContain(token);
  expect((await post(api, `/api/keys/${key_id}/revoke`, undefined, operator)).status).toBe(200);
  expect((await read()).status).toBe(401);
  const { rows } = await api.database.pool.query(
    "SELECT operation, status, details->>'key_id' AS key_id FROM api_audit ORDER BY audit_id",
  );
  expect(rows).toEqual([
    { operation: 'keys.create', status: 201, key_id },
    { operation: 'keys.revoke', status: 200, key_id },
  ]);
});

it('no operator makes a key that sees names, and nobody else makes any', async () => {
  const api = await newApi({ local: false });
  const hr = await post(api, '/api/keys', { role: 'hr', label: 'x' }, await api.key('operator'));
  expect([hr.status, (await problemOf(hr)).code]).toEqual([400, 'BAD_PARAMETER']);
  for (const role of ['reader', 'hr'] as const) {
    const key = await api.key(role);
    expect((await post(api, '/api/keys', { role: 'reader', label: 'x' }, key)).status).toBe(403);
    expect((await api.get('/api/keys', { key })).status).toBe(403);
  }
  const missing = await post(api, '/api/keys/nada/revoke', undefined, await api.key('operator'));
  expect((await problemOf(missing)).code).toBe('NO_SUCH_KEY');
});
