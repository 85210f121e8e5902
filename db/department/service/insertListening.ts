import { backdated } from '../../kernel/clock.ts'
import { derivedId } from '../../kernel/derivedId.ts'
import { type AccountId, type CaseId, type MemberId, SurveyId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/unit.ts'
import { afterIdea, type IdeaProgress, ideaStanding } from '../../recovery/ideas/rules/ideas.ts'
import { answerIdOf } from '../../recovery/surveys/service/stored.ts'
import type { Calendar } from '../sample/calendar.ts'
import { SAMPLE_IDEAS, SAMPLE_SURVEYS, type SampleIdea } from '../sample/recovery/listening.ts'
import { found } from './found.ts'
import { rowInserter } from './rowInserter.ts'

interface Ids {
  readonly members: ReadonlyMap<string, MemberId>
  readonly accounts: ReadonlyMap<string, AccountId>
  /** by their codes */
  readonly cases: ReadonlyMap<string, CaseId>
}

interface Writer extends Ids {
  readonly tx: Tx
  readonly insert: ReturnType<typeof rowInserter>
  readonly calendar: Calendar
}

/** Inserts the sample's ideas and surveys inside a command, once its cases are there. */
export function insertListening(tx: Tx, calendar: Calendar, ids: Ids): void {
  const writer: Writer = { tx, insert: rowInserter(tx), calendar, ...ids }
  for (const idea of SAMPLE_IDEAS) insertIdea(writer, idea)
  for (const survey of SAMPLE_SURVEYS) insertSurvey(writer, survey)
}

function insertIdea({ tx, insert, calendar, members, accounts, cases }: Writer, idea: SampleIdea): void {
  const { code, title, detail, from, product, owner, dueIn, weight } = idea
  const id = tx.newId()
  const instant = (ago: number): string => new Date(`${calendar.workday(-ago)}T10:00:00`).toISOString()
  const proposedAgo = Math.max(...idea.askers.map(([, askedAgo]) => askedAgo))
  let progress: IdeaProgress = ideaStanding('proposed', Date.parse(instant(proposedAgo)))
  for (const [event, ago, note] of idea.happened) {
    const state = afterIdea(progress.state, event)
    if (state === undefined) throw new Error(`the sample can't ${event} ${code} that is ${progress.state}`)
    progress = ideaStanding(state, Date.parse(instant(ago)))
    const at = instant(ago)
    insert('idea_event', {
      ...{ id: tx.newId(), idea_id: id, kind: event, at, recorded_at: backdated(tx.hlc, at) },
      ...{ by: owner, note },
    })
  }
  insert('idea', {
    ...{ id, code, title, detail, owner_id: found(members, owner) },
    case_id: from === null ? null : found(cases, from),
    product_id:
      product === null
        ? null
        : tx.db
            .prepare<[string], string>('SELECT id FROM product WHERE name = ? AND deleted = 0')
            .pluck()
            .get(product),
    due_on: dueIn === null ? null : dueIn < 0 ? calendar.workday(dueIn) : calendar.dueDay(dueIn),
    weight: weight && JSON.stringify({ value: weight[0], effort: weight[1], note: weight[2] }),
    progress: JSON.stringify(progress),
  })
  for (const [account, askedAgo, toldAgo] of idea.askers) {
    const accountId = found(accounts, account)
    const told = toldAgo === null ? null : { on: calendar.workday(-toldAgo), by: owner, way: 'phone' }
    insert('idea_asker', {
      ...{ id: derivedId(id, accountId), idea_id: id, account_id: accountId },
      ...{ asked_on: calendar.workday(-askedAgo), told: told && JSON.stringify(told) },
    })
  }
}

function insertSurvey(
  { tx, insert, calendar, accounts }: Writer,
  { name, openedAgo, closedAgo, answers }: (typeof SAMPLE_SURVEYS)[number],
): void {
  const id = SurveyId.parse(tx.newId())
  insert('survey', {
    ...{ id, name: calendar.say(name), kind: 'recommend', opened_on: calendar.workday(-openedAgo) },
    closed_on: closedAgo === null ? null : calendar.workday(-closedAgo),
  })
  for (const [account, score, ago, words] of answers) {
    const accountId = found(accounts, account)
    insert('survey_answer', {
      ...{ id: answerIdOf(id, accountId, null), survey_id: id, account_id: accountId, score, words },
      answered_on: calendar.workday(-ago),
    })
  }
}
