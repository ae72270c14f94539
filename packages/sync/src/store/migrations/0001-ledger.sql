-- Every key begins with the office, so that a distributed engine can keep an office's rows together.
-- Rows of the endpoint itself have the office '_endpoint'.

CREATE TABLE office (
  office TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  pack TEXT NOT NULL,
  origins TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE account (
  office TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (office, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_by_id ON account (id);

CREATE TABLE publication_column (
  office TEXT NOT NULL,
  account TEXT NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  class TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (office, account, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE join_code (
  office TEXT NOT NULL,
  hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  bad_proofs INTEGER NOT NULL DEFAULT 0,
  used_at INTEGER,
  used_by TEXT,
  PRIMARY KEY (office, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX join_code_by_hash ON join_code (hash);

CREATE TABLE device (
  office TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  host TEXT NOT NULL,
  joined_at INTEGER NOT NULL,
  revoked_at INTEGER,
  PRIMARY KEY (office, id)
) STRICT, WITHOUT ROWID;

-- The statement is kept as signed: text, never parsed and written again.
CREATE TABLE certificate (
  office TEXT NOT NULL,
  kid TEXT NOT NULL,
  subject TEXT NOT NULL,
  statement TEXT NOT NULL,
  jwk TEXT NOT NULL,
  host TEXT NOT NULL,
  not_before INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (office, kid)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX certificate_by_kid ON certificate (kid);

-- What a device signed, byte for byte: body as sent, with the headers that prove who sent it.
CREATE TABLE batch (
  office TEXT NOT NULL,
  id TEXT NOT NULL,
  kid TEXT NOT NULL,
  device TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  signed_hash TEXT NOT NULL,
  content_digest TEXT NOT NULL,
  signature_input TEXT NOT NULL,
  signature TEXT NOT NULL,
  encoding TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (office, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX batch_once ON batch (office, signed_hash);

CREATE TABLE entry (
  office TEXT NOT NULL,
  id TEXT NOT NULL,
  batch TEXT NOT NULL,
  device TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  account TEXT NOT NULL,
  at INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  line BLOB NOT NULL,
  PRIMARY KEY (office, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_by_time ON entry (office, at);
CREATE INDEX entry_by_kind ON entry (office, kind, at);
CREATE INDEX entry_by_device ON entry (office, device, seq);

CREATE TABLE refused_line (
  office TEXT NOT NULL,
  batch TEXT NOT NULL,
  line INTEGER NOT NULL,
  device TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  id TEXT,
  code TEXT NOT NULL,
  path TEXT,
  hash TEXT NOT NULL,
  kept_hash TEXT,
  PRIMARY KEY (office, batch, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE administrator (
  office TEXT NOT NULL,
  name TEXT NOT NULL,
  password TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (office, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  office TEXT NOT NULL,
  hash TEXT NOT NULL,
  administrator TEXT NOT NULL,
  csrf TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (office, hash)
) STRICT, WITHOUT ROWID;
