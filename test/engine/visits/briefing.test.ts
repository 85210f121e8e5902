import { describe, expect, it } from 'vitest'
import { changeSettings } from '../../../db/department/settings.ts'
import { undo } from '../../../db/kernel/history.ts'
import { AccountId, MemberId, PersonId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import type { BriefRow } from '../../../db/visits/briefing/contract.ts'
import { SECTIONS } from '../../../db/visits/briefing/rules/words.ts'
import { arrangeBrief, keepVersion } from '../../../db/visits/briefing/service/arrange.ts'
import { briefChanges } from '../../../db/visits/briefing/service/changes.ts'
import { composeBrief } from '../../../db/visits/briefing/service/compose.ts'
import { freezeBrief } from '../../../db/visits/briefing/service/freeze.ts'
import { getBrief, revealBrief } from '../../../db/visits/briefing/service/sheet.ts'
import { addVisits } from '../../../db/visits/service/add.ts'
import { setPeople } from '../../../db/visits/service/links.ts'
import { getVisit } from '../../../db/visits/service/sheet.ts'
import { stepVisits } from '../../../db/visits/service/step.ts'
import { saveTopic } from '../../../db/visits/service/topics.ts'
import { live } from '../accounts/rows.ts'
import { command, newSampleKernel, refusal } from '../newKernel.ts'
import { change, hengyueVisit, idOf, NOW } from './hengyue.ts'

const sitAs = (kernel: Kernel, name: string): MemberId => {
  const me = MemberId.parse(idOf(kernel, 'member', name))
  changeSettings(kernel, { me })
  return me
}

const freeze = (kernel: Kernel, visitId: ReturnType<typeof hengyueVisit>['visitId'], reason = '') =>
  freezeBrief(kernel, { commandId: command(), visitId, reason })

describe('what a brief is composed of', () => {
  it('is what the other rooms know of the account, its people and the day', () => {
    const { kernel, visitId } = hengyueVisit()
    const { sections, accounts } = composeBrief(kernel, visitId).content
    expect(accounts.map(({ name, tier }) => [name, tier])).toEqual([['恒岳家居集团', 'key']])
    const figures = sections.figures.flatMap((row) =>
      row.kind === 'figure' ? [[row.figure, row.value]] : [],
    )
    expect(figures).toContainEqual(['volume', 6842_0000_00])
    expect(figures).toContainEqual(['share', 62_000])
    expect(sections.standing[0]).toMatchObject({ kind: 'standing', score: 930, tier: 'key' })
    expect(sections.people.flatMap((row) => (row.kind === 'person' ? [row.name] : []))).toEqual([
      ...['吴国梁', '吴思齐', '郑明霞'],
    ])
    expect(sections.issues.length).toBeGreaterThan(3)
    expect(sections.rivals.length).toBeGreaterThan(0)
    expect(sections.agenda.filter(({ kind }) => kind === 'topic')).toHaveLength(2)
  })

  it('marks as private what is for named readers alone, and tells nobody an ID number', () => {
    const { kernel, visitId } = hengyueVisit()
    const { sections } = composeBrief(kernel, visitId).content
    const rows: readonly BriefRow[] = SECTIONS.flatMap((section): readonly BriefRow[] => sections[section])
    expect([...new Set(rows.filter((row) => row.private).map(({ kind }) => kind))].sort()).toEqual(
      ['care', 'line', 'say', 'secret'].sort(),
    )
    expect(rows.filter((row) => row.kind === 'say' && row.private)).toMatchObject([{ what: 'unsaid' }])
    expect(JSON.stringify(rows)).not.toContain('idNumber')
  })

  it('an event with 300 people and twenty accounts is composed in the time of a page', () => {
    const kernel = newSampleKernel(() => NOW)
    const ids = (table: string, most: number): string[] =>
      kernel.db
        .prepare<[number], string>(`SELECT id FROM ${table} WHERE deleted = 0 LIMIT ?`)
        .pluck()
        .all(most)
    const people = ids('person', 300)
    const { visitIds } = addVisits(kernel, {
      commandId: command(),
      visits: [
        {
          ...{ title: '年度座谈会', kind: 'roundTable', day: '2026-12-20', leadId: null, memberIds: [] },
          accountIds: ids('account', 20).map((id) => AccountId.parse(id)),
          personIds: people.map((id) => PersonId.parse(id)),
        },
      ],
    })
    const [visitId] = visitIds
    if (visitId === undefined) throw new Error('no visit')
    const begun = performance.now()
    const { content } = composeBrief(kernel, visitId)
    expect(content.sections.people.filter(({ kind }) => kind === 'person')).toHaveLength(people.length)
    expect(content.sections.standing).toHaveLength(20)
    expect(performance.now() - begun).toBeLessThan(5_000)
  })
})

describe('freezing', () => {
  it('keeps what was known as a version that later changes leave alone, and counts versions', () => {
    const { kernel, visitId } = hengyueVisit()
    expect(freeze(kernel, visitId)).toMatchObject({ version: 1 })
    expect(getVisit(kernel, { visitId }).visit.state).toBe('frozen')
    change(kernel, visitId, 'place', '工厂会议室')
    expect(freeze(kernel, visitId)).toMatchObject({ version: 2 })
    const placeIn = (version: number | null) =>
      getBrief(kernel, { visitId, version }).content.sections.journey.find((row) => row.kind === 'place')
        ?.place
    expect([placeIn(1), placeIn(2)]).toEqual(['总部 3 楼会议室', '工厂会议室'])
    expect(getBrief(kernel, { visitId, version: 1 })).toMatchObject({ seal: 'intact', version: 1 })
    expect(() => getBrief(kernel, { visitId, version: 3 })).toThrow(
      expect.objectContaining(refusal('BRIEF_NOT_FOUND', { version: 3 })),
    )
  })

  it('refuses below the line of readiness, and with an agenda too long, unless a reason is given', () => {
    const { kernel, visitId } = hengyueVisit()
    saveTopic(kernel, {
      ...{ commandId: command(), visitId, topicId: null },
      topic: {
        topic: '厂区参观',
        minutes: 90,
        bottomLine: '',
        concession: '',
        memberId: null,
        personId: null,
      },
    })
    expect(() => freeze(kernel, visitId)).toThrow(
      expect.objectContaining(refusal('BRIEF_AGENDA_LONG', { over: 60, minutes: 120 })),
    )
    change(kernel, visitId, 'objective', '')
    change(kernel, visitId, 'place', '')
    const { points } = getVisit(kernel, { visitId }).visit.readiness
    expect(() => freeze(kernel, visitId)).toThrow(
      expect.objectContaining(refusal('BRIEF_NOT_READY', { points, enough: 80 })),
    )
    freeze(kernel, visitId, '吴董临时提前')
    expect(live(kernel, 'visit_brief').filter((row) => row.visit_id === visitId)).toMatchObject([
      { reason: '吴董临时提前', readiness: points },
    ])
  })

  it('refuses where the state does, whatever the reason, and writes nothing', () => {
    const { kernel, visitId } = hengyueVisit()
    stepVisits(kernel, { commandId: command(), visitIds: [visitId], event: 'cancel', note: '改电话谈' })
    expect(() => freeze(kernel, visitId, '还是要')).toThrow(
      expect.objectContaining(refusal('VISIT_STEP_REFUSED')),
    )
    expect(live(kernel, 'visit_brief').filter((row) => row.visit_id === visitId)).toEqual([])
  })

  it('can be undone: the version goes, and the visit is confirmed again', () => {
    const { kernel, visitId } = hengyueVisit()
    freeze(kernel, visitId)
    undo(kernel, command())
    expect(live(kernel, 'visit_brief').filter((row) => row.visit_id === visitId)).toEqual([])
    expect(getVisit(kernel, { visitId }).visit.state).toBe('confirmed')
  })

  it('says plainly that a frozen brief was altered', () => {
    const { kernel, visitId } = hengyueVisit()
    freeze(kernel, visitId)
    kernel.write({ commandId: command(), label: { command: 'editPerson', params: {} } }, (tx) => {
      tx.db.prepare(`UPDATE visit_brief SET content = replace(content, '独家', '优先')`).run()
      return {}
    })
    expect(getBrief(kernel, { visitId, version: 1 }).seal).toBe('altered')
  })
})

describe('changes since the freeze', () => {
  it('are none at once, then say what changed, who did it and when', () => {
    const { kernel, visitId } = hengyueVisit()
    sitAs(kernel, '林晓舟')
    expect(briefChanges(kernel, { visitId })).toMatchObject({ version: null, changes: [] })
    freeze(kernel, visitId)
    expect(briefChanges(kernel, { visitId })).toMatchObject({ version: 1, changes: [] })
    const who = (name: string) => [PersonId.parse(idOf(kernel, 'person', name))]
    setPeople(kernel, { commandId: command(), visitId, personIds: who('郑明霞'), there: false })
    setPeople(kernel, { commandId: command(), visitId, personIds: who('高卉'), there: true })
    const { changes } = briefChanges(kernel, { visitId })
    const people = changes.filter(({ section }) => section === 'people')
    expect(people.filter(({ before, after }) => (before ?? after)?.kind === 'person')).toMatchObject([
      { before: null, after: { name: '高卉' }, by: '林晓舟', at: NOW },
      { before: { name: '郑明霞' }, after: null, by: '林晓舟' },
    ])
  })

  it('may be seen and left: the version is kept until something else changes', () => {
    const { kernel, visitId } = hengyueVisit()
    freeze(kernel, visitId)
    change(kernel, visitId, 'place', '工厂会议室')
    keepVersion(kernel, { commandId: command(), visitId, version: 1 })
    expect(briefChanges(kernel, { visitId })).toMatchObject({ kept: true, changes: [{ section: 'journey' }] })
    change(kernel, visitId, 'place', '三号厂房')
    expect(briefChanges(kernel, { visitId }).kept).toBe(false)
    expect(() => keepVersion(kernel, { commandId: command(), visitId, version: 2 })).toThrow(
      expect.objectContaining(refusal('BRIEF_NOT_FOUND')),
    )
  })
})

describe('who may see what', () => {
  it('named readers see what is private, masked facts only on asking, and each look is recorded', () => {
    const { kernel, visitId } = hengyueVisit()
    sitAs(kernel, '何敬之')
    const sheet = getBrief(kernel, { visitId, version: null })
    expect(sheet).toMatchObject({ isReader: true, hidden: 0 })
    const secrets = (rows: typeof sheet.content.sections.people) =>
      rows.filter((row) => row.kind === 'secret')
    expect(secrets(sheet.content.sections.people).every(({ text, masked }) => masked && text === '')).toBe(
      true,
    )
    expect(live(kernel, 'reveal')).toEqual([])
    const told = revealBrief(kernel, { commandId: command(), visitId, version: null })
    expect(secrets(told.content.sections.people).every(({ text }) => text !== '')).toBe(true)
    expect(live(kernel, 'reveal')).toHaveLength(secrets(told.content.sections.people).length)
  })

  it('others of ours see none of it, and how many facts they don’t see', () => {
    const { kernel, visitId } = hengyueVisit()
    const lin = sitAs(kernel, '林晓舟')
    const sheet = getBrief(kernel, { visitId, version: null })
    expect(sheet).toMatchObject({ isReader: false, hidden: sheet.privateFacts })
    expect(JSON.stringify(sheet.content)).not.toMatch(/主动提|52 天|旧账/)
    expect(
      JSON.stringify(revealBrief(kernel, { commandId: command(), visitId, version: null }).content),
    ).not.toContain('主动提')
    const before = null
    const after = { sections: [...sheet.arrangement.sections], readers: [...sheet.arrangement.readers, lin] }
    arrangeBrief(kernel, { commandId: command(), visitId, before, after })
    expect(getBrief(kernel, { visitId, version: null })).toMatchObject({ isReader: true, stored: after })
    expect(() =>
      arrangeBrief(kernel, { commandId: command(), visitId, before, after: { ...after, sections: [] } }),
    ).toThrow(expect.objectContaining(refusal('CELLS_CHANGED')))
  })

  it('who leads is a reader even where nobody named them', () => {
    const { kernel, visitId } = hengyueVisit()
    arrangeBrief(kernel, {
      commandId: command(),
      visitId,
      before: null,
      after: { sections: ['agenda'], readers: [] },
    })
    sitAs(kernel, '何敬之')
    expect(getBrief(kernel, { visitId, version: null }).isReader).toBe(true)
    sitAs(kernel, '沈知远')
    expect(getBrief(kernel, { visitId, version: null }).isReader).toBe(false)
  })
})
