#!/usr/bin/env bash
# pg 8.23.1 (pg-protocol, pg-types as it brings them) on Node 20.20.2, against PGlite 0.5.14; a PostgreSQL 15 server answers the same.
# What happens: a query with values and `binary: true` gives other numbers than the server sent, and no error. 200::int4
#   comes as 239, 1.5::float8 as 0.9921555519104004, 3000000000::int8 as 4022320623; 100 and 70000 come right. Every value is first
#   read as UTF-8 text, so each byte above 127 that is no valid text becomes EF BF BD, and the binary parser then reads those.
# Why it surprises: the option is there, the server heeds it, the fields say `binary`, and the parsers for binary numbers are
#   there too. Small numbers are right, so that a first try looks well; without values the option is ignored, and all is well.
# Whom it hurts: whoever wants large bytea values or many numbers without the detour by text. bytea comes as a text with its bytes
#   replaced, and cannot be mended. COPY ... (FORMAT binary) by pg-copy-streams hands on the bytes as they are.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --prefer-offline --legacy-peer-deps \
  pg@8.23.1 @electric-sql/pglite@0.5.14 @electric-sql/pglite-socket@0.2.17
cat >probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';

const port = 20_000 + (process.pid % 20_000);
const server = new PGLiteSocketServer({ db: await PGlite.create(), host: '127.0.0.1', port });
await server.start();
const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
await client.connect();

const expected = {
  '100::int4': [100, 100],
  '70000::int4': [70000, 70000],
  '200::int4': [239, 200],
  '1.5::float8': [0.9921555519104004, 1.5],
  '3000000000::int8': ['4022320623', '3000000000'],
};
for (const [expression, [asBinary, asText]] of Object.entries(expected)) {
  const text = `SELECT ${expression} AS v WHERE $1::int4 = 1`;
  const binary = await client.query({ text, values: [1], binary: true });
  const plain = await client.query({ text, values: [1] });
  console.log(expression, 'binary:', binary.rows[0].v, 'text:', plain.rows[0].v);
  assert.equal(binary.fields[0].format, 'binary');
  assert.deepEqual([binary.rows[0].v, plain.rows[0].v], [asBinary, asText]);
}
const bytes = await client.query({ text: `SELECT '\\xff80'::bytea AS v WHERE $1::int4 = 1`, values: [1], binary: true });
console.log('bytea ff80:', Buffer.from(bytes.rows[0].v).toString('hex'));
assert.equal(Buffer.from(bytes.rows[0].v).toString('hex'), 'efbfbdefbfbd');
await client.end();
process.exit(0);
EOF
timeout 60 node probe.mjs
