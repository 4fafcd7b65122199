-- Browsers that have signed in, and codes that sign one in.
-- Up Migration

CREATE TABLE api_sessions (
  -- The secret is in the browser's cookie, or in the link, alone; it has 256 random bits.
  session_sha256 bytea PRIMARY KEY,
  -- Null for a session of this machine's own token.
  key_id text REFERENCES api_keys,
  -- The token of the machine, as it was then: who replaces it ends its sessions.
  local_token_sha256 bytea,
  created_at timestamptz NOT NULL,
  -- To the hour.
  last_used_at timestamptz NOT NULL,
  -- Of a code: until then it opens one session. Null for a session.
  code_until timestamptz,
  CHECK ((key_id IS NULL) <> (local_token_sha256 IS NULL))
);

-- Down Migration

DROP TABLE api_sessions;
