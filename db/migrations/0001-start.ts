/** The tables of version 0.1: accounts, members, sheets, rounds, publications and the history under them. */
export const sql = `

CREATE TABLE account (
  id text PRIMARY KEY NOT NULL,
  code text DEFAULT '' NOT NULL,
  name text NOT NULL,
  owner_id text,
  kind text,
  cycle text,
  industry text DEFAULT '' NOT NULL,
  region text DEFAULT '' NOT NULL,
  phone text DEFAULT '' NOT NULL,
  note text DEFAULT '' NOT NULL,
  figures text DEFAULT '{}' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (owner_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE figure (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  unit text NOT NULL,
  order_key text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE local_state (
  key text PRIMARY KEY NOT NULL,
  json text NOT NULL
);

CREATE TABLE member (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  role text DEFAULT '' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE exception (
  id text PRIMARY KEY NOT NULL,
  round_id text NOT NULL,
  account_id text NOT NULL,
  tier text NOT NULL,
  reason text NOT NULL,
  approver text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (round_id) REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX exception_round ON exception (round_id);

CREATE TABLE indicator (
  id text PRIMARY KEY NOT NULL,
  sheet_id text NOT NULL,
  mark_key text NOT NULL,
  code text DEFAULT '' NOT NULL,
  name text DEFAULT '' NOT NULL,
  weight integer DEFAULT 0 NOT NULL,
  figure_id text,
  excellent text DEFAULT '' NOT NULL,
  good text DEFAULT '' NOT NULL,
  fair text DEFAULT '' NOT NULL,
  poor text DEFAULT '' NOT NULL,
  failing text DEFAULT '' NOT NULL,
  order_key text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (sheet_id) REFERENCES sheet(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (figure_id) REFERENCES figure(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX indicator_sheet ON indicator (sheet_id);

CREATE TABLE mark_note (
  id text PRIMARY KEY NOT NULL,
  round_id text NOT NULL,
  account_id text NOT NULL,
  indicator_id text NOT NULL,
  text text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (round_id) REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (indicator_id) REFERENCES indicator(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX mark_note_round ON mark_note (round_id);

CREATE TABLE marks (
  id text PRIMARY KEY NOT NULL,
  round_id text NOT NULL,
  account_id text NOT NULL,
  marks text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (round_id) REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX marks_round ON marks (round_id);

CREATE TABLE publication (
  id text PRIMARY KEY NOT NULL,
  round_id text NOT NULL,
  round_name text NOT NULL,
  revision integer NOT NULL,
  published_at text NOT NULL,
  published_by text NOT NULL,
  note text NOT NULL,
  sheet text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (round_id) REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX publication_round ON publication (round_id);

CREATE TABLE reopening (
  id text PRIMARY KEY NOT NULL,
  publication_id text NOT NULL,
  reopened_at text NOT NULL,
  reopened_by text NOT NULL,
  reason text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (publication_id) REFERENCES publication(id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE result (
  id text PRIMARY KEY NOT NULL,
  publication_id text NOT NULL,
  account_id text NOT NULL,
  score integer,
  standing text NOT NULL,
  rank integer,
  detail text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (publication_id) REFERENCES publication(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX result_publication ON result (publication_id);

CREATE INDEX result_account ON result (account_id);
CREATE TABLE round (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  sheet_id text NOT NULL,
  state text NOT NULL,
  borders text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (sheet_id) REFERENCES sheet(id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE sheet (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE change (
  txn_id text NOT NULL,
  seq integer NOT NULL,
  tbl text NOT NULL,
  row_id text NOT NULL,
  op text NOT NULL,
  before text,
  after text NOT NULL,
  PRIMARY KEY(txn_id, seq)
);
CREATE INDEX change_row ON change (tbl,row_id);

CREATE TABLE command_receipt (
  command_id text PRIMARY KEY NOT NULL,
  txn_id text,
  reply text NOT NULL,
  at text NOT NULL
);

CREATE TABLE log_state (
  id integer PRIMARY KEY NOT NULL,
  mode text NOT NULL,
  txn_id text
);

CREATE TABLE migration (
  version integer PRIMARY KEY NOT NULL,
  name text NOT NULL,
  hash text NOT NULL,
  applied_at text NOT NULL
);

CREATE TABLE txn (
  id text PRIMARY KEY NOT NULL,
  hlc text NOT NULL,
  device text NOT NULL,
  device_seq integer NOT NULL,
  actor text NOT NULL,
  command text NOT NULL,
  label text NOT NULL,
  undo_of text,
  base integer NOT NULL,
  schema_version integer NOT NULL,
  app_version text NOT NULL,
  source text NOT NULL,
  hub_seq integer,
  batch_id text
);
CREATE INDEX txn_hlc ON txn (hlc);

CREATE INDEX txn_device ON txn (device,device_seq);
CREATE INDEX txn_batch ON txn (batch_id);
CREATE INDEX txn_undo ON txn (undo_of);
INSERT INTO log_state (id, mode) VALUES (1, 'closed');
`
