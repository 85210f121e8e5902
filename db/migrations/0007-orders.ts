/** Orders of accounts by month, by which a case proves that trust is back; what Today asks of remedies and actions, and a case of those that it is compared with. */
export const sql = `
CREATE TABLE order_month (
  id text PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  month text NOT NULL,
  amount integer NOT NULL,
  deleted integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX order_month_account ON order_month (account_id, month);
CREATE INDEX recovery_case_paid ON recovery_case (category, progress ->> '$.endedAt') WHERE loss > 0 AND approval IS NOT NULL AND deleted = 0 AND merged_into IS NULL AND progress ->> '$.state' = 'closed';
CREATE INDEX recovery_case_due ON recovery_case (min(coalesce(progress ->> '$.clocks.answer.due', 9e15), coalesce(progress ->> '$.clocks.contain.due', 9e15), coalesce(progress ->> '$.clocks.interim.due', 9e15), coalesce(progress ->> '$.clocks.solution.due', 9e15)), owner_id, account_id, progress ->> '$.state') WHERE progress ->> '$.open' = 1 AND deleted = 0 AND merged_into IS NULL;
CREATE INDEX case_remedy_done ON case_remedy (done ->> '$.on') WHERE json_valid(done) AND deleted = 0;
CREATE INDEX case_action_check ON case_action (done ->> '$.on') WHERE json_valid(done) AND deleted = 0 AND checks ->> '$."180"' IS NULL;
`
