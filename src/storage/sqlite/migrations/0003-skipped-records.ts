/**
 * Records that a guard skips get a state of their own. Until now they were rejected ones, told by the severity of their
 * first issue. SQLite cannot change a CHECK, so both tables that list the states are written anew.
 */
export const SKIPPED_RECORDS = `
CREATE TABLE held_anew (
  id INTEGER PRIMARY KEY,
  job INTEGER NOT NULL REFERENCES jobs (id),
  identifier TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('quarantined', 'rejected', 'skipped')),
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
INSERT INTO held_anew (id, job, identifier, state, origin_datestamp, origin_set_list, held_at, raw_hash, mapping,
    issues, pack, slot)
  SELECT id, job, identifier,
    iif(state = 'rejected' AND json_extract(issues, '$[0].severity') = 'info', 'skipped', state),
    origin_datestamp, origin_set_list, held_at, raw_hash, mapping, issues, pack, slot FROM held;
DROP TABLE held;
ALTER TABLE held_anew RENAME TO held;
CREATE INDEX held_by_pack ON held (pack);

CREATE TABLE record_counts_anew (
  job INTEGER NOT NULL REFERENCES jobs (id),
  state TEXT NOT NULL CHECK (state IN ('active', 'deleted', 'quarantined', 'rejected', 'skipped')),
  forms INTEGER NOT NULL,
  records INTEGER NOT NULL,
  PRIMARY KEY (job, state, forms)
) STRICT, WITHOUT ROWID;
INSERT INTO record_counts_anew (job, state, forms, records)
  SELECT job, state, forms, records FROM record_counts WHERE state IN ('active', 'deleted')
  -- A held version has no form but its header.
  UNION ALL SELECT job, state, 1, count(*) FROM held GROUP BY job, state;
DROP TABLE record_counts;
ALTER TABLE record_counts_anew RENAME TO record_counts;
`;
