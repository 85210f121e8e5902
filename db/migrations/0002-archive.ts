/** The customer archive: fields of accounts, people, relations, work log, promises, analyses, hand-overs. */
export const sql = `
ALTER TABLE account ADD COLUMN short_name text DEFAULT '' NOT NULL;
ALTER TABLE account ADD COLUMN lifecycle text;
ALTER TABLE account ADD COLUMN address text DEFAULT '' NOT NULL;
ALTER TABLE account ADD COLUMN site text DEFAULT '' NOT NULL;
ALTER TABLE account ADD COLUMN founded integer;
ALTER TABLE account ADD COLUMN staff integer;
ALTER TABLE account ADD COLUMN revenue integer;
ALTER TABLE account ADD COLUMN market_position text DEFAULT '' NOT NULL;
ALTER TABLE account ADD COLUMN business text DEFAULT '' NOT NULL;
ALTER TABLE account ADD COLUMN cooperation_since text;
ALTER TABLE account ADD COLUMN parent_id text REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE account ADD COLUMN selling_mode text;
ALTER TABLE account ADD COLUMN selling_mode_why text DEFAULT '' NOT NULL;
ALTER TABLE account ADD COLUMN credit_limit integer;
ALTER TABLE account ADD COLUMN credit_days integer;
ALTER TABLE account ADD COLUMN payment_behaviour text DEFAULT '' NOT NULL;
ALTER TABLE account ADD COLUMN technical_content text;
ALTER TABLE account ADD COLUMN tags text DEFAULT '[]' NOT NULL;
ALTER TABLE account ADD COLUMN custom text DEFAULT '{}' NOT NULL;
ALTER TABLE account ADD COLUMN sources text DEFAULT '{}' NOT NULL;
ALTER TABLE account ADD COLUMN merged_into text REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX account_parent ON account (parent_id);
CREATE INDEX account_owner ON account (owner_id);

CREATE TABLE custom_field (
  id text PRIMARY KEY NOT NULL,
  subject text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  choices text DEFAULT '[]' NOT NULL,
  order_key text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE group_seat (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  member_id text NOT NULL,
  function text DEFAULT '' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX group_seat_account ON group_seat (account_id);
CREATE INDEX group_seat_member ON group_seat (member_id);

CREATE TABLE not_duplicate (
  id text PRIMARY KEY NOT NULL,
  subject text NOT NULL,
  first_id text NOT NULL,
  second_id text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE person (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  gender text,
  phone text DEFAULT '' NOT NULL,
  private_phone text DEFAULT '' NOT NULL,
  email text DEFAULT '' NOT NULL,
  wechat text DEFAULT '' NOT NULL,
  birthday text,
  native_place text DEFAULT '' NOT NULL,
  career text DEFAULT '' NOT NULL,
  trade_since integer,
  interests text DEFAULT '' NOT NULL,
  rhythm text DEFAULT '' NOT NULL,
  family text DEFAULT '' NOT NULL,
  health text DEFAULT '' NOT NULL,
  id_number text DEFAULT '' NOT NULL,
  attitude text,
  decision_role text,
  influence integer,
  brands_view text DEFAULT '' NOT NULL,
  preconditions text DEFAULT '' NOT NULL,
  greeting text DEFAULT '' NOT NULL,
  note text DEFAULT '' NOT NULL,
  tags text DEFAULT '[]' NOT NULL,
  custom text DEFAULT '{}' NOT NULL,
  sources text DEFAULT '{}' NOT NULL,
  basis text DEFAULT '' NOT NULL,
  retain_until text,
  merged_into text,
  erased_at text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (merged_into) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE employment (
  id text PRIMARY KEY NOT NULL,
  person_id text NOT NULL,
  account_id text NOT NULL,
  title text DEFAULT '' NOT NULL,
  department text DEFAULT '' NOT NULL,
  since text,
  until text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX employment_person ON employment (person_id);
CREATE INDEX employment_account ON employment (account_id);

CREATE TABLE coverage (
  id text PRIMARY KEY NOT NULL,
  person_id text NOT NULL,
  member_id text NOT NULL,
  depth integer DEFAULT 0 NOT NULL,
  wanted integer,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX coverage_person ON coverage (person_id);
CREATE INDEX coverage_member ON coverage (member_id);

CREATE TABLE relation (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  from_id text NOT NULL,
  to_id text NOT NULL,
  kind text NOT NULL,
  note text DEFAULT '' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (from_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (to_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX relation_account ON relation (account_id);

CREATE TABLE map_place (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  node_id text NOT NULL,
  place text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX map_place_account ON map_place (account_id);

CREATE TABLE warning_sign (
  id text PRIMARY KEY NOT NULL,
  person_id text NOT NULL,
  sign text NOT NULL,
  why text NOT NULL,
  noted_by text,
  noted_on text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (noted_by) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX warning_sign_person ON warning_sign (person_id);

CREATE TABLE reveal (
  id text PRIMARY KEY NOT NULL,
  person_id text NOT NULL,
  field text NOT NULL,
  by text NOT NULL,
  at text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX reveal_person ON reveal (person_id);

CREATE TABLE erasure (
  id text PRIMARY KEY NOT NULL,
  person_id text NOT NULL,
  by text NOT NULL,
  at text NOT NULL,
  basis text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE log_entry (
  id text PRIMARY KEY NOT NULL,
  account_id text,
  member_id text,
  happened_on text NOT NULL,
  channel text NOT NULL,
  text text NOT NULL,
  next_step text DEFAULT '' NOT NULL,
  next_on text,
  next_by text,
  next_done_on text,
  recorded_at text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (next_by) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX log_entry_account ON log_entry (account_id, happened_on);
CREATE INDEX log_entry_day ON log_entry (happened_on);
CREATE INDEX log_entry_member ON log_entry (member_id, happened_on);
CREATE INDEX log_entry_next ON log_entry (next_done_on, next_on);

CREATE TABLE log_person (
  id text PRIMARY KEY NOT NULL,
  entry_id text NOT NULL,
  person_id text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (entry_id) REFERENCES log_entry(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX log_person_entry ON log_person (entry_id);
CREATE INDEX log_person_person ON log_person (person_id);

CREATE TABLE log_former (
  id text PRIMARY KEY NOT NULL,
  entry_id text NOT NULL,
  text text NOT NULL,
  happened_on text NOT NULL,
  channel text NOT NULL,
  replaced_at text NOT NULL,
  replaced_by text,
  why text DEFAULT '' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (entry_id) REFERENCES log_entry(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (replaced_by) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX log_former_entry ON log_former (entry_id);

CREATE TABLE attachment (
  id text PRIMARY KEY NOT NULL,
  entry_id text,
  account_id text,
  name text NOT NULL,
  sha256 text NOT NULL,
  bytes integer NOT NULL,
  media_type text NOT NULL,
  added_by text,
  added_at text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (entry_id) REFERENCES log_entry(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (added_by) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX attachment_entry ON attachment (entry_id);
CREATE INDEX attachment_account ON attachment (account_id);
CREATE INDEX attachment_content ON attachment (sha256);

CREATE TABLE promise (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  side text NOT NULL,
  member_id text,
  person_id text,
  what text NOT NULL,
  made_on text NOT NULL,
  due_on text,
  settlement text,
  source text DEFAULT 'direct' NOT NULL,
  source_id text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX promise_account ON promise (account_id);
CREATE INDEX promise_person ON promise (person_id);
CREATE INDEX promise_member ON promise (member_id);
CREATE INDEX promise_source ON promise (source_id);

CREATE TABLE product (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  order_key text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE competitor (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  note text DEFAULT '' NOT NULL,
  deleted integer DEFAULT 0 NOT NULL
);

CREATE TABLE swot_item (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  quadrant text NOT NULL,
  text text NOT NULL,
  noted_on text NOT NULL,
  noted_by text,
  order_key text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (noted_by) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX swot_item_account ON swot_item (account_id);

CREATE TABLE wallet (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  product_id text NOT NULL,
  competitor_id text,
  year integer NOT NULL,
  amount integer NOT NULL,
  noted_on text,
  noted_by text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (product_id) REFERENCES product(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (competitor_id) REFERENCES competitor(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (noted_by) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX wallet_account ON wallet (account_id);

CREATE TABLE rival (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  competitor_id text NOT NULL,
  strengths text DEFAULT '' NOT NULL,
  weaknesses text DEFAULT '' NOT NULL,
  noted_on text,
  noted_by text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (competitor_id) REFERENCES competitor(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (noted_by) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX rival_account ON rival (account_id);

CREATE TABLE rival_move (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  competitor_id text NOT NULL,
  happened_on text NOT NULL,
  text text NOT NULL,
  entry_id text,
  noted_by text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (competitor_id) REFERENCES competitor(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (entry_id) REFERENCES log_entry(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (noted_by) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX rival_move_account ON rival_move (account_id);

CREATE TABLE stickiness (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  layer text NOT NULL,
  grade integer NOT NULL,
  evidence text DEFAULT '' NOT NULL,
  noted_on text NOT NULL,
  noted_by text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (noted_by) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX stickiness_account ON stickiness (account_id);

CREATE TABLE switching_cost (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  what text NOT NULL,
  amount integer NOT NULL,
  noted_on text,
  noted_by text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (noted_by) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX switching_cost_account ON switching_cost (account_id);

CREATE TABLE delivered_value (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  item text NOT NULL,
  grade integer NOT NULL,
  note text DEFAULT '' NOT NULL,
  noted_on text NOT NULL,
  noted_by text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (noted_by) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX delivered_value_account ON delivered_value (account_id);

CREATE TABLE value_action (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  item text NOT NULL,
  what text NOT NULL,
  due_on text,
  owner_id text,
  done_on text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (owner_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX value_action_account ON value_action (account_id);

CREATE TABLE referral (
  id text PRIMARY KEY NOT NULL,
  from_id text NOT NULL,
  from_person_id text,
  to_id text NOT NULL,
  happened_on text,
  brought integer,
  note text DEFAULT '' NOT NULL,
  noted_on text,
  noted_by text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (from_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (from_person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (to_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (noted_by) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX referral_from ON referral (from_id);
CREATE INDEX referral_to ON referral (to_id);

CREATE TABLE account_decision (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  decision text NOT NULL,
  reason text NOT NULL,
  decided_by text,
  decided_on text NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (decided_by) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX account_decision_account ON account_decision (account_id);

CREATE TABLE handover (
  id text PRIMARY KEY NOT NULL,
  from_id text NOT NULL,
  to_id text NOT NULL,
  account_ids text NOT NULL,
  made_on text NOT NULL,
  due_on text,
  note text DEFAULT '' NOT NULL,
  giver_signed_at text,
  taker_signed_at text,
  moved_at text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (from_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (to_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE handover_tick (
  id text PRIMARY KEY NOT NULL,
  handover_id text NOT NULL,
  item text NOT NULL,
  giver_at text,
  taker_at text,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (handover_id) REFERENCES handover(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX handover_tick_handover ON handover_tick (handover_id);

CREATE TABLE search_name (
  id integer PRIMARY KEY NOT NULL,
  kind text NOT NULL,
  row_id text NOT NULL,
  folded text NOT NULL,
  pinyin text NOT NULL,
  initials text NOT NULL
);
CREATE INDEX search_name_row ON search_name (row_id);
CREATE INDEX search_name_folded ON search_name (kind, folded);
CREATE INDEX search_name_pinyin ON search_name (kind, pinyin);
CREATE INDEX search_name_initials ON search_name (kind, initials);

CREATE TABLE search_tail (
  id integer PRIMARY KEY NOT NULL,
  kind text NOT NULL,
  row_id text NOT NULL,
  reversed text NOT NULL
);
CREATE INDEX search_tail_row ON search_tail (row_id);
CREATE INDEX search_tail_reversed ON search_tail (reversed);

CREATE TABLE search_text (
  id integer PRIMARY KEY NOT NULL,
  part text NOT NULL,
  row_id text NOT NULL
);
CREATE INDEX search_text_row ON search_text (row_id);

CREATE TABLE search_state (
  id integer PRIMARY KEY NOT NULL,
  version integer NOT NULL,
  tbl text,
  after text NOT NULL,
  seen text NOT NULL
);

CREATE VIRTUAL TABLE search_name_gram USING fts5(
  grams, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '._'");
CREATE VIRTUAL TABLE search_text_gram USING fts5(
  grams, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '._'");
`
