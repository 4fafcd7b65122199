import fc from 'fast-check';

const strange = [
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  'NaN',
  'null',
  'true',
  "' OR 1=1 --",
  '%00',
  '\u0000',
  '../../etc/passwd',
  'é',
  '日本',
  '😀',
  '{}',
  '[]',
  '2023-02-29',
  '2023-13-01',
  '1,2',
  'a'.repeat(300),
  'a'.repeat(3000),
  '<script>',
  '$(id)',
  '\r\nX: y',
  '٣',
];

/** Known things of the server that is asked, so that many calls find something: {runs, jobs, orders, products}. */
function known(name, facts, chances) {
  if (['run_id', 'a', 'b'].includes(name)) return chances.pick(facts.runs);
  if (name === 'of_id') return chances.pick(facts.orders);
  if (name === 'produto_id') return chances.pick(facts.products);
  if (name === 'id') return chances.pick(facts.jobs);
  return null;
}

/** A value of a parameter: mostly one that its schema allows, often one that the data have. */
function drawValue({ name, schema }, facts, chances) {
  if (chances.chance(0.1)) return chances.pick(strange);
  const given = known(name, facts, chances);
  if (given !== null && chances.chance(0.75)) return String(given);
  if (schema.enum) return chances.pick(schema.enum);
  if (schema.type === 'integer') {
    const [least, most] = [schema.minimum ?? 0, schema.maximum ?? 1000];
    return String(chances.pick([least, most, chances.whole(least, Math.min(most, least + 50))]));
  }
  if (schema.format === 'date') {
    return chances.pick([
      '2022-01-01',
      '2022-12-31',
      '2023-03-10',
      '2023-04-30',
      '2023-05-14',
      '0001-01-01',
      '9999-12-31',
    ]);
  }
  if (schema.pattern) return sample(fc.stringMatching(new RegExp(schema.pattern)), chances);
  if (name === 'name') return chances.pick(['prodplan.orders', 'quality.risk', 'kpis.overview', 'nada']);
  return chances.chance(0.5)
    ? chances.pick(['K1', 'Molde', 'ordens_fabrico', 'lead_time'])
    : sample(fc.string({ maxLength: 60 }), chances);
}

function sample(arbitrary, chances) {
  return fc.sample(arbitrary, { numRuns: 1, seed: chances.whole(0, 2 ** 30) })[0];
}

/** A value of a schema of a body, right or nearly so. */
function bodyOf(schema, chances) {
  if (chances.chance(0.06)) return chances.pick([null, [], 5, 'x', { x: 1 }, [[[]]]]);
  if (schema.enum) return chances.pick(schema.enum);
  switch (schema.type) {
    case 'object': {
      const names = Object.keys(schema.properties ?? {});
      const needed = schema.required ?? [];
      const taken = names.filter((name) =>
        needed.includes(name) ? !chances.chance(0.06) : chances.chance(0.4),
      );
      const value = Object.fromEntries(taken.map((name) => [name, bodyOf(schema.properties[name], chances)]));
      return chances.chance(0.05) ? { ...value, mais: 1 } : value;
    }
    case 'boolean':
      return chances.chance(0.5);
    case 'integer':
    case 'number':
      return chances.whole(-1, 100);
    default:
      return chances.pick([
        'Folha_IA.xlsx',
        '2023-05-14',
        '2023-05-14T18:00:00',
        '../fora.xlsx',
        '/etc/passwd',
        '',
        ...strange,
      ]);
  }
}

const accepts = [
  '*/*',
  'application/json',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/html',
  'application/problem+json',
  'application/json;q=0',
  'text/csv;q=0.9, application/json;q=0.1',
  'garbage',
  '',
  'application/*',
  'text/event-stream',
];
const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'];

/**
 * One request: {method, path, headers, body, call, address}. `call`: the one that the description names for it; null
 * where there is none. `address`: from which loopback address it comes.
 */
export function drawRequest(calls, facts, chances) {
  const call = chances.weighted(
    calls.map((one) => [
      one,
      one.operation.operationId === 'ingestion.events' ? 0.3 : one.method === 'post' ? 0.5 : 1,
    ]),
  );
  const { url, isKnown } = urlOf(call, facts, chances);
  let method = call.method.toUpperCase();
  let named = isKnown ? call : null;
  if (chances.chance(0.06)) {
    method = chances.pick(methods);
    named = isKnown
      ? (calls.find(
          (one) =>
            one.path === call.path && one.method.toUpperCase() === (method === 'HEAD' ? 'GET' : method),
        ) ?? null)
      : null;
    // What goes on for as long as somebody listens has no head to ask for.
    if (method === 'HEAD' && named !== null && isStream(named)) named = null;
  }
  if (!isKnown) named = calls.find((one) => isCallOf(one, method, url)) ?? null;
  const { headers, address } = headersOf(facts, chances);
  const body = method === 'POST' || chances.chance(0.01) ? drawBody(call, facts, chances, headers) : null;
  return { method, path: url, headers, body, call: named, address };
}

function isStream({ operation }) {
  return operation.responses[200]?.content?.['text/event-stream'] !== undefined;
}

/** A step that is taken away may leave the address of another call. */
function isCallOf(one, method, url) {
  const { pathname } = new URL(url.startsWith('//') ? '/none' : url, 'http://x');
  const isMethod = one.method.toUpperCase() === (method === 'HEAD' ? 'GET' : method);
  return isMethod && one.path === pathname.replace(/(?<=.)\/$/, '');
}

function urlOf({ path, operation }, facts, chances) {
  let url = path;
  let isKnown = true;
  const query = new URLSearchParams();
  for (const parameter of operation.parameters ?? []) {
    if (parameter.in === 'path') {
      const value = drawValue(parameter, facts, chances);
      // Such a step is taken away, or is another path, before anybody sees it.
      if (['', '.', '..'].includes(value)) isKnown = false;
      url = url.replace(`{${parameter.name}}`, () => encodeURIComponent(value));
    } else if (chances.chance(0.22)) {
      query.append(parameter.name, drawValue(parameter, facts, chances));
      if (chances.chance(0.02)) query.append(parameter.name, drawValue(parameter, facts, chances));
    }
  }
  if (chances.chance(0.04))
    query.append(chances.pick(['x', 'limit', '__proto__', 'constructor', 'from[]']), 'y');
  // A slash at the end makes no other address.
  if (chances.chance(0.01)) url = `${url}/`;
  if (chances.chance(0.04)) {
    url = chances.pick([
      `/${url}`,
      `${url}/nada`,
      url.toUpperCase(),
      `${url}%2f`,
      `${url};a=b`,
      '/nada',
      '/api',
      `${url}%`,
      `${url}%ff`,
    ]);
    isKnown = false;
  }
  const text = query.toString();
  return { url: text === '' ? url : `${url}?${text}`, isKnown };
}

/** Keys that open nothing come from an address of their own: they lock it out for a while, as they should. */
function headersOf(facts, chances) {
  const headers = {};
  let address = '127.0.0.1';
  const who = chances.weighted([
    ['nobody', 30],
    ['local', 45],
    ['reader', 12],
    ['hr', 12],
    ['wrong', 1],
  ]);
  if (who === 'wrong') {
    address = '127.0.0.9';
    headers.authorization = chances.pick([
      'Bearer nada',
      'Basic eDp5',
      'Bearer',
      '',
      `Bearer ${'a'.repeat(60)}`,
    ]);
  } else if (who !== 'nobody') headers.authorization = `Bearer ${facts.keys[who]}`;
  if (who === 'reader' && chances.chance(0.2))
    headers.authorization = `Basic ${Buffer.from(`excel:${facts.keys.reader}`).toString('base64')}`;
  if (chances.chance(0.03))
    headers.cookie = `prodplan_session=${chances.pick(['', 'x', 'a'.repeat(43), '%00', 'a b', '"a"'])}`;
  if (chances.chance(0.35)) headers.accept = chances.pick(accepts);
  if (chances.chance(0.04))
    headers.host = chances.pick([
      'evil.example',
      'localhost',
      '127.0.0.1:1',
      '[::1]',
      'a b',
      '',
      'x'.repeat(300),
      '127.0.0.1.evil.example',
      '127.0.0.1:99999',
      '@127.0.0.1',
    ]);
  if (chances.chance(0.04))
    headers.origin = chances.pick(['http://evil.example', 'null', facts.url, 'x', '']);
  if (chances.chance(0.15))
    headers['if-none-match'] = chances.pick([facts.etag ?? '*', '*', '"x"', 'W/"x"', '', '"']);
  if (chances.chance(0.03)) headers['x-forwarded-for'] = chances.pick(['10.0.0.1', '127.0.0.1', 'x']);
  if (chances.chance(0.02)) headers['accept-encoding'] = chances.pick(['gzip', 'br', 'identity;q=0', '*']);
  if (chances.chance(0.01)) headers['x-long'] = 'a'.repeat(chances.pick([5_000, 20_000]));
  return { headers, address };
}

function drawBody({ operation }, facts, chances, headers) {
  const content = operation.requestBody?.content ?? {};
  if (content['multipart/form-data'] !== undefined && chances.chance(0.4))
    return multipart(facts, chances, headers);
  const schema = content['application/json']?.schema ?? { type: 'object', properties: {} };
  headers['content-type'] = chances.chance(0.92)
    ? 'application/json'
    : chances.pick([
        'text/plain',
        'application/xml',
        'application/json; charset=utf-16',
        '',
        'x',
        'multipart/form-data',
      ]);
  if (headers['content-type'] === '') delete headers['content-type'];
  const text = JSON.stringify(bodyOf(schema, chances));
  return Buffer.from(
    chances.chance(0.94)
      ? text
      : chances.pick([
          text.slice(0, -1),
          '',
          '{',
          'x'.repeat(70_000),
          '{"a":'.repeat(3000),
          '{"__proto__":{}}',
          '\ufeff{}',
          '\xff',
        ]),
  );
}

/** A workbook and its fields; one in five is broken in some way. */
function multipart(facts, chances, headers) {
  const boundary = 'prove-boundary';
  headers['content-type'] = `multipart/form-data; boundary=${chances.chance(0.96) ? boundary : 'other'}`;
  const part = (head, data) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      data,
      Buffer.from('\r\n'),
    ]);
  const file = chances.chance(0.8)
    ? chances.pick(facts.workbooks)
    : Buffer.from(chances.pick(['', 'nada', 'PK\x03\x04', 'a'.repeat(5000)]));
  const parts = [
    part(
      `name="file"; filename="${chances.pick(['Folha_IA.xlsx', '../x.xlsx', 'é.xlsx', '', 'a"b.xlsx'])}"`,
      file,
    ),
  ];
  if (chances.chance(0.8))
    parts.unshift(
      part('name="as_of"', Buffer.from(chances.pick([facts.asOf, facts.asOf, '2023-05-14', 'ontem']))),
    );
  if (chances.chance(0.3))
    parts.unshift(part('name="force"', Buffer.from(chances.pick(['true', 'false', '1', 'talvez']))));
  if (chances.chance(0.1)) parts.push(part('name="mais"', Buffer.from('1')));
  const end = Buffer.from(chances.chance(0.95) ? `--${boundary}--\r\n` : '');
  return Buffer.concat([...parts, end]);
}
