import { SETTLED_ON } from '../../../accounts/promises/tables.ts'
import { type DatedSql, datedSource } from './dated.ts'
import { RECOVERY_WORK } from './recoveryWork.ts'

const ACCOUNT = 'LEFT JOIN account a ON a.id = t.account_id'
const TASK_DUE = `max(t.due_on, coalesce(t.snooze ->> '$.until', ''))`

const tasks: DatedSql = {
  kind: 'task',
  from: 'care_task t INDEXED BY care_task_open',
  open: 't.settlement IS NULL AND t.deleted = 0',
  due: TASK_DUE,
  order: 't.due_on, t.due_time',
  reach: {
    late: 't.due_on < @today',
    today: '(t.due_on = @today OR (t.due_on < @today AND t.snooze IS NOT NULL))',
    next7: 't.due_on <= @week AND (t.due_on > @today OR t.snooze IS NOT NULL)',
  },
  owner: 't.owner_id',
  account: 't.account_id',
  hidden: `coalesce(t.snooze ->> '$.until', '') > @today`,
  held: { mine: 't.waiting IS NOT NULL', all: 't.waiting IS NOT NULL' },
  done: {
    from: 'care_task t INDEXED BY care_task_settled',
    where: `t.settlement IS NOT NULL AND t.deleted = 0 AND t.settlement ->> '$.at' >= @dayStartIso
      AND t.settlement ->> '$.state' = 'done'`,
  },
  columns: `t.id, NULL AS of, t.title AS what, t.why, t.kind AS task, a.id AS accountId, a.name AS account,
    q.name AS person, coalesce(t.waiting ->> '$.on', m.name) AS who,
    CASE WHEN t.waiting IS NULL THEN m.role ELSE w.role END AS role, ${TASK_DUE} AS dueOn, t.due_time AS dueTime,
    t.waiting ->> '$.since' AS since, NULL AS count`,
  joins: `${ACCOUNT} LEFT JOIN person q ON q.id = t.person_id AND q.deleted = 0
    LEFT JOIN member m ON m.id = t.owner_id AND m.deleted = 0
    LEFT JOIN member w ON w.id = t.waiting ->> '$.memberId'`,
}

const promises: DatedSql = {
  kind: 'promise',
  from: 'promise t INDEXED BY promise_open',
  open: 't.settlement IS NULL AND t.deleted = 0',
  due: 't.due_on',
  order: 't.due_on',
  owner: 't.member_id',
  account: 't.account_id',
  held: { mine: `t.side = 'theirs'`, all: `t.side = 'theirs'` },
  done: {
    from: 'promise t INDEXED BY promise_settled',
    where: `t.settlement IS NOT NULL AND t.deleted = 0 AND ${SETTLED_ON.replaceAll('settlement', 't.settlement')} = @today
      AND t.settlement ->> '$.state' = 'kept'`,
  },
  columns: `t.id, NULL AS of, t.what, NULL AS why, NULL AS task, a.id AS accountId, a.name AS account, q.name AS person,
    CASE WHEN t.side = 'theirs' THEN q.name ELSE m.name END AS who,
    CASE WHEN t.side = 'theirs' THEN '' ELSE m.role END AS role, t.due_on AS dueOn, '' AS dueTime,
    CASE WHEN t.side = 'theirs' THEN t.made_on END AS since, NULL AS count`,
  joins: `${ACCOUNT} LEFT JOIN person q ON q.id = t.person_id AND q.deleted = 0
    LEFT JOIN member m ON m.id = t.member_id AND m.deleted = 0`,
}

const parts: DatedSql = {
  kind: 'part',
  from: `request_part t INDEXED BY request_part_open
    CROSS JOIN request r ON r.id = t.request_id AND r.deleted = 0 AND r.progress ->> '$.open' = 1`,
  open: 't.done IS NULL AND t.deleted = 0',
  due: 't.due_on',
  order: 't.due_on',
  owner: 'coalesce(t.owner_id, r.owner_id)',
  account: 'r.account_id',
  // what colleagues deliver to a request of mine, I wait for
  held: { mine: 't.owner_id <> @me AND r.owner_id = @me' },
  mineHeld: '1',
  done: {
    from: 'request_part t CROSS JOIN request r ON r.id = t.request_id',
    where: `t.done IS NOT NULL AND t.deleted = 0 AND t.done ->> '$.on' = @today`,
  },
  columns: `t.id, t.request_id AS of, t.what, NULL AS why, NULL AS task, a.id AS accountId, a.name AS account,
    NULL AS person, m.name AS who, m.role, t.due_on AS dueOn, '' AS dueTime, NULL AS since, NULL AS count`,
  joins: `JOIN request r ON r.id = t.request_id LEFT JOIN account a ON a.id = r.account_id
    LEFT JOIN member m ON m.id = t.owner_id AND m.deleted = 0`,
}

const steps: DatedSql = {
  kind: 'step',
  from: 'log_entry t INDEXED BY log_entry_next',
  open: `t.next_done_on IS NULL AND t.next_on IS NOT NULL AND t.next_on <= @week AND t.next_step <> '' AND t.deleted = 0`,
  due: 't.next_on',
  order: 't.next_on',
  owner: 'coalesce(t.next_by, t.member_id)',
  account: 't.account_id',
  done: {
    from: 'log_entry t INDEXED BY log_entry_next',
    where: `t.next_done_on = @today AND t.next_step <> '' AND t.deleted = 0`,
  },
  columns: `t.id, NULL AS of, t.next_step AS what, NULL AS why, NULL AS task, a.id AS accountId, a.name AS account,
    NULL AS person, m.name AS who, m.role, t.next_on AS dueOn, '' AS dueTime, NULL AS since, NULL AS count`,
  joins: `${ACCOUNT} LEFT JOIN member m ON m.id = coalesce(t.next_by, t.member_id) AND m.deleted = 0`,
}

const corrections: DatedSql = {
  kind: 'correction',
  from: 'quality_incident t',
  open: `t.correction IS NOT NULL AND t.correction ->> '$.doneOn' IS NULL AND t.deleted = 0`,
  due: `t.correction ->> '$.dueOn'`,
  order: `t.correction ->> '$.dueOn'`,
  owner: 't.owner_id',
  account: 't.account_id',
  done: null,
  columns: `t.id, NULL AS of, t.correction ->> '$.what' AS what, NULL AS why, NULL AS task, a.id AS accountId,
    a.name AS account, NULL AS person, m.name AS who, m.role, t.correction ->> '$.dueOn' AS dueOn, '' AS dueTime,
    NULL AS since, NULL AS count`,
  joins: `${ACCOUNT} LEFT JOIN member m ON m.id = t.owner_id AND m.deleted = 0`,
}

/** Opinions of a consultation that are still to come, or, once it is decided, accounts to be told what came of theirs. */
const UNANSWERED = `(SELECT count(*) FROM opinion o WHERE o.consultation_id = t.id AND o.deleted = 0
  AND CASE WHEN t.outcome IS NULL THEN o.given IS NULL ELSE o.given IS NOT NULL AND o.told IS NULL END)`

const consultations: DatedSql = {
  kind: 'consultation',
  from: 'consultation t',
  open: `t.deleted = 0 AND ${UNANSWERED} > 0`,
  due: `CASE WHEN t.outcome IS NULL THEN t.closes_on ELSE max(t.decides_on, t.outcome ->> '$.on') END`,
  order: 't.closes_on',
  owner: 't.owner_id',
  account: 'NULL',
  done: null,
  columns: `t.id, CASE WHEN t.outcome IS NULL THEN NULL ELSE t.id END AS of, t.title AS what, NULL AS why, NULL AS task,
    NULL AS accountId, NULL AS account, NULL AS person, m.name AS who, m.role,
    CASE WHEN t.outcome IS NULL THEN t.closes_on ELSE max(t.decides_on, t.outcome ->> '$.on') END AS dueOn,
    '' AS dueTime, NULL AS since, ${UNANSWERED} AS count`,
  joins: 'LEFT JOIN member m ON m.id = t.owner_id AND m.deleted = 0',
}

/** The first account of a visit. */
const VISITED = `(SELECT w.account_id FROM visit_account w WHERE w.visit_id = t.id AND w.deleted = 0
  ORDER BY w.order_key, w.id LIMIT 1)`
const MINUTES_DUE = `t.progress ->> '$.minutesDueOn'`

/** Visits to be prepared until their day, then their minutes until those are due; what was promised there is due by itself. */
const visits: DatedSql = {
  kind: 'visit',
  from: 'visit t INDEXED BY visit_open',
  open: `t.progress ->> '$.open' = 1 AND t.deleted = 0 AND t.progress ->> '$.state' <> 'following'`,
  due: `coalesce(${MINUTES_DUE}, t.day)`,
  order: 't.day',
  owner: 't.owner_id',
  account: VISITED,
  done: null,
  columns: `t.id, CASE WHEN ${MINUTES_DUE} IS NULL THEN NULL ELSE t.id END AS of,
    coalesce(nullif(t.objective, ''), t.title) AS what, NULL AS why, NULL AS task, a.id AS accountId, a.name AS account,
    NULL AS person, m.name AS who, m.role, coalesce(${MINUTES_DUE}, t.day) AS dueOn,
    CASE WHEN ${MINUTES_DUE} IS NULL THEN t.time ELSE '' END AS dueTime, NULL AS since, NULL AS count`,
  joins: `LEFT JOIN account a ON a.id = ${VISITED} LEFT JOIN member m ON m.id = t.owner_id AND m.deleted = 0`,
}

/** Everything that is due on a day rather than at an instant. */
export const DUE_WORK = [
  ...[tasks, promises, parts, steps, corrections, consultations, visits],
  ...RECOVERY_WORK,
].map(datedSource)
