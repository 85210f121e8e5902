import type Database from 'better-sqlite3'
import { MADE_BY_HAND } from '../../channel/tasks/rules/reasons.ts'
import type { DepartmentStatus, SampleKept } from '../contract.ts'

/** A row that the sample brought in. */
export interface SampleRow {
  readonly tbl: string
  readonly id: string
}

/** Rows that the sample brought in, whenever it was loaded; the cross join keeps SQLite from reading all changes. */
const BROUGHT = `SELECT c.tbl, c.row_id AS id FROM txn t CROSS JOIN change c ON c.txn_id = t.id
  WHERE t.source = 'sample' AND c.op = 'insert'`

/** Rows that are there of those that the sample brought in. */
const liveRows = (db: Database.Database): SampleRow[] =>
  db.prepare<[], SampleRow>(BROUGHT).all().filter(liveTest(db))

/** The sample's rows that are there: those that nothing of the user's stands on, and what stays. */
export function sampleParts(db: Database.Database): { removable: SampleRow[]; kept: SampleKept } {
  const live = liveRows(db)
  if (live.length === 0) return { removable: [], kept: NOTHING_KEPT }
  const keptIds = keptRows(db, live)
  const count = (table: string): number =>
    live.filter(({ tbl, id }) => tbl === table && keptIds.has(id)).length
  return {
    removable: live.filter(({ id }) => !keptIds.has(id)),
    kept: { accounts: count('account'), members: count('member'), people: count('person') },
  }
}

/** Rows that don't stand on others of the sample. */
const ROOTS = [
  'account',
  'person',
  'member',
  'sheet',
  'figure',
  'custom_field',
  'product',
  'competitor',
  'playbook',
  ...['consultation', 'club_level', 'club_event', 'incentive_rule', 'mystery_sheet'],
  ...['policy', 'trip', 'visit'],
  ...['root_cause', 'remedy_offer', 'approval_limit', 'paper_template', 'idea', 'survey'],
]

const NOTHING_KEPT: SampleKept = { accounts: 0, members: 0, people: 0 }

/**
 * Whether there is anything of the sample to remove: at once where its round is there, on which nothing stands. And
 * how much of it stays where only parts of it are left.
 */
export function sampleStanding(db: Database.Database): Pick<DepartmentStatus, 'sampleLoaded' | 'sampleKept'> {
  const brought = db.prepare<[string], SampleRow>(`${BROUGHT} AND c.tbl = ?`)
  const isLive = liveTest(db)
  const anyOf = (table: string): boolean => brought.all(table).some(isLive)
  if (anyOf('round')) return { sampleLoaded: true, sampleKept: null }
  // asked after every write: with all of these gone, which everything else stands on, nothing is left to look at
  if (!ROOTS.some(anyOf)) return { sampleLoaded: false, sampleKept: null }
  const { removable, kept } = sampleParts(db)
  const sampleLoaded = removable.length > 0
  const stays = kept.accounts + kept.members + kept.people > 0
  return { sampleLoaded, sampleKept: sampleLoaded || stays ? kept : null }
}

function liveTest(db: Database.Database): (row: SampleRow) => boolean {
  const statements = new Map<string, Database.Statement<[string]>>()
  return ({ tbl, id }) => {
    const known =
      statements.get(tbl) ?? db.prepare<[string]>(`SELECT 1 FROM "${tbl}" WHERE id = ? AND deleted = 0`)
    statements.set(tbl, known)
    return known.get(id) !== undefined
  }
}

/**
 * Rows that say something: while one of the user's is there, so is what it is about. What the user wrote into the
 * sample's own round (marks, notes, a publication) goes with that round, and where they put somebody on a map with it.
 */
const SAYING: Readonly<Record<string, readonly string[]>> = {
  account: ['owner_id', 'parent_id'],
  log_entry: ['account_id', 'member_id', 'next_by'],
  attachment: ['entry_id', 'account_id', 'added_by'],
  promise: ['account_id', 'member_id', 'person_id', 'source_id'],
  warning_sign: ['person_id', 'noted_by'],
  swot_item: ['account_id', 'noted_by'],
  wallet: ['account_id', 'product_id', 'competitor_id'],
  rival: ['account_id', 'competitor_id'],
  rival_move: ['account_id', 'competitor_id', 'entry_id', 'noted_by'],
  stickiness: ['account_id', 'noted_by'],
  switching_cost: ['account_id'],
  delivered_value: ['account_id', 'noted_by'],
  value_action: ['account_id', 'owner_id'],
  referral: ['from_id', 'from_person_id', 'to_id'],
  account_decision: ['account_id', 'decided_by'],
  handover: ['from_id', 'to_id'],
  quality_incident: ['account_id', 'product_id', 'owner_id'],
  care_task: ['account_id', 'person_id', 'owner_id'],
  account_contract: ['account_id'],
  consultation: ['owner_id'],
  opinion: ['account_id', 'consultation_id', 'person_id'],
  club_membership: ['account_id', 'level_id'],
  club_event: ['owner_id'],
  invitation: ['account_id', 'event_id', 'person_id'],
  incentive_entry: ['account_id', 'rule_id'],
  mystery_visit: ['sheet_id', 'account_id', 'visitor_id'],
  policy_exception: ['account_id'],
  request: ['account_id', 'person_id', 'owner_id', 'backup_id', 'sponsor_id'],
  effort: ['account_id', 'member_id', 'subject_id'],
  visit: ['trip_id', 'owner_id'],
  visit_topic: ['member_id', 'person_id'],
  visit_gift: ['account_id', 'person_id'],
  visit_note: ['account_id', 'competitor_id', 'person_id'],
  busy_time: ['member_id'],
  executive: ['member_id'],
  recovery_case: [
    ...['account_id', 'person_id', 'product_id', 'responsible_id', 'owner_id', 'investigator_id'],
    ...['request_id', 'incident_id', 'promise_id', 'root_cause_id', 'repeat_of', 'merged_into'],
  ],
  win_back: ['account_id', 'case_id', 'owner_id'],
  order_month: ['account_id'],
  idea: ['case_id', 'product_id', 'owner_id'],
  survey_answer: ['survey_id', 'account_id', 'person_id', 'case_id'],
}

/** Where the rows are that a column of a link points to. */
const ENDS = {
  person_id: 'person',
  account_id: 'account',
  member_id: 'member',
  entry_id: 'log_entry',
  visit_id: 'visit',
  case_id: 'recovery_case',
  idea_id: 'idea',
  from_id: 'person',
  to_id: 'person',
} as const
type End = keyof typeof ENDS

/** Rows that only link two others: one of the user's keeps one end where the other is there and not the sample's. */
const LINKING: readonly (readonly [table: string, one: End, other: End])[] = [
  ['employment', 'person_id', 'account_id'],
  ['coverage', 'person_id', 'member_id'],
  ['group_seat', 'account_id', 'member_id'],
  ['log_person', 'entry_id', 'person_id'],
  ['relation', 'from_id', 'to_id'],
  ['relation', 'from_id', 'account_id'],
  ['visit_account', 'visit_id', 'account_id'],
  ['visit_member', 'visit_id', 'member_id'],
  ['visit_person', 'visit_id', 'person_id'],
  ['case_member', 'case_id', 'member_id'],
  ['case_visit', 'case_id', 'visit_id'],
  ['idea_asker', 'idea_id', 'account_id'],
]

const IN_SAMPLE = 'IN (SELECT id FROM sample)'

/**
 * Which rows say something: a file of an entry that is gone says nothing any more, nor do tasks that rules made for an
 * account that would go; what the user wrote into a visit of the sample goes with it.
 */
const SHOWN_WITH: Readonly<Record<string, string>> = {
  attachment: 'AND (t.entry_id IS NULL OR t.entry_id IN (SELECT id FROM log_entry WHERE deleted = 0))',
  care_task: `AND t.why ->> '$.code' IN (${MADE_BY_HAND.map((code) => `'${code}'`).join(', ')})`,
  ...Object.fromEntries(
    ['visit_topic', 'visit_gift', 'visit_note'].map((table) => [table, `AND t.visit_id NOT ${IN_SAMPLE}`]),
  ),
}

const OF_THE_USER = 't.deleted = 0 AND t.id NOT IN (SELECT id FROM sample)'

/** What the user's rows of the archive point to, by JSON too: custom fields, accounts of a hand-over. */
const HELD = [
  // each table is read once, and what isn't the sample's is passed over later
  ...Object.entries(SAYING).map(([table, columns]) => {
    const ends = columns.map((column) => `t.${column}`).join(', ')
    return `SELECT j.value FROM "${table}" t JOIN json_each(json_array(${ends})) j
      WHERE ${OF_THE_USER} AND j.value IS NOT NULL ${SHOWN_WITH[table] ?? ''}`
  }),
  ...LINKING.flatMap(([table, one, other]) =>
    (
      [
        [one, other],
        [other, one],
      ] as const
    ).map(
      ([end, far]) => `SELECT t.${end} FROM "${table}" t WHERE ${OF_THE_USER} AND t.${far} NOT ${IN_SAMPLE}
        AND t.${far} IN (SELECT id FROM "${ENDS[far]}" WHERE deleted = 0)`,
    ),
  ),
  ...['account', 'person'].map(
    (table) => `SELECT j.key FROM "${table}" t JOIN json_each(t.custom) j WHERE ${OF_THE_USER}`,
  ),
  `SELECT j.value FROM handover t JOIN json_each(t.account_ids) j WHERE ${OF_THE_USER}`,
  `SELECT j.value ->> '$.memberId' FROM playbook t JOIN json_each(t.steps) j WHERE ${OF_THE_USER}`,
  ...['memberId', 'playbookId'].map(
    (held) => `SELECT t.content ->> '$.${held}' FROM care_rule t WHERE ${OF_THE_USER}`,
  ),
].join(' UNION ')

/** What the user's rounds, sheets and accounts need of the sample's sheet and figures. */
const EVALUATION = `
  SELECT id FROM kept_sheet
  UNION SELECT id FROM indicator WHERE sheet_id IN (SELECT id FROM kept_sheet)
  UNION SELECT i.figure_id FROM indicator i JOIN sheet s ON s.id = i.sheet_id
    WHERE i.deleted = 0 AND s.deleted = 0 AND i.figure_id IS NOT NULL
      AND (s.id NOT ${IN_SAMPLE} OR s.id IN (SELECT id FROM kept_sheet))
  UNION SELECT f.key FROM account t JOIN json_each(t.figures) f WHERE ${OF_THE_USER}
  UNION SELECT e.member_id FROM evaluator e JOIN round r ON r.id = e.round_id
    WHERE e.deleted = 0 AND r.deleted = 0 AND r.id NOT ${IN_SAMPLE}`

/** Takes the sample's live rows as JSON: a dead row is nobody's. */
const KEPT = `WITH sample (id) AS MATERIALIZED (SELECT value FROM json_each(?)),
  kept_sheet (id) AS (SELECT sheet_id FROM round WHERE deleted = 0 AND id NOT ${IN_SAMPLE})
  ${EVALUATION} UNION ${HELD}`

/** The sample's rows that stay: those that the user's rows stand on, and those that these stand on in turn. */
function keptRows(db: Database.Database, rows: readonly SampleRow[]): ReadonlySet<string> {
  const tables = new Map(rows.map(({ tbl, id }) => [id, tbl]))
  const kept = new Set<string>()
  const queue = db
    .prepare<[string], string>(KEPT)
    .pluck()
    .all(JSON.stringify([...tables.keys()]))
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const table = tables.get(id)
    if (table === undefined || kept.has(id)) continue
    kept.add(id)
    queue.push(
      ...(STANDS_ON[table] ?? []).flatMap((sql) => db.prepare<[string], string>(sql).pluck().all(id)),
    )
  }
  return kept
}

/** What a kept row stands on: a person on their employments, an account on its figures' and fields' names. */
const STANDS_ON: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    Object.entries(SAYING).map(([table, columns]) => [
      table,
      columns.map((column) => `SELECT ${column} FROM "${table}" WHERE id = ? AND ${column} IS NOT NULL`),
    ]),
  ),
  account: [
    'SELECT owner_id FROM account WHERE id = ? AND owner_id IS NOT NULL',
    'SELECT parent_id FROM account WHERE id = ? AND parent_id IS NOT NULL',
    'SELECT j.key FROM account a JOIN json_each(a.figures) j WHERE a.id = ?',
    'SELECT j.key FROM account a JOIN json_each(a.custom) j WHERE a.id = ?',
  ],
  person: [
    'SELECT id FROM employment WHERE person_id = ? AND deleted = 0 AND until IS NULL',
    'SELECT j.key FROM person p JOIN json_each(p.custom) j WHERE p.id = ?',
  ],
  employment: ['SELECT account_id FROM employment WHERE id = ?'],
}
