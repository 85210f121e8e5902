import { defineConfig } from 'drizzle-kit'

/** `npm run db:generate` writes the SQL that a new migration step starts from; a person reads it and moves it to db/migrations. */
export default defineConfig({
  dialect: 'sqlite',
  schema: ['./db/*/tables.ts', './db/*/*/tables.ts'],
  out: './out/migrations',
})
