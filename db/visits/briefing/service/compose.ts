import { dayOf } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, VisitId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { VisitSheet } from '../../contract.ts'
import { getVisit } from '../../service/sheet.ts'
import type { BriefContent } from '../contract.ts'
import { figureRows, standingRows } from './figures.ts'
import { issueRows } from './issues.ts'
import { lastVisitRows } from './lastVisit.ts'
import { rivalRows, whiteSpaceRows } from './market.ts'
import { peopleRows } from './people.ts'

type Sections = BriefContent['sections']

/** A visit's brief as it is known now, and the visit that it is of. @throws Refusal VISIT_NOT_FOUND */
export function composeBrief(kernel: Kernel, visitId: VisitId): { content: BriefContent; visit: VisitSheet } {
  const { visit } = getVisit(kernel, { visitId })
  return { content: contentOf(kernel, visit), visit }
}

/** The brief of a visit that was read already. */
export function contentOf(kernel: Kernel, visit: VisitSheet): BriefContent {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const ids = visit.with.map(({ id }): AccountId => id)
  return {
    visit: {
      id: visit.id,
      code: visit.code,
      title: visit.title,
      kind: visit.kind,
      direction: visit.direction,
      lead: visit.lead ?? '',
    },
    accounts: visit.with,
    sections: {
      summary: sayRows(visit),
      people: peopleRows(db, visit.theirs),
      issues: issueRows(db, visit.issues, ids, today),
      figures: figureRows(db, ids),
      standing: standingRows(kernel, ids),
      rivals: rivalRows(db, ids, today),
      whiteSpace: whiteSpaceRows(db, ids),
      lastVisit: lastVisitRows(db, visit, ids),
      sensitivities:
        visit.sensitivities === ''
          ? []
          : [{ key: 'sensitivities', private: true, kind: 'care', text: visit.sensitivities }],
      agenda: agendaRows(visit),
      journey: journeyRows(kernel, visit, ids),
    },
    erasures: [],
  }
}

function sayRows(visit: VisitSheet): Sections['summary'] {
  const one = (what: 'objective' | 'wished' | 'unsaid', text: string): Sections['summary'] =>
    text === '' ? [] : [{ key: what, private: what === 'unsaid', kind: 'say', what, text }]
  const points = (what: 'ask' | 'give' | 'saying', list: VisitSheet['asks']): Sections['summary'] =>
    list.map(({ key, text }) => ({ key: `${what}:${key}`, private: false, kind: 'say', what, text }))
  return [
    ...one('objective', visit.objective),
    ...one('wished', visit.wished),
    ...points('saying', visit.sayings),
    ...one('unsaid', visit.unsaid),
    ...points('ask', visit.asks),
    ...points('give', visit.gives),
  ]
}

function agendaRows({ topics }: VisitSheet): Sections['agenda'] {
  return topics.flatMap(({ id, topic, speaker, minutes, bottomLine, concession }): Sections['agenda'] => [
    {
      key: `topic:${id}`,
      private: false,
      kind: 'topic',
      topicId: id,
      topic,
      speaker: speaker ?? '',
      minutes,
    },
    { key: `line:${id}`, private: true, kind: 'line', topicId: id, topic, bottomLine, concession },
  ])
}

function journeyRows({ db }: Kernel, visit: VisitSheet, ids: readonly AccountId[]): Sections['journey'] {
  const { day, time, minutes, city, place, travel, interpreter } = visit
  const contacts = db
    .prepare<[string], { accountId: AccountId; phone: string; address: string }>(
      `SELECT a.id AS accountId, a.phone, a.address FROM json_each(?) one JOIN account a ON a.id = one.value
       WHERE a.phone <> '' OR a.address <> '' ORDER BY one.key`,
    )
    .all(JSON.stringify(ids))
  return [
    { key: 'place', private: false, kind: 'place', day, time, minutes, city, place, travel, interpreter },
    ...visit.ours.map(({ memberId, name, role, part }): Sections['journey'][number] => ({
      key: `ours:${memberId}`,
      private: false,
      kind: 'ours',
      memberId,
      name,
      role,
      part,
    })),
    ...contacts.map((contact): Sections['journey'][number] => ({
      key: `contact:${contact.accountId}`,
      private: false,
      kind: 'contact',
      ...contact,
    })),
    ...visit.gifts.map(({ id, what, amount, person, approval }): Sections['journey'][number] => ({
      key: `gift:${id}`,
      private: false,
      kind: 'gift',
      giftId: id,
      what,
      amount,
      person: person ?? '',
      approvedBy: approval?.by ?? '',
    })),
  ]
}

/** @throws Refusal BRIEF_NOT_FOUND */
export function noSuchVersion(version: number): never {
  throw new Refusal('BRIEF_NOT_FOUND', { version })
}
