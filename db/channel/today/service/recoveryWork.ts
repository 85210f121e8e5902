import { CHECK_DUE, UNCHECKED } from '../../../recovery/causes/tables.ts'
import type { DatedSql } from './dated.ts'

/** The case that a row belongs to, or the one with which it turned out to be one. */
const OF_CASE = 'CROSS JOIN recovery_case r ON r.id = t.case_id AND r.deleted = 0'
const CASE_ID = 'coalesce(r.merged_into, r.id)'
const CASE_OWNER = 'coalesce(t.owner_id, r.owner_id)'
const CASE_JOINS = `JOIN recovery_case r ON r.id = t.case_id LEFT JOIN account a ON a.id = r.account_id
  LEFT JOIN member m ON m.id = ${CASE_OWNER} AND m.deleted = 0`

/** What is done for a customer after a failure (B5). */
const remedies: DatedSql = {
  kind: 'remedy',
  from: `case_remedy t INDEXED BY case_remedy_open ${OF_CASE} AND r.progress ->> '$.state' <> 'withdrawn'`,
  open: 't.done IS NULL AND t.deleted = 0 AND t.due_on IS NOT NULL',
  due: 't.due_on',
  order: 't.due_on',
  owner: CASE_OWNER,
  account: 'r.account_id',
  done: {
    from: `case_remedy t INDEXED BY case_remedy_done ${OF_CASE}`,
    where: `json_valid(t.done) AND t.deleted = 0 AND t.done ->> '$.on' = @today AND t.done ->> '$.dropped' IS NULL`,
  },
  columns: `t.id, ${CASE_ID} AS of, t.what, NULL AS why, NULL AS task, a.id AS accountId, a.name AS account,
    NULL AS person, m.name AS who, m.role, t.due_on AS dueOn, '' AS dueTime, NULL AS since, NULL AS count`,
  joins: CASE_JOINS,
}

/** What is done so that a failure doesn't come back (8D). */
const actions: DatedSql = {
  kind: 'action',
  from: `case_action t INDEXED BY case_action_open ${OF_CASE} AND r.progress ->> '$.state' <> 'withdrawn'`,
  open: 't.done IS NULL AND t.deleted = 0 AND t.due_on IS NOT NULL',
  due: 't.due_on',
  order: 't.due_on',
  owner: CASE_OWNER,
  account: 'r.account_id',
  done: {
    from: `case_action t INDEXED BY case_action_check ${OF_CASE}`,
    where: `${UNCHECKED} AND t.done ->> '$.on' = @today`,
  },
  columns: `t.id, ${CASE_ID} AS of, t.what, NULL AS why, NULL AS task, a.id AS accountId, a.name AS account,
    NULL AS person, m.name AS who, m.role, t.due_on AS dueOn, '' AS dueTime, NULL AS since, NULL AS count`,
  joins: CASE_JOINS,
}

/** The looks at whether an action works: the first that wasn't taken. */
const checks: DatedSql = {
  kind: 'check',
  from: `case_action t INDEXED BY case_action_check ${OF_CASE}`,
  open: UNCHECKED,
  due: CHECK_DUE,
  order: `t.done ->> '$.on'`,
  owner: CASE_OWNER,
  account: 'r.account_id',
  done: null,
  columns: `t.id, ${CASE_ID} AS of, t.what, NULL AS why, NULL AS task, a.id AS accountId, a.name AS account,
    NULL AS person, m.name AS who, m.role, ${CHECK_DUE} AS dueOn, '' AS dueTime, NULL AS since, NULL AS count`,
  joins: CASE_JOINS,
}

const OF_LOST = 'CROSS JOIN win_back w ON w.id = t.win_back_id AND w.deleted = 0'

/** Steps of winning an account back, or of parting with it. */
const winBackSteps: DatedSql = {
  kind: 'winBackStep',
  from: `win_back_step t INDEXED BY win_back_step_open ${OF_LOST}`,
  open: 't.done IS NULL AND t.deleted = 0',
  due: 't.due_on',
  order: 't.due_on',
  owner: 'coalesce(t.owner_id, w.owner_id)',
  account: 'w.account_id',
  done: {
    from: `win_back_step t ${OF_LOST}`,
    where: `t.done IS NOT NULL AND t.deleted = 0 AND t.done ->> '$.on' = @today`,
  },
  columns: `t.id, w.id AS of, t.what, NULL AS why, NULL AS task, a.id AS accountId, a.name AS account,
    NULL AS person, m.name AS who, m.role, t.due_on AS dueOn, '' AS dueTime, NULL AS since, NULL AS count`,
  joins: `JOIN win_back w ON w.id = t.win_back_id LEFT JOIN account a ON a.id = w.account_id
    LEFT JOIN member m ON m.id = coalesce(t.owner_id, w.owner_id) AND m.deleted = 0`,
}

/** When a lost account that we try to win back is looked at again: half a year after the decision, then a year. */
const LOOK_DUE = `date(t.decision ->> '$.on',
  CASE WHEN t.outcomes ->> '$."6"' IS NULL THEN '+6 months' ELSE '+12 months' END, 'floor')`

const winBackLooks: DatedSql = {
  kind: 'winBackLook',
  from: 'win_back t',
  open: `t.decision ->> '$.decision' = 'try' AND t.outcomes ->> '$."12"' IS NULL AND t.deleted = 0`,
  due: LOOK_DUE,
  order: `t.decision ->> '$.on'`,
  owner: 't.owner_id',
  account: 't.account_id',
  done: null,
  columns: `t.id, NULL AS of, t.code AS what, NULL AS why, NULL AS task, a.id AS accountId, a.name AS account,
    NULL AS person, m.name AS who, m.role, ${LOOK_DUE} AS dueOn, '' AS dueTime, NULL AS since, NULL AS count`,
  joins: `LEFT JOIN account a ON a.id = t.account_id LEFT JOIN member m ON m.id = t.owner_id AND m.deleted = 0`,
}

/** What service recovery has due on a day. */
export const RECOVERY_WORK: readonly DatedSql[] = [remedies, actions, checks, winBackSteps, winBackLooks]
