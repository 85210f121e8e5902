import { expect, it } from 'vitest'
import { erase } from '../../../db/accounts/privacy/service/erase.ts'
import { held } from '../../../db/accounts/privacy/service/held.ts'
import { changeSettings } from '../../../db/department/settings.ts'
import { MemberId, PersonId } from '../../../db/kernel/ids.ts'
import { currentSchema } from '../../../db/kernel/open.ts'
import { verify } from '../../../db/kernel/verify.ts'
import { briefChanges } from '../../../db/visits/briefing/service/changes.ts'
import { freezeBrief } from '../../../db/visits/briefing/service/freeze.ts'
import { briefPaper } from '../../../db/visits/briefing/service/paper.ts'
import { getBrief } from '../../../db/visits/briefing/service/sheet.ts'
import { notePerson } from '../../../db/visits/service/links.ts'
import { insert, live } from '../accounts/rows.ts'
import { command } from '../newKernel.ts'
import { change, hengyueVisit, idOf } from './hengyue.ts'

const NAME = '郑明霞'
const FACTS = ['138 5550 1074', '越剧', '先递批检报告', '大的今年高考', '江苏常熟']

/** A visit with a frozen brief that knows a person, who is also named in what others said; then they are erased. */
async function erasedAfterFreeze() {
  const story = hengyueVisit()
  const { kernel, visitId } = story
  changeSettings(kernel, { me: MemberId.parse(idOf(kernel, 'member', '何敬之')) })
  const personId = PersonId.parse(idOf(kernel, 'person', NAME))
  change(kernel, visitId, 'objective', `请${NAME}当场确认账期`)
  notePerson(kernel, { commandId: command(), visitId, personId, came: true, attitudeAfter: 'friendly' })
  insert(kernel, 'visit_note', {
    ...{
      visit_id: visitId,
      person_id: personId,
      kind: 'note',
      text: `${NAME}说账期不能再短`,
      noted_at: '2026-11-24T07:00:00Z',
    },
  })
  freezeBrief(kernel, { commandId: command(), visitId, reason: '' })
  const before = held(kernel, { commandId: command(), personId, language: 'zh' })
  await erase(kernel, {
    ...{ commandId: command(), personId, basis: '本人书面要求', blankEntries: true, removeBackups: true },
  })
  return { ...story, personId, before }
}

it('a person erased after the freeze is in no brief any more, and the brief says why it differs', async () => {
  const { kernel, visitId, personId, before } = await erasedAfterFreeze()
  expect(before.parts.find(({ part }) => part === 'visits')?.lines.map(({ value }) => value)).toEqual(
    expect.arrayContaining([`请${NAME}当场确认账期`, `${NAME}说账期不能再短`]),
  )
  const texts = JSON.stringify([
    ...['visit', 'visit_brief', 'visit_person', 'visit_note', 'visit_event', 'visit_export'].map((table) =>
      live(kernel, table),
    ),
    kernel.db.prepare('SELECT before, after FROM change').all(),
    kernel.db.prepare('SELECT label FROM txn').all(),
  ])
  for (const fact of [NAME, ...FACTS]) expect(texts).not.toContain(fact)
  const sheet = getBrief(kernel, { visitId, version: 1 })
  expect(sheet.seal).toBe('erased')
  expect(sheet.content.sections.people.filter((row) => row.kind === 'person' && row.gone)).toHaveLength(1)
  expect(sheet.content.sections.people.flatMap((row) => (row.kind === 'person' ? [row.name] : []))).toEqual([
    ...['吴国梁', '吴思齐', ''],
  ])
  expect(
    live(kernel, 'visit_person').filter((row) => row.person_id === personId && row.attitude_after !== null),
  ).toEqual([])
  const verified = await verify(kernel, currentSchema.sharedTables)
  expect(verified.replay.filter(({ different }) => different > 0)).toEqual([])
  expect(verified).toMatchObject({ ok: true })
})

it('what was done to the brief besides still shows', async () => {
  const { kernel, visitId } = await erasedAfterFreeze()
  kernel.write({ commandId: command(), label: { command: 'editPerson', params: {} } }, (tx) => {
    tx.db.prepare(`UPDATE visit_brief SET content = replace(content, '吴思齐', '吴国梁')`).run()
    return {}
  })
  expect(getBrief(kernel, { visitId, version: 1 }).seal).toBe('altered')
})

it('changes and papers work after it, and say that somebody was erased by law', async () => {
  const { kernel, visitId } = await erasedAfterFreeze()
  expect(briefChanges(kernel, { visitId }).changes).toEqual([])
  const pages: string[] = []
  const context = {
    kernel,
    logError: () => '',
    printPdf: (html: string) => {
      pages.push(html)
      return Promise.resolve(new Uint8Array([1]))
    },
  }
  for (const what of ['brief', 'changes'] as const)
    await briefPaper(context, {
      ...{
        commandId: command(),
        visitId,
        what,
        audience: 'executive',
        reader: '',
        format: 'pdf',
        page: 'phone',
      },
      ...{ readerId: MemberId.parse(idOf(kernel, 'member', '何敬之')), version: 1, language: 'zh' },
    })
  for (const page of pages) {
    expect(page).toContain('有人依法抹去')
    for (const fact of [NAME, ...FACTS]) expect(page).not.toContain(fact)
  }
})
