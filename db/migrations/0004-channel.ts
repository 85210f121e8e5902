/** The VIP channel: working calendars, policies, requests, care tasks, ledgers of effort, incentives, quality, club, consultations. */
export const sql = `
CREATE TABLE work_calendar (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  order_key text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE calendar_version (
  id text PRIMARY KEY NOT NULL,
  calendar_id text NOT NULL,
  content text NOT NULL,
  made_at text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (calendar_id) REFERENCES work_calendar(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX calendar_version_calendar ON calendar_version (calendar_id);

CREATE TABLE calendar_member (
  id text PRIMARY KEY NOT NULL,
  member_id text NOT NULL,
  calendar_id text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (calendar_id) REFERENCES work_calendar(id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE policy (
  id text PRIMARY KEY NOT NULL,
  tier text NOT NULL,
  from_on text NOT NULL,
  terms text NOT NULL,
  grace_days integer DEFAULT 0 NOT NULL,
  note text DEFAULT '' NOT NULL,
  published_at text NOT NULL,
  published_by text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);
CREATE INDEX policy_tier ON policy (tier);

CREATE TABLE policy_exception (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  from_on text NOT NULL,
  until_on text NOT NULL,
  terms text NOT NULL,
  reason text NOT NULL,
  approved_by text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX policy_exception_account ON policy_exception (account_id);

CREATE TABLE request (
  id text PRIMARY KEY NOT NULL,
  code text NOT NULL,
  account_id text NOT NULL,
  person_id text,
  way text NOT NULL,
  kind text NOT NULL,
  priority text NOT NULL,
  title text NOT NULL,
  detail text DEFAULT '' NOT NULL,
  asked_at text NOT NULL,
  owner_id text,
  backup_id text,
  sponsor_id text,
  calendar_id text,
  promised text NOT NULL,
  progress text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (backup_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (sponsor_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (calendar_id) REFERENCES calendar_version(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX request_account ON request (account_id);
CREATE INDEX request_owner ON request (owner_id);
CREATE INDEX request_person ON request (person_id);
CREATE INDEX request_code ON request (code);
CREATE INDEX request_asked ON request (asked_at);
CREATE INDEX request_open ON request (min(coalesce(progress ->> '$.clocks.first.due', 9e15), coalesce(progress ->> '$.clocks.update.due', 9e15), coalesce(progress ->> '$.clocks.solution.due', 9e15)), owner_id, backup_id, account_id, progress ->> '$.state') WHERE progress ->> '$.open' = 1 AND deleted = 0;
CREATE INDEX request_solved ON request (progress ->> '$.solvedAt', owner_id, backup_id, account_id) WHERE progress ->> '$.solvedAt' IS NOT NULL AND deleted = 0;

CREATE TABLE request_event (
  id text PRIMARY KEY NOT NULL,
  request_id text NOT NULL,
  kind text NOT NULL,
  at text NOT NULL,
  recorded_at text NOT NULL,
  by text NOT NULL,
  note text DEFAULT '' NOT NULL,
  detail text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (request_id) REFERENCES request(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX request_event_request ON request_event (request_id);

CREATE TABLE request_part (
  id text PRIMARY KEY NOT NULL,
  request_id text NOT NULL,
  what text NOT NULL,
  owner_id text,
  due_on text,
  done text,
  order_key text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (request_id) REFERENCES request(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX request_part_request ON request_part (request_id);
CREATE INDEX request_part_owner ON request_part (owner_id);
CREATE INDEX request_part_open ON request_part (due_on) WHERE done IS NULL AND deleted = 0;

CREATE TABLE escalation (
  id text PRIMARY KEY NOT NULL,
  tier text NOT NULL,
  told text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE care_task (
  id text PRIMARY KEY NOT NULL,
  account_id text,
  person_id text,
  kind text NOT NULL,
  title text NOT NULL,
  note text DEFAULT '' NOT NULL,
  why text NOT NULL,
  owner_id text,
  due_on text NOT NULL,
  due_time text DEFAULT '' NOT NULL,
  made_on text NOT NULL,
  waiting text,
  snooze text,
  repeats text,
  playbook text,
  settlement text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX care_task_account ON care_task (account_id);
CREATE INDEX care_task_person ON care_task (person_id);
CREATE INDEX care_task_owner ON care_task (owner_id);
CREATE INDEX care_task_open ON care_task (due_on, due_time, owner_id, account_id, snooze, waiting) WHERE settlement IS NULL AND deleted = 0;
CREATE INDEX care_task_settled ON care_task (settlement ->> '$.at', settlement ->> '$.state', owner_id, account_id) WHERE settlement IS NOT NULL AND deleted = 0;
CREATE INDEX care_task_done ON care_task (account_id, kind, settlement ->> '$.at') WHERE settlement ->> '$.state' = 'done' AND settlement ->> '$.contact' IS NULL AND deleted = 0 AND kind IN ('visit', 'executiveVisit', 'call', 'survey', 'talk', 'service');

CREATE TABLE playbook (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  note text DEFAULT '' NOT NULL,
  steps text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE care_rule (
  id text PRIMARY KEY NOT NULL,
  reason text NOT NULL,
  content text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE account_contract (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  name text NOT NULL,
  starts_on text,
  ends_on text NOT NULL,
  note text DEFAULT '' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX account_contract_account ON account_contract (account_id);

CREATE TABLE effort (
  id text PRIMARY KEY NOT NULL,
  member_id text NOT NULL,
  account_id text,
  day text NOT NULL,
  minutes integer NOT NULL,
  subject text NOT NULL,
  subject_id text,
  note text DEFAULT '' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX effort_account ON effort (account_id);
CREATE INDEX effort_day ON effort (day);
CREATE INDEX effort_subject ON effort (subject_id);

CREATE TABLE club_level (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  benefits text DEFAULT '[]' NOT NULL,
  order_key text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE club_membership (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  level_id text NOT NULL,
  since_on text NOT NULL,
  until_on text,
  note text DEFAULT '' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (level_id) REFERENCES club_level(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX club_membership_account ON club_membership (account_id);

CREATE TABLE club_event (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  day text NOT NULL,
  time text DEFAULT '' NOT NULL,
  place text DEFAULT '' NOT NULL,
  seats integer,
  owner_id text,
  note text DEFAULT '' NOT NULL,
  cancelled text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (owner_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE invitation (
  id text PRIMARY KEY NOT NULL,
  event_id text NOT NULL,
  account_id text NOT NULL,
  person_id text,
  invited_on text,
  reply text,
  came integer,
  note text DEFAULT '' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (event_id) REFERENCES club_event(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX invitation_event ON invitation (event_id);
CREATE INDEX invitation_account ON invitation (account_id);

CREATE TABLE incentive_rule (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  unit text NOT NULL,
  text text DEFAULT '' NOT NULL,
  reckoning text,
  from_on text NOT NULL,
  until_on text,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE incentive_entry (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  rule_id text,
  unit text NOT NULL,
  amount integer NOT NULL,
  day text NOT NULL,
  why text NOT NULL,
  by text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (rule_id) REFERENCES incentive_rule(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX incentive_entry_account ON incentive_entry (account_id);
CREATE INDEX incentive_entry_rule ON incentive_entry (rule_id);

CREATE TABLE quality_incident (
  id text PRIMARY KEY NOT NULL,
  code text NOT NULL,
  account_id text NOT NULL,
  kind text NOT NULL,
  severity text NOT NULL,
  product_id text,
  title text NOT NULL,
  detail text DEFAULT '' NOT NULL,
  happened_on text NOT NULL,
  cause text DEFAULT '' NOT NULL,
  owner_id text,
  correction text,
  proof text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (product_id) REFERENCES product(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX quality_incident_account ON quality_incident (account_id);

CREATE TABLE mystery_sheet (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  items text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE mystery_visit (
  id text PRIMARY KEY NOT NULL,
  sheet_id text NOT NULL,
  place text NOT NULL,
  account_id text,
  day text NOT NULL,
  way text NOT NULL,
  visitor_id text,
  marks text NOT NULL,
  finding text DEFAULT '' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (sheet_id) REFERENCES mystery_sheet(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (visitor_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX mystery_visit_sheet ON mystery_visit (sheet_id);
CREATE INDEX mystery_visit_account ON mystery_visit (account_id);

CREATE TABLE consultation (
  id text PRIMARY KEY NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  question text NOT NULL,
  closes_on text NOT NULL,
  decides_on text NOT NULL,
  owner_id text,
  outcome text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (owner_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE opinion (
  id text PRIMARY KEY NOT NULL,
  consultation_id text NOT NULL,
  account_id text NOT NULL,
  person_id text,
  weight integer DEFAULT 1 NOT NULL,
  given text,
  told text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (consultation_id) REFERENCES consultation(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX opinion_consultation ON opinion (consultation_id);
CREATE INDEX opinion_account ON opinion (account_id);

CREATE TABLE notice (
  key text PRIMARY KEY NOT NULL,
  content text NOT NULL,
  raised_at text NOT NULL,
  shown_at text,
  seen_at text
);
CREATE INDEX notice_raised ON notice (raised_at);

CREATE INDEX promise_open ON promise (due_on, side, member_id, account_id) WHERE settlement IS NULL AND deleted = 0;
CREATE INDEX promise_settled ON promise (substr(settlement, instr(settlement, '"on":"') + 6, 10), side) WHERE settlement IS NOT NULL AND deleted = 0;
CREATE INDEX account_gone ON account (id) WHERE deleted = 1;
CREATE INDEX person_birthday ON person (substr(birthday, -5)) WHERE birthday IS NOT NULL AND deleted = 0;
`
