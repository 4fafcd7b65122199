-- Who may call the API, and what was changed over it.
-- Up Migration

CREATE TABLE api_keys (
  -- The part of the key that is no secret.
  key_id text PRIMARY KEY,
  role text NOT NULL CHECK (role IN ('reader', 'operator', 'hr')),
  -- Whom it was made for.
  label text NOT NULL,
  -- The secret has 256 random bits: a plain hash of it tells nobody anything.
  secret_sha256 bytea NOT NULL,
  created_at timestamptz NOT NULL,
  -- To the hour.
  last_used_at timestamptz,
  revoked_at timestamptz
);

-- One row for every call that wanted to change something and came with a key. Never what was in it.
CREATE TABLE api_audit (
  audit_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  begun_at timestamptz NOT NULL,
  -- `local` for the token of the machine.
  key_id text NOT NULL,
  address text NOT NULL,
  request_id text NOT NULL,
  -- The operation, as the API's description names it, and the address without its query.
  operation text NOT NULL,
  path text NOT NULL,
  -- Null while it lasts, and where the server died in it.
  status smallint,
  -- Of a refusal: its code. Of what was done: the job that was posted, the file that was kept.
  code text,
  details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX api_audit_begun_at_idx ON api_audit (begun_at);

-- Down Migration

DROP TABLE api_audit;
DROP TABLE api_keys;
