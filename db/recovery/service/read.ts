import { STRIP_SEPARATOR } from '../../accounts/rules/strips.ts'
import { newestPublication } from '../../accounts/service/standings.ts'
import type { InputOf } from '../../channel/ledger/service/rows.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { CaseTable, cases } from '../contract.ts'
import { CASE_STRIPS, type CaseStrip } from '../rules/caseTable.ts'
import { CASE_NEVER, caseDueSql } from '../tables.ts'
import { conditionOf } from './among.ts'

type ListInput = InputOf<typeof cases.list>

/** Open ones are few among all: this is the condition of their index, word for word. */
const SHOWN = {
  open: `c.progress ->> '$.open' = 1 AND c.deleted = 0`,
  ended: `c.progress ->> '$.open' = 0 AND c.deleted = 0`,
  all: 'c.deleted = 0',
} as const satisfies Record<ListInput['show'], string>

const DUE = caseDueSql('c.')

/** The columns of lists, see rules/caseTable.ts. */
const COLUMNS = {
  id: 'c.id',
  code: 'c.code',
  accountId: 'c.account_id',
  account: 'a.name',
  accountPinyin: 'n.pinyin',
  tier: `CASE r.standing WHEN 'insufficient' THEN NULL ELSE r.standing END`,
  kind: 'c.kind',
  category: 'c.category',
  severity: `c.grading ->> '$.severity'`,
  state: `c.progress ->> '$.state'`,
  title: 'c.title',
  ownerId: 'm.id',
  owner: 'm.name',
  person: 'p.name',
  cameAt: 'c.came_at',
  due: `nullif(${DUE}, ${CASE_NEVER})`,
  rootCause: 'k.name',
  product: 'd.name',
  place: 'c.place',
  responsible: 's.name',
  atRisk: 'c.at_risk',
  loss: 'c.loss',
  paid: `c.approval ->> '$.amount'`,
  repeat: 'c.repeat_of IS NOT NULL',
  endedAt: `c.progress ->> '$.endedAt'`,
} as const satisfies Record<CaseStrip, string>

const FROM = `JOIN account a ON a.id = c.account_id AND a.deleted = 0
  LEFT JOIN search_name n ON n.row_id = c.account_id AND +n.kind = 'account'
  LEFT JOIN member m ON m.id = c.owner_id AND m.deleted = 0
  LEFT JOIN member s ON s.id = c.responsible_id
  LEFT JOIN person p ON p.id = c.person_id AND p.deleted = 0
  LEFT JOIN root_cause k ON k.id = c.root_cause_id
  LEFT JOIN product d ON d.id = c.product_id
  LEFT JOIN result r INDEXED BY result_account
    ON r.publication_id = @publication AND r.account_id = a.id AND r.deleted = 0`

const ORDER = {
  open: `c.grading ->> '$.severity', ${DUE}, c.id`,
  ended: `c.progress ->> '$.endedAt' DESC, c.id DESC`,
  all: 'c.came_at DESC, c.id DESC',
} as const satisfies Record<ListInput['show'], string>

/** Cases as columns, put together within SQLite as the list of accounts is: the gravest first, or the newest. */
export function listCases({ db, now }: Kernel, { show, accountId, among, limit }: ListInput): CaseTable {
  const { where: amongThem, params: asked } = conditionOf(among)
  const where = `${SHOWN[show]} AND c.merged_into IS NULL
    ${accountId === undefined ? '' : 'AND c.account_id = @accountId'}${amongThem}`
  const strips = CASE_STRIPS.map(
    (name) => `group_concat(coalesce(${COLUMNS[name]}, ''), '${STRIP_SEPARATOR}')`,
  )
  // less than nought is no limit
  const most = limit === undefined ? -1 : limit
  const params = { accountId: accountId ?? null, publication: newestPublication(db), most, ...asked }
  const there = 'JOIN account x ON x.id = c.account_id AND x.deleted = 0'
  const [count = 0, ...texts] =
    db
      .prepare<object, [number, ...string[]]>(
        `SELECT count(*), ${strips.join(', ')}
         FROM (SELECT c.rowid AS place FROM recovery_case c ${there} WHERE ${where} ORDER BY ${ORDER[show]} LIMIT @most) g
         CROSS JOIN recovery_case c ON c.rowid = g.place ${FROM}`,
      )
      .raw()
      .get(params) ?? []
  const total =
    limit === undefined || count < limit
      ? count
      : (db
          .prepare<object, number>(`SELECT count(*) FROM recovery_case c ${there} WHERE ${where}`)
          .pluck()
          .get(params) ?? 0)
  return {
    now: now(),
    count,
    more: total > count,
    strips: Object.fromEntries(
      CASE_STRIPS.flatMap((name, at): [string, string][] => {
        const text = texts[at] ?? ''
        // a column without any value is nothing but separators
        return text.length < count ? [] : [[name, text]]
      }),
    ),
  }
}
