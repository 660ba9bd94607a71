/** The first schema. Why records look like this: docs/decisions/0001-how-records-are-kept.md. */
export const INITIAL = `
-- Texts that many rows share, each kept once.
CREATE TABLE jobs (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE mapping_hashes (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE set_lists (id INTEGER PRIMARY KEY, set_specs TEXT NOT NULL UNIQUE) STRICT;
-- The bit 1 << id of a record's forms says that it has this form; bit 0 is every record's (its header).
CREATE TABLE formats (id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 30), prefix TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE sets (id INTEGER PRIMARY KEY, set_spec TEXT NOT NULL UNIQUE, set_name TEXT) STRICT;

-- The large values of records saved together, one compressed row for each part. Ids are never used twice.
CREATE TABLE packs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  slots INTEGER NOT NULL DEFAULT 0,
  live INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE pack_parts (
  id INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES packs (id) ON DELETE CASCADE,
  part TEXT NOT NULL,
  content BLOB NOT NULL,
  UNIQUE (pack, part)
) STRICT;

-- What is or was served. The key is the stamp, so that a list is one walk along the table.
CREATE TABLE records (
  stamp INTEGER PRIMARY KEY,
  job INTEGER NOT NULL REFERENCES jobs (id),
  identifier TEXT NOT NULL,
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  datestamp TEXT NOT NULL,
  set_list INTEGER NOT NULL REFERENCES set_lists (id),
  forms INTEGER NOT NULL,
  origin_datestamp TEXT NOT NULL,
  origin_set_list INTEGER NOT NULL REFERENCES set_lists (id),
  harvested_at TEXT NOT NULL,
  raw_hash TEXT,
  mapping INTEGER REFERENCES mapping_hashes (id),
  dissemination_hash TEXT,
  pack INTEGER REFERENCES packs (id),
  slot INTEGER,
  UNIQUE (job, identifier)
) STRICT;
CREATE INDEX records_by_job ON records (job, stamp, forms);
CREATE INDEX records_by_pack ON records (pack) WHERE pack IS NOT NULL;

-- Which records a set holds, its descendants' included (implied = 1).
CREATE TABLE record_sets (
  set_id INTEGER NOT NULL REFERENCES sets (id),
  stamp INTEGER NOT NULL,
  implied INTEGER NOT NULL CHECK (implied IN (0, 1)),
  forms INTEGER NOT NULL,
  PRIMARY KEY (set_id, stamp)
) STRICT, WITHOUT ROWID;

-- The last version received, where it could not be served.
CREATE TABLE held (
  id INTEGER PRIMARY KEY,
  job INTEGER NOT NULL REFERENCES jobs (id),
  identifier TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('quarantined', 'rejected')),
  origin_datestamp TEXT NOT NULL,
  origin_set_list INTEGER NOT NULL REFERENCES set_lists (id),
  held_at TEXT NOT NULL,
  raw_hash TEXT NOT NULL,
  mapping INTEGER REFERENCES mapping_hashes (id),
  issues TEXT NOT NULL,
  pack INTEGER NOT NULL REFERENCES packs (id),
  slot INTEGER NOT NULL,
  UNIQUE (job, identifier)
) STRICT;
CREATE INDEX held_by_pack ON held (pack);

CREATE TABLE record_counts (
  job INTEGER NOT NULL REFERENCES jobs (id),
  state TEXT NOT NULL CHECK (state IN ('active', 'deleted', 'quarantined', 'rejected')),
  forms INTEGER NOT NULL,
  records INTEGER NOT NULL,
  PRIMARY KEY (job, state, forms)
) STRICT, WITHOUT ROWID;

-- Each second in which something changed, with its first stamp: turns dates into stamps.
CREATE TABLE seconds (datestamp TEXT PRIMARY KEY, first_stamp INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Writers at work: no second from \`since\` on is finished.
CREATE TABLE write_intents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  host TEXT NOT NULL,
  pid INTEGER NOT NULL,
  since TEXT NOT NULL
) STRICT;

CREATE TABLE leases (
  job TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job TEXT NOT NULL,
  kind TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  outcome TEXT,
  counts TEXT NOT NULL,
  requests INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL DEFAULT 0,
  retries INTEGER NOT NULL DEFAULT 0,
  errors TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX runs_by_job ON runs (job, id);

CREATE TABLE windows (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job TEXT NOT NULL,
  run INTEGER NOT NULL REFERENCES runs (id),
  kind TEXT NOT NULL,
  metadata_prefix TEXT NOT NULL,
  set_spec TEXT,
  from_datestamp TEXT,
  until_datestamp TEXT,
  state TEXT NOT NULL CHECK (state IN ('pending', 'running', 'complete', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  resumption_token TEXT,
  repository_time TEXT,
  expected INTEGER,
  pages INTEGER NOT NULL DEFAULT 0,
  counts TEXT NOT NULL,
  last_error TEXT
) STRICT;
CREATE INDEX windows_open ON windows (job, id) WHERE state <> 'complete';
CREATE INDEX windows_complete ON windows (job, set_spec, id) WHERE state = 'complete';

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE due_times (
  job TEXT PRIMARY KEY,
  schedule TEXT NOT NULL,
  due_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
