// The journal's shape, one entry per version; an entry is never changed once released. user_version counts those applied.
// Tables are STRICT, so that what was written with a type is read with it.
export const migrations: readonly string[] = [
  `
  CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    created_at TEXT NOT NULL,
    finished_at TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'stopped', 'finished')),
    failure TEXT,
    plan_hash TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    base_url TEXT NOT NULL,
    brand TEXT NOT NULL,
    username TEXT NOT NULL,
    practice INTEGER NOT NULL,
    requests_per_second REAL NOT NULL,
    lanes INTEGER NOT NULL,
    customers INTEGER NOT NULL,
    report_source TEXT NOT NULL
  ) STRICT;
  CREATE TABLE units (
    run_id TEXT NOT NULL REFERENCES runs (id),
    ordinal INTEGER NOT NULL,
    customer TEXT NOT NULL,
    contract_owner_id TEXT NOT NULL,
    -- The frozen plan unit as JSON; purged when the run is finished.
    payload TEXT,
    customer_id TEXT,
    site_ids TEXT NOT NULL DEFAULT '{}',
    outcome TEXT,
    reason TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (run_id, ordinal)
  ) STRICT;
  CREATE INDEX units_by_key ON units (customer, contract_owner_id);
  CREATE INDEX units_by_outcome ON units (run_id, outcome);
  CREATE TABLE intents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    step TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    body_hash TEXT NOT NULL,
    marked_at TEXT NOT NULL,
    -- Null: about to be sent, or killed before the answer was known.
    outcome TEXT,
    note TEXT,
    outcome_at TEXT,
    FOREIGN KEY (run_id, ordinal) REFERENCES units (run_id, ordinal)
  ) STRICT;
  CREATE INDEX intents_by_unit ON intents (run_id, ordinal);
  -- A receipt is the last word on a customer; the program relies on it, so the file enforces it.
  CREATE TRIGGER receipts_stay BEFORE UPDATE OF outcome ON units WHEN OLD.outcome IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a receipt cannot be changed'); END;
  CREATE TRIGGER no_intent_after_receipt BEFORE INSERT ON intents
  WHEN (SELECT outcome FROM units WHERE run_id = NEW.run_id AND ordinal = NEW.ordinal) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'this customer has ended'); END;
  `,
  // What the report needs came to be too large for one text.
  `
  CREATE TABLE report_parts (
    run_id TEXT NOT NULL REFERENCES runs (id),
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (run_id, ordinal)
  ) STRICT;
  INSERT INTO report_parts SELECT id, 0, report_source FROM runs WHERE report_source <> '';
  UPDATE runs SET report_source = '';
  `,
  // Who sends a run, and what other processes ask of it.
  `
  -- JSON; believed only while the target's lock is held.
  ALTER TABLE runs ADD COLUMN holder TEXT;
  CREATE TABLE wishes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id TEXT NOT NULL REFERENCES runs (id),
    kind TEXT NOT NULL CHECK (kind IN ('stop', 'pace')),
    requests_per_second REAL,
    lanes INTEGER
  ) STRICT;
  CREATE INDEX wishes_by_run ON wishes (run_id);
  `,
  // The journal's last lines of defence: the frozen bytes can be told from damaged ones, and what a journal that lost its memory may have forgotten.
  `
  -- Of the payload's text; null in runs of earlier versions.
  ALTER TABLE units ADD COLUMN payload_sha256 TEXT;
  -- 1: it may have been sent without this journal knowing. Looked up through a whole settle window first.
  ALTER TABLE units ADD COLUMN doubtful INTEGER NOT NULL DEFAULT 0;
  `,
  // The final look at the server: when the run began there, what was found, and the one change of a receipt that it may make.
  `
  ALTER TABLE runs ADD COLUMN server_started_at TEXT;
  ALTER TABLE runs ADD COLUMN audit TEXT;
  ALTER TABLE units ADD COLUMN audited INTEGER NOT NULL DEFAULT 0;
  DROP TRIGGER receipts_stay;
  CREATE TRIGGER receipts_stay BEFORE UPDATE OF outcome ON units
  WHEN OLD.outcome IS NOT NULL AND NOT (NEW.audited = 1 AND OLD.outcome <> 'duplicate' AND NEW.outcome IN ('duplicate', 'unknown'))
  BEGIN SELECT RAISE(ABORT, 'a receipt cannot be changed'); END;
  `,
  // What the next import of the same file is compared with, when the requests themselves are long gone.
  `
  -- Over all requests of the customer (seal-plan.ts); null in runs of earlier versions.
  ALTER TABLE units ADD COLUMN requests_hash TEXT;
  `,
]
