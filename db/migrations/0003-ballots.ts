/** Evaluation by a group: seats, ballots and their papers, steps of a round, agreements, tier decisions. */
export const sql = `
ALTER TABLE round ADD COLUMN method text DEFAULT 'sheet' NOT NULL;
ALTER TABLE round ADD COLUMN rules text DEFAULT '{}' NOT NULL;
ALTER TABLE exception ADD COLUMN expires text;

CREATE TABLE evaluator (
  id text PRIMARY KEY NOT NULL,
  round_id text NOT NULL,
  member_id text NOT NULL,
  seat text NOT NULL,
  votes integer NOT NULL,
  competence text,
  reminded_at text,
  pin_cleared text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (round_id) REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX evaluator_round ON evaluator (round_id);

CREATE TABLE recusal (
  id text PRIMARY KEY NOT NULL,
  round_id text NOT NULL,
  member_id text NOT NULL,
  account_id text NOT NULL,
  reason text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (round_id) REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX recusal_round ON recusal (round_id);

CREATE TABLE ballot (
  id text PRIMARY KEY NOT NULL,
  round_id text NOT NULL,
  member_id text NOT NULL,
  submission text,
  seen_at text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (round_id) REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ballot_round ON ballot (round_id);

CREATE TABLE ballot_marks (
  id text PRIMARY KEY NOT NULL,
  round_id text NOT NULL,
  member_id text NOT NULL,
  account_id text NOT NULL,
  marks text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (round_id) REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ballot_marks_ballot ON ballot_marks (round_id, member_id);

CREATE TABLE ballot_note (
  id text PRIMARY KEY NOT NULL,
  round_id text NOT NULL,
  member_id text NOT NULL,
  account_id text NOT NULL,
  indicator_id text NOT NULL,
  text text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (round_id) REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (indicator_id) REFERENCES indicator(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ballot_note_ballot ON ballot_note (round_id, member_id);

CREATE TABLE ballot_paper (
  id text PRIMARY KEY NOT NULL,
  round_id text NOT NULL,
  member_id text NOT NULL,
  issued_at text NOT NULL,
  sheet_version text NOT NULL,
  layout text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (round_id) REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ballot_paper_round ON ballot_paper (round_id);

CREATE TABLE round_step (
  id text PRIMARY KEY NOT NULL,
  round_id text NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  taken_at text NOT NULL,
  taken_by text NOT NULL,
  reason text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (round_id) REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX round_step_round ON round_step (round_id);

CREATE TABLE agreement (
  id text PRIMARY KEY NOT NULL,
  round_id text NOT NULL,
  account_id text NOT NULL,
  indicator_id text NOT NULL,
  decision text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (round_id) REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (indicator_id) REFERENCES indicator(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX agreement_round ON agreement (round_id);

CREATE TABLE tier_decision (
  id text PRIMARY KEY NOT NULL,
  round_id text NOT NULL,
  account_id text NOT NULL,
  decision text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (round_id) REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX tier_decision_round ON tier_decision (round_id);

CREATE TABLE member_pin (
  member_id text PRIMARY KEY NOT NULL,
  secret text NOT NULL,
  set_at text NOT NULL,
  failures integer DEFAULT 0 NOT NULL
);
`
