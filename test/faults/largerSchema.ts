import { currentSchema } from '../../db/kernel/open.ts'
import type { Schema } from '../../db/kernel/schema.ts'

/** What a next release could bring: a step that rebuilds a table and takes its time with many rows. */
export const largerSchema: Schema = {
  ...currentSchema,
  steps: [
    ...currentSchema.steps,
    {
      version: currentSchema.steps.length + 1,
      name: '9999-rebuild',
      sql: `CREATE TABLE member_new (id text PRIMARY KEY NOT NULL, name text NOT NULL, role text DEFAULT '' NOT NULL,
          deleted integer DEFAULT 0 NOT NULL);
        INSERT INTO member_new SELECT id, name, role, deleted FROM member;
        DROP TABLE member;
        ALTER TABLE member_new RENAME TO member;`,
    },
  ],
}
