/** Orders of accounts by month, by which a case proves that trust is back. */
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
`
