import type Database from 'better-sqlite3'
import type { CustomSubject } from '../../rules/fields.ts'

interface Twin {
  readonly id: string
  readonly name: string
  readonly remark: string
}

const REMARKS: Readonly<Record<CustomSubject, string>> = {
  account: `SELECT a.id, a.name, concat_ws(' · ', nullif(a.code, ''), nullif(a.region, ''), m.name) AS remark
    FROM account a LEFT JOIN member m ON m.id = a.owner_id AND m.deleted = 0 WHERE a.id = ?`,
  person: `SELECT p.id, p.name, concat_ws(' · ',
      (SELECT group_concat(concat_ws(' ', a.name, nullif(e.title, '')), '、') FROM employment e
        JOIN account a ON a.id = e.account_id WHERE e.person_id = p.id AND e.deleted = 0), nullif(p.phone, '')) AS remark
    FROM person p WHERE p.id = ?`,
}

/** Accounts or people with what helps to tell them from others of the same name, in the order of the ids. */
export function twins(db: Database.Database, subject: CustomSubject, ids: readonly string[]): Twin[] {
  const read = db.prepare<[string], Twin>(REMARKS[subject])
  return ids.flatMap((id) => read.get(id) ?? [])
}
