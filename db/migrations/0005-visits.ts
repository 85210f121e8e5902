/** Executive visits: executives, trips, visits with their people, agenda, gifts, costs, notes, briefs; busy times of calendars. */
export const sql = `
CREATE TABLE executive (
  id text PRIMARY KEY NOT NULL,
  member_id text NOT NULL,
  rank integer NOT NULL,
  city text DEFAULT '' NOT NULL,
  monthly integer NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE trip (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  note text DEFAULT '' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE visit (
  id text PRIMARY KEY NOT NULL,
  code text NOT NULL,
  title text DEFAULT '' NOT NULL,
  direction text NOT NULL,
  kind text NOT NULL,
  trip_id text,
  day text NOT NULL,
  time text DEFAULT '' NOT NULL,
  minutes integer NOT NULL,
  city text DEFAULT '' NOT NULL,
  place text DEFAULT '' NOT NULL,
  travel text DEFAULT '' NOT NULL,
  interpreter text DEFAULT '' NOT NULL,
  owner_id text,
  objective text DEFAULT '' NOT NULL,
  wished text DEFAULT '' NOT NULL,
  asks text DEFAULT '[]' NOT NULL,
  gives text DEFAULT '[]' NOT NULL,
  sayings text DEFAULT '[]' NOT NULL,
  unsaid text DEFAULT '' NOT NULL,
  sensitivities text DEFAULT '' NOT NULL,
  budget integer,
  reviewed text,
  brief text,
  repeats text,
  outcome text,
  progress text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (trip_id) REFERENCES trip(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX visit_day ON visit (day);
CREATE INDEX visit_trip ON visit (trip_id);
CREATE INDEX visit_owner ON visit (owner_id);
CREATE INDEX visit_code ON visit (code);
CREATE INDEX visit_open ON visit (day, owner_id, progress ->> '$.state') WHERE progress ->> '$.open' = 1 AND deleted = 0;

CREATE TABLE visit_account (
  id text PRIMARY KEY NOT NULL,
  visit_id text NOT NULL,
  account_id text NOT NULL,
  order_key text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (visit_id) REFERENCES visit(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX visit_account_visit ON visit_account (visit_id);
CREATE INDEX visit_account_account ON visit_account (account_id);

CREATE TABLE visit_member (
  id text PRIMARY KEY NOT NULL,
  visit_id text NOT NULL,
  member_id text NOT NULL,
  part text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (visit_id) REFERENCES visit(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX visit_member_visit ON visit_member (visit_id);
CREATE INDEX visit_member_member ON visit_member (member_id);

CREATE TABLE visit_person (
  id text PRIMARY KEY NOT NULL,
  visit_id text NOT NULL,
  person_id text NOT NULL,
  attitude_before text,
  attitude_after text,
  came integer,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (visit_id) REFERENCES visit(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX visit_person_visit ON visit_person (visit_id);
CREATE INDEX visit_person_person ON visit_person (person_id);

CREATE TABLE visit_topic (
  id text PRIMARY KEY NOT NULL,
  visit_id text NOT NULL,
  topic text NOT NULL,
  member_id text,
  person_id text,
  minutes integer NOT NULL,
  bottom_line text DEFAULT '' NOT NULL,
  concession text DEFAULT '' NOT NULL,
  order_key text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (visit_id) REFERENCES visit(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX visit_topic_visit ON visit_topic (visit_id);

CREATE TABLE visit_gift (
  id text PRIMARY KEY NOT NULL,
  visit_id text NOT NULL,
  account_id text NOT NULL,
  person_id text,
  what text NOT NULL,
  amount integer NOT NULL,
  approval text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (visit_id) REFERENCES visit(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX visit_gift_visit ON visit_gift (visit_id);
CREATE INDEX visit_gift_account ON visit_gift (account_id);
CREATE INDEX visit_gift_person ON visit_gift (person_id);

CREATE TABLE visit_cost (
  id text PRIMARY KEY NOT NULL,
  visit_id text NOT NULL,
  what text NOT NULL,
  amount integer NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (visit_id) REFERENCES visit(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX visit_cost_visit ON visit_cost (visit_id);

CREATE TABLE visit_note (
  id text PRIMARY KEY NOT NULL,
  visit_id text NOT NULL,
  topic_id text,
  kind text NOT NULL,
  text text NOT NULL,
  ours integer DEFAULT 0 NOT NULL,
  account_id text,
  competitor_id text,
  person_id text,
  entry_id text,
  noted_by text,
  noted_at text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (visit_id) REFERENCES visit(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (topic_id) REFERENCES visit_topic(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (competitor_id) REFERENCES competitor(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (entry_id) REFERENCES log_entry(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (noted_by) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX visit_note_visit ON visit_note (visit_id);
CREATE INDEX visit_note_person ON visit_note (person_id);

CREATE TABLE visit_event (
  id text PRIMARY KEY NOT NULL,
  visit_id text NOT NULL,
  kind text NOT NULL,
  at text NOT NULL,
  recorded_at text NOT NULL,
  by text NOT NULL,
  note text DEFAULT '' NOT NULL,
  detail text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (visit_id) REFERENCES visit(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX visit_event_visit ON visit_event (visit_id);

CREATE TABLE visit_brief (
  id text PRIMARY KEY NOT NULL,
  visit_id text NOT NULL,
  content text NOT NULL,
  sha256 text NOT NULL,
  readiness integer NOT NULL,
  reason text DEFAULT '' NOT NULL,
  by text NOT NULL,
  frozen_at text NOT NULL,
  recorded_at text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (visit_id) REFERENCES visit(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX visit_brief_visit ON visit_brief (visit_id);

CREATE TABLE visit_export (
  id text PRIMARY KEY NOT NULL,
  visit_id text NOT NULL,
  brief_id text,
  audience text NOT NULL,
  reader text NOT NULL,
  format text NOT NULL,
  by text NOT NULL,
  at text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (visit_id) REFERENCES visit(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (brief_id) REFERENCES visit_brief(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX visit_export_visit ON visit_export (visit_id);

CREATE TABLE busy_time (
  id text PRIMARY KEY NOT NULL,
  member_id text NOT NULL,
  uid text NOT NULL,
  title text DEFAULT '' NOT NULL,
  city text DEFAULT '' NOT NULL,
  starts_at text NOT NULL,
  ends_at text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX busy_time_member ON busy_time (member_id, starts_at);
`
