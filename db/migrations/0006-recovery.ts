/** Service recovery: cases with their course, causes, remedies and files; lost accounts; ideas; surveys; papers. */
export const sql = `
CREATE TABLE root_cause (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  loss_cause text NOT NULL,
  force text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE recovery_case (
  id text PRIMARY KEY NOT NULL,
  code text NOT NULL,
  account_id text NOT NULL,
  kind text NOT NULL,
  category text NOT NULL,
  title text NOT NULL,
  person_id text,
  way text NOT NULL,
  came_at text NOT NULL,
  happened_on text,
  words text DEFAULT '' NOT NULL,
  remedy_asked text DEFAULT '' NOT NULL,
  at_risk integer,
  loss integer,
  product_id text,
  place text DEFAULT '' NOT NULL,
  responsible_id text,
  owner_id text,
  investigator_id text,
  request_id text,
  incident_id text,
  promise_id text,
  repeat_of text,
  merged_into text,
  grading text NOT NULL,
  finding text,
  root_cause_id text,
  escape_cause text DEFAULT '' NOT NULL,
  apology text,
  explanation text DEFAULT '' NOT NULL,
  approval text,
  answer text,
  content_before integer,
  content_then integer,
  content_after integer,
  justice text,
  calendar_id text,
  progress text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (product_id) REFERENCES product(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (responsible_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (investigator_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (request_id) REFERENCES request(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (incident_id) REFERENCES quality_incident(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (promise_id) REFERENCES promise(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (root_cause_id) REFERENCES root_cause(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (calendar_id) REFERENCES calendar_version(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX recovery_case_account ON recovery_case (account_id, came_at);
CREATE INDEX recovery_case_came ON recovery_case (came_at);
CREATE INDEX recovery_case_code ON recovery_case (code);
CREATE INDEX recovery_case_person ON recovery_case (person_id);
CREATE INDEX recovery_case_merged ON recovery_case (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX recovery_case_root ON recovery_case (root_cause_id, account_id, came_at);
CREATE INDEX recovery_case_open ON recovery_case (owner_id, account_id, progress ->> '$.state') WHERE progress ->> '$.open' = 1 AND deleted = 0;

CREATE TABLE case_member (
  id text PRIMARY KEY NOT NULL,
  case_id text NOT NULL,
  member_id text NOT NULL,
  part text DEFAULT '' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (case_id) REFERENCES recovery_case(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX case_member_case ON case_member (case_id);
CREATE INDEX case_member_member ON case_member (member_id);

CREATE TABLE case_event (
  id text PRIMARY KEY NOT NULL,
  case_id text NOT NULL,
  kind text NOT NULL,
  at text NOT NULL,
  recorded_at text NOT NULL,
  by text NOT NULL,
  note text DEFAULT '' NOT NULL,
  person_id text,
  detail text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (case_id) REFERENCES recovery_case(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX case_event_case ON case_event (case_id);
CREATE INDEX case_event_person ON case_event (person_id);

CREATE TABLE case_visit (
  id text PRIMARY KEY NOT NULL,
  case_id text NOT NULL,
  visit_id text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (case_id) REFERENCES recovery_case(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (visit_id) REFERENCES visit(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX case_visit_case ON case_visit (case_id);
CREATE INDEX case_visit_visit ON case_visit (visit_id);

CREATE TABLE case_file (
  id text PRIMARY KEY NOT NULL,
  case_id text NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  bytes integer NOT NULL,
  media_type text NOT NULL,
  added_by text,
  added_at text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (case_id) REFERENCES recovery_case(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (added_by) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX case_file_case ON case_file (case_id);
CREATE INDEX case_file_content ON case_file (sha256);

CREATE TABLE case_why (
  id text PRIMARY KEY NOT NULL,
  case_id text NOT NULL,
  parent_id text,
  question text NOT NULL,
  answer text DEFAULT '' NOT NULL,
  ours integer DEFAULT 0 NOT NULL,
  evidence text DEFAULT '' NOT NULL,
  order_key text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (case_id) REFERENCES recovery_case(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX case_why_case ON case_why (case_id);

CREATE TABLE case_action (
  id text PRIMARY KEY NOT NULL,
  case_id text NOT NULL,
  kind text NOT NULL,
  what text NOT NULL,
  owner_id text,
  due_on text,
  done text,
  checks text DEFAULT '{}' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (case_id) REFERENCES recovery_case(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX case_action_case ON case_action (case_id);
CREATE INDEX case_action_open ON case_action (due_on, owner_id) WHERE done IS NULL AND deleted = 0;

CREATE TABLE case_remedy (
  id text PRIMARY KEY NOT NULL,
  case_id text NOT NULL,
  kind text NOT NULL,
  what text NOT NULL,
  owner_id text,
  due_on text,
  amount integer DEFAULT 0 NOT NULL,
  done text,
  order_key text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (case_id) REFERENCES recovery_case(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX case_remedy_case ON case_remedy (case_id);
CREATE INDEX case_remedy_open ON case_remedy (due_on, owner_id) WHERE done IS NULL AND deleted = 0;

CREATE TABLE remedy_offer (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  cost integer DEFAULT 0 NOT NULL,
  note text DEFAULT '' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE approval_limit (
  id text PRIMARY KEY NOT NULL,
  role text NOT NULL,
  amount integer NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE win_back (
  id text PRIMARY KEY NOT NULL,
  code text NOT NULL,
  account_id text NOT NULL,
  case_id text,
  lost_on text NOT NULL,
  owner_id text,
  interview text,
  worth text,
  decision text,
  outcomes text DEFAULT '{}' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (case_id) REFERENCES recovery_case(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX win_back_account ON win_back (account_id);
CREATE INDEX win_back_case ON win_back (case_id);

CREATE TABLE win_back_step (
  id text PRIMARY KEY NOT NULL,
  win_back_id text NOT NULL,
  what text NOT NULL,
  owner_id text,
  due_on text NOT NULL,
  done text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (win_back_id) REFERENCES win_back(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX win_back_step_win_back ON win_back_step (win_back_id);
CREATE INDEX win_back_step_open ON win_back_step (due_on, owner_id) WHERE done IS NULL AND deleted = 0;

CREATE TABLE idea (
  id text PRIMARY KEY NOT NULL,
  code text NOT NULL,
  title text NOT NULL,
  detail text DEFAULT '' NOT NULL,
  case_id text,
  product_id text,
  owner_id text,
  due_on text,
  weight text,
  progress text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (case_id) REFERENCES recovery_case(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (product_id) REFERENCES product(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX idea_case ON idea (case_id);

CREATE TABLE idea_asker (
  id text PRIMARY KEY NOT NULL,
  idea_id text NOT NULL,
  account_id text NOT NULL,
  person_id text,
  asked_on text NOT NULL,
  told text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (idea_id) REFERENCES idea(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX idea_asker_idea ON idea_asker (idea_id);
CREATE INDEX idea_asker_account ON idea_asker (account_id);
CREATE INDEX idea_asker_person ON idea_asker (person_id);

CREATE TABLE idea_event (
  id text PRIMARY KEY NOT NULL,
  idea_id text NOT NULL,
  kind text NOT NULL,
  at text NOT NULL,
  recorded_at text NOT NULL,
  by text NOT NULL,
  note text DEFAULT '' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (idea_id) REFERENCES idea(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX idea_event_idea ON idea_event (idea_id);

CREATE TABLE survey (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  questions text DEFAULT '[]' NOT NULL,
  opened_on text NOT NULL,
  closed_on text,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE survey_answer (
  id text PRIMARY KEY NOT NULL,
  survey_id text NOT NULL,
  account_id text NOT NULL,
  person_id text,
  score integer NOT NULL,
  answers text DEFAULT '{}' NOT NULL,
  words text DEFAULT '' NOT NULL,
  answered_on text NOT NULL,
  case_id text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (survey_id) REFERENCES survey(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (case_id) REFERENCES recovery_case(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX survey_answer_survey ON survey_answer (survey_id);
CREATE INDEX survey_answer_account ON survey_answer (account_id, answered_on);
CREATE INDEX survey_answer_person ON survey_answer (person_id);
CREATE INDEX survey_answer_case ON survey_answer (case_id);

CREATE TABLE paper_template (
  id text PRIMARY KEY NOT NULL,
  paper text NOT NULL,
  language text NOT NULL,
  content text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE case_paper (
  id text PRIMARY KEY NOT NULL,
  case_id text NOT NULL,
  paper text NOT NULL,
  language text NOT NULL,
  format text NOT NULL,
  by text NOT NULL,
  at text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (case_id) REFERENCES recovery_case(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX case_paper_case ON case_paper (case_id);
`
