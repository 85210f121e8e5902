import { taskInserter } from '../../channel/tasks/service/insertTask.ts'
import { stepMaker } from '../../channel/tasks/service/playbooks.ts'
import { settler } from '../../channel/tasks/service/settle.ts'
import { derivedId } from '../../kernel/derivedId.ts'
import { PlaybookId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { Calendar } from '../sample/calendar.ts'
import { STORY_CONTRACTS, STORY_PLAYBOOKS, STORY_RUN, STORY_TASKS, type StoryTask } from '../sample/tasks.ts'
import { found } from './found.ts'
import type { SampleIds } from './insertArchive.ts'
import { rowInserter } from './rowInserter.ts'

/** Inserts the care tasks, templates and contracts of the sample inside a command. */
export function insertTasks(tx: Tx, calendar: Calendar, { members, accounts }: SampleIds): void {
  const insert = rowInserter(tx)
  insertStory(tx, calendar, { members, accounts })
  const playbooks = new Map(
    STORY_PLAYBOOKS.map(({ name, note, steps: told }) => {
      const id = PlaybookId.parse(tx.newId())
      const steps = told.map(([title, kind, after, working, owner]) => ({
        ...{ title, kind, after, working, owner },
        note: '',
        memberId: null,
      }))
      insert('playbook', { id, name, note, steps: JSON.stringify(steps) })
      return [name, { id, name, note, steps }]
    }),
  )
  beginRun(tx, calendar, found(playbooks, STORY_RUN.playbook), found(accounts, STORY_RUN.account))
  for (const { account, name, ends } of STORY_CONTRACTS)
    insert('account_contract', {
      id: tx.newId(),
      account_id: found(accounts, account),
      name: calendar.say(name),
      starts_on: ends === null ? `${calendar.year}-01-01` : calendar.day(ends - 365),
      ends_on: ends === null ? `${calendar.year}-12-31` : calendar.day(ends),
    })
}

function insertStory(tx: Tx, calendar: Calendar, { members, accounts }: SampleIds): void {
  const insert = taskInserter(tx)
  const hold = tx.db.prepare('UPDATE care_task SET waiting = ?, snooze = ? WHERE id = ?')
  const settle = settler(tx)
  for (const task of STORY_TASKS) {
    const {
      account,
      kind,
      owner,
      dueIn,
      time = '',
      madeAgo,
      note = '',
      waiting,
      snooze,
      repeats,
      doneAgo,
    } = task
    const id = tx.newId()
    const ownerId = found(members, owner)
    insert({
      id,
      accountId: account === null ? null : found(accounts, account),
      kind,
      title: calendar.say(task.title),
      note,
      why: { code: 'own', by: ownerId },
      ownerId,
      dueOn: dueOf(calendar, dueIn),
      dueTime: time,
      madeOn: calendar.workday(-madeAgo),
      repeats: repeats ?? null,
    })
    if (waiting || snooze) hold.run(...held(calendar, task, members), id)
    if (doneAgo !== undefined)
      settle({ id }, { state: 'done', at: `${calendar.day(-doneAgo)}T01:30:00.000Z`, by: ownerId, note: '' })
  }
}

/** Today's are today's, whatever day that is. */
const dueOf = (calendar: Calendar, dueIn: number): string =>
  dueIn < 0 ? calendar.workday(dueIn) : dueIn === 0 ? calendar.today : calendar.dueDay(dueIn)

function held(
  calendar: Calendar,
  { waiting, snooze, owner }: StoryTask,
  members: SampleIds['members'],
): [waiting: string | null, snooze: string | null] {
  return [
    waiting
      ? JSON.stringify({
          on: waiting.on,
          memberId: found(members, waiting.member),
          since: calendar.day(-waiting.ago),
        })
      : null,
    snooze
      ? JSON.stringify({
          until: calendar.dueDay(snooze.days),
          reason: snooze.reason,
          by: found(members, owner),
        })
      : null,
  ]
}

/** A run that has begun: its first step is done. */
function beginRun(
  tx: Tx,
  calendar: Calendar,
  playbook: Parameters<typeof stepMaker>[1],
  accountId: string,
): void {
  const insert = taskInserter(tx)
  const startOn = calendar.workday(-STORY_RUN.ago)
  const run = derivedId(accountId, playbook.id, startOn)
  for (const [at, step] of stepMaker(tx, playbook, startOn)(accountId, startOn, run).entries()) {
    insert({ ...step, why: { code: 'playbook', playbookId: playbook.id } })
    if (at === 0)
      settler(tx)(step, {
        state: 'done',
        at: `${startOn}T08:00:00.000Z`,
        by: step.ownerId,
        note: '陆芳接待，听她讲了半小时',
      })
  }
}
