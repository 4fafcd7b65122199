-- What operators decide for everybody: the age of a zombie, how many boats a truck takes, thresholds of gates.
-- Up Migration

CREATE TABLE setting_change (
  change_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text COLLATE "C" NOT NULL,
  value numeric,
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE setting_change IS 'Every change of a setting, in the order in which they were made; the last one of a name counts. The settings are declared in src/contract/factory/settings.ts and src/evidence/gates';
COMMENT ON COLUMN setting_change.name IS 'zombie_days, truck_boats, or gate_ and the name of a gate';
COMMENT ON COLUMN setting_change.value IS 'Null: taken back; what is usual counts';
COMMENT ON COLUMN setting_change.decided_by IS 'The key, or the account at the machine';
CREATE INDEX setting_change_idx ON setting_change (name, change_id DESC);

-- Down Migration

DROP TABLE setting_change;
