import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { coreName } from '../../../exchange/rules/lookAlikes.ts'
import { derivedId } from '../../../kernel/derivedId.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { personPinyin, pinyinText } from '../../pinyin.ts'
import type { CustomSubject } from '../../rules/fields.ts'
import type { merging } from '../contract.ts'
import { type Comparable, likelyPairs, pairKey } from '../rules/likeness.ts'
import { subjectRow } from './subjects.ts'
import { twins } from './twins.ts'

type PairsInput = z.output<NonNullable<(typeof merging.pairs)['~orpc']['inputSchema']>>
type Pairs = z.output<NonNullable<(typeof merging.pairs)['~orpc']['outputSchema']>>
type ApartInput = z.output<NonNullable<(typeof merging.tellApart)['~orpc']['inputSchema']>>

/** Pairs that are probably the same, likeliest first. */
export function pairs({ db }: Kernel, { subject, limit }: PairsInput): Pairs {
  const all = subject === 'account' ? comparableAccounts(db) : comparablePeople(db)
  const found = likelyPairs(all, toldApart(db, subject))
  return {
    pairs: found.slice(0, limit).flatMap(({ first, second, likenesses }) => {
      const [one, other] = twins(db, subject, [first, second])
      return one && other ? [{ first: one, second: other, likenesses: [...likenesses] }] : []
    }),
    more: found.length > limit,
  }
}

/** Remembers that two are not the same. @throws Refusal SUBJECT_NOT_FOUND */
export function tellApart(
  kernel: Kernel,
  { commandId, subject, firstId, secondId }: ApartInput,
): Outcome<object> {
  const name = String(subjectRow(kernel.db, subject, firstId).name)
  const other = String(subjectRow(kernel.db, subject, secondId).name)
  return kernel.write({ commandId, label: { command: 'tellApart', params: { name, other } } }, (tx) => {
    const [first = '', second = ''] = pairKey(firstId, secondId).split(' ')
    tx.db
      .prepare(
        `INSERT INTO not_duplicate (id, subject, first_id, second_id) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET deleted = 0`,
      )
      .run(derivedId(first, second), subject, first, second)
    return {}
  })
}

const toldApart = (db: Database.Database, subject: CustomSubject): ReadonlySet<string> =>
  new Set(
    db
      .prepare<[string], { first: string; second: string }>(
        'SELECT first_id AS first, second_id AS second FROM not_duplicate WHERE subject = ? AND deleted = 0',
      )
      .all(subject)
      .map(({ first, second }) => pairKey(first, second)),
  )

const comparableAccounts = (db: Database.Database): Comparable[] =>
  db
    .prepare<[], { id: string; name: string; phone: string }>(
      'SELECT id, name, phone FROM account WHERE deleted = 0',
    )
    .all()
    .map(({ id, name, phone }) => ({
      ...{ id, name, pinyin: pinyinText(coreName(name)), phones: [phone] },
      ...{ emails: [], wechats: [], accountIds: null },
    }))

const comparablePeople = (db: Database.Database): Comparable[] =>
  db
    .prepare<
      [],
      { id: string; name: string; phone: string; email: string; wechat: string; accounts: string | null }
    >(
      `SELECT p.id, p.name, p.phone, p.email, p.wechat, group_concat(DISTINCT e.account_id) AS accounts
       FROM person p LEFT JOIN employment e ON e.person_id = p.id AND e.deleted = 0
       WHERE p.deleted = 0 AND p.erased_at IS NULL GROUP BY p.id`,
    )
    .all()
    .map(({ id, name, phone, email, wechat, accounts }) => ({
      ...{ id, name, pinyin: personPinyin(name), phones: [phone] },
      ...{ emails: [email], wechats: [wechat], accountIds: accounts?.split(',') ?? [] },
    }))
