import { beforeEach, describe, expect, it } from 'vitest'
import { mentionText } from '../../../db/accounts/log/rules/mentions.ts'
import { doneNext, setNext } from '../../../db/accounts/log/service/nextSteps.ts'
import { getEntry, listEntries } from '../../../db/accounts/log/service/read.ts'
import { correctEntry, removeEntries } from '../../../db/accounts/log/service/write.ts'
import { addMember } from '../../../db/department/service/members.ts'
import { changeSettings } from '../../../db/department/settings.ts'
import { undo } from '../../../db/kernel/history.ts'
import type { AccountId, EntryId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel, refusal } from '../newKernel.ts'
import { account, mergeInto, noon, person, TODAY, write } from './newLog.ts'

let kernel: Kernel
let hengyue: AccountId

beforeEach(() => {
  kernel = newKernel(noon)
  hengyue = account(kernel, '恒岳家居集团')
})

const get = (entryId: EntryId) => getEntry(kernel, { entryId })
const list = (input: object = {}) => listEntries(kernel, { open: false, limit: 50, ...input })
const me = (name: string) => {
  const { memberId } = addMember(kernel, { commandId: command(), name, role: '' })
  changeSettings(kernel, { me: memberId })
  return memberId
}

describe('writing', () => {
  it('writes today’s entry of the laptop’s user, with people, next step and promises, and one undo takes all back', () => {
    const memberId = me('林晓舟')
    const tang = person(kernel, '唐海平')
    const { entryId } = write(kernel, {
      accountId: hengyue,
      people: [tang],
      text: '新线 12 月 8 日试产。',
      next: { step: '送色板', on: '2026-11-26', by: memberId },
      promises: [{ what: '驻线两天', dueOn: '2026-12-08' }],
    })
    expect(get(entryId)).toMatchObject({
      account: '恒岳家居集团',
      member: '林晓舟',
      happenedOn: TODAY,
      channel: 'visit',
      people: [{ to: tang, name: '唐海平', state: 'here' }],
      next: { step: '送色板', on: '2026-11-26', by: memberId },
      nextBy: '林晓舟',
      promises: 1,
      made: [{ what: '驻线两天', dueOn: '2026-12-08', open: true }],
    })
    expect(undo(kernel, command()).label.command).toBe('addEntry')
    expect(() => get(entryId)).toThrow(expect.objectContaining(refusal('ENTRY_NOT_FOUND')))
    expect(list().entries).toEqual([])
    expect(kernel.db.prepare('SELECT count(*) FROM promise WHERE deleted = 0').pluck().get()).toBe(0)
  })

  it('refuses 100,000 characters pasted from Word, telling how many there are', () => {
    const text = '长'.repeat(100_000)
    expect(() => write(kernel, { text })).toThrow(
      expect.objectContaining(refusal('ENTRY_TOO_LONG', { length: 100_000, max: 20_000 })),
    )
  })

  it('counts a mention by the name that is read, not by its hidden id', () => {
    const mention = mentionText('person', person(kernel, '唐海平'), '唐海平')
    const { entryId } = write(kernel, { text: `${mention}${'长'.repeat(19_996)}` })
    expect(get(entryId).text).toContain(mention)
    expect(() => write(kernel, { text: `${mention}${'长'.repeat(19_997)}` })).toThrow(
      expect.objectContaining(refusal('ENTRY_TOO_LONG', { length: 20_001, max: 20_000 })),
    )
  })

  it('takes Word’s control signs out before it counts and keeps', () => {
    const { entryId } = write(kernel, { text: `第一行\u000b第二行\u0007${'\u200b'.repeat(30_000)}\u202e尾` })
    expect(get(entryId).text).toBe('第一行\n第二行\t尾')
  })

  it('refuses a text of nothing but blanks and control signs, a day to come, and an account or person who isn’t there', () => {
    expect(() => write(kernel, { text: ' \u0000\u200b\n' })).toThrow(
      expect.objectContaining(refusal('ENTRY_EMPTY')),
    )
    expect(() => write(kernel, { text: '见面', happenedOn: '2026-11-23' })).toThrow(
      expect.objectContaining(refusal('ENTRY_IN_FUTURE', { day: '2026-11-23' })),
    )
    const nobody = '01890000-0000-7000-8000-000000000000'
    expect(() => write(kernel, { text: '见面', accountId: nobody })).toThrow(
      expect.objectContaining(refusal('ACCOUNT_NOT_FOUND')),
    )
    expect(() => write(kernel, { text: '见面', people: [nobody] })).toThrow(
      expect.objectContaining(refusal('PERSON_NOT_FOUND')),
    )
    expect(() => write(kernel, { text: '见面', promises: [{ what: '送样' }] })).toThrow(
      expect.objectContaining(refusal('PROMISE_WITHOUT_ACCOUNT')),
    )
    expect(list().entries).toEqual([])
  })
})

describe('mentions', () => {
  it('count as people of the contact and follow a rename', () => {
    const wu = person(kernel, '吴国梁')
    const { entryId } = write(kernel, { text: `与${mentionText('person', wu, '吴国梁')}吃饭` })
    kernel.write({ commandId: command(), label: { command: 'x', params: {} } }, (tx) => {
      tx.db.prepare('UPDATE person SET name = ? WHERE id = ?').run('吴国樑', wu)
      return {}
    })
    expect(get(entryId)).toMatchObject({ people: [{ to: wu }], mentions: [{ id: wu, name: '吴国樑' }] })
  })

  it('of somebody just merged lead to the one who was kept, in old and in new entries', () => {
    const [old, kept, twice] = [person(kernel, '吴国良'), person(kernel, '吴国梁'), person(kernel, '吴总')]
    const text = `见${mentionText('person', twice, '吴总')}`
    const before = write(kernel, { text }).entryId
    mergeInto(kernel, 'person', twice, old)
    mergeInto(kernel, 'person', old, kept)
    const after = write(kernel, { text, people: [old] }).entryId
    for (const entryId of [before, after])
      expect(get(entryId).mentions).toEqual([
        { kind: 'person', id: twice, to: kept, name: '吴国梁', state: 'here' },
      ])
    expect(get(after).people.map(({ to }) => to)).toEqual([kept])
    expect(list({ personId: kept }).entries.map(({ id }) => id)).toEqual([after])
  })

  it('of an account just merged, and an entry for it, lead to the one that was kept', () => {
    const old = account(kernel, '恒岳家居')
    mergeInto(kernel, 'account', old, hengyue)
    const { entryId } = write(kernel, {
      accountId: old,
      text: `并入${mentionText('account', old, '恒岳家居')}`,
    })
    expect(get(entryId)).toMatchObject({ accountId: hengyue, mentions: [{ to: hengyue, state: 'here' }] })
  })

  it('of somebody erased don’t tell the name, and a made-up id is plain text', () => {
    const gone = person(kernel, '张三')
    const text = `${mentionText('person', gone, '张三')}和@[谁](01890000-0000-7000-8000-000000000000)`
    const { entryId } = write(kernel, { text })
    kernel.write({ commandId: command(), label: { command: 'erase', params: {} } }, (tx) => {
      tx.db.prepare(`UPDATE person SET deleted = 1, erased_at = ?, name = '' WHERE id = ?`).run(tx.now, gone)
      return {}
    })
    expect(get(entryId).mentions).toEqual([{ kind: 'person', id: gone, to: gone, name: '', state: 'erased' }])
  })
})

describe('correcting', () => {
  const before = { text: '账期 45 天', happenedOn: TODAY, channel: 'call' } as const

  it('keeps what the entry said, with who corrected it, when and why', () => {
    me('何敬之')
    const { entryId } = write(kernel, { text: before.text, channel: 'call' })
    const wanted = { text: '账期 60 天', happenedOn: '2026-11-20', channel: 'wechat', why: '听错了' } as const
    correctEntry(kernel, { commandId: command(), entryId, before, ...wanted })
    expect(get(entryId)).toMatchObject({
      text: '账期 60 天',
      happenedOn: '2026-11-20',
      channel: 'wechat',
      corrections: 1,
      former: [{ ...before, by: '何敬之', why: '听错了' }],
    })
    undo(kernel, command())
    expect(get(entryId)).toMatchObject({ ...before, corrections: 0, former: [] })
  })

  it('is refused where another window corrected first, and does nothing where nothing differs', () => {
    const { entryId } = write(kernel, { text: before.text, channel: 'call' })
    const correct = (text: string) =>
      correctEntry(kernel, { commandId: command(), entryId, before, ...before, text, why: '' })
    correct('第一处')
    expect(() => correct('第二处')).toThrow(expect.objectContaining(refusal('ENTRY_CHANGED')))
    expect(correct('第一处').txnId).toBeNull()
    expect(get(entryId).former).toHaveLength(1)
  })

  it('has no way round: an update of the text always leaves a former one', () => {
    const { entryId } = write(kernel, { text: '一' })
    for (const text of ['二', '三', '四']) {
      const { text: said, happenedOn, channel } = get(entryId)
      const was = { text: said, happenedOn, channel }
      correctEntry(kernel, { commandId: command(), entryId, before: was, ...was, text, why: '' })
    }
    expect(get(entryId).former.map(({ text }) => text)).toEqual(['三', '二', '一'])
  })
})

describe('listing', () => {
  it('pages by day and id, newest first, without losing or repeating any', () => {
    const days = ['2026-11-20', '2026-11-22', '2026-11-20', '2026-11-21', '2026-11-20']
    for (const happenedOn of days) write(kernel, { text: '见面', happenedOn, accountId: hengyue })
    const seen: { id: string; happenedOn: string }[] = []
    for (let after: object | null = {}; after !== null; ) {
      const page = list({ accountId: hengyue, limit: 2, ...(seen.length > 0 ? { after } : {}) })
      expect(page.total).toBe(5)
      seen.push(...page.entries)
      after = page.next
    }
    expect(seen.map(({ happenedOn }) => happenedOn)).toEqual([...days].sort().reverse())
    expect(new Set(seen.map(({ id }) => id)).size).toBe(5)
  })

  it('filters by account, member, channel, and open next steps, the soonest first', () => {
    const memberId = me('林晓舟')
    const step = (on: string) => ({ step: '送样', on, by: memberId })
    write(kernel, { text: '甲', channel: 'call', memberId: null })
    const late = write(kernel, { text: '乙', accountId: hengyue, next: step('2026-12-05') }).entryId
    const soon = write(kernel, { text: '丙', channel: 'wechat', next: step('2026-11-25') }).entryId
    const texts = (input: object) => list(input).entries.map(({ text }) => text)
    expect(texts({ accountId: hengyue })).toEqual(['乙'])
    expect(texts({ memberId })).toEqual(['丙', '乙'])
    expect(texts({ channel: 'call' })).toEqual(['甲'])
    expect(texts({ open: true })).toEqual(['丙', '乙'])
    doneNext(kernel, { commandId: command(), entryId: soon, done: true })
    expect(texts({ open: true })).toEqual(['乙'])
    expect(get(soon).nextDoneOn).toBe(TODAY)
    removeEntries(kernel, { commandId: command(), entryIds: [late] })
    expect(texts({ open: true })).toEqual([])
    undo(kernel, command())
    expect(texts({ open: true })).toEqual(['乙'])
  })

  it('cuts long texts without cutting a mention', () => {
    const wu = person(kernel, '吴国梁')
    write(kernel, { text: `${'长'.repeat(398)}${mentionText('person', wu, '吴国梁')}` })
    expect(list().entries).toMatchObject([{ text: '长'.repeat(398), cut: true, mentions: [] }])
  })
})

describe('the next step', () => {
  it('is set anew, opens again when changed, and expects what was read', () => {
    const first = { step: '送样', on: '2026-11-25', by: null }
    const second = { step: '送样', on: '2026-11-28', by: null }
    const { entryId } = write(kernel, { text: '见面', next: first })
    doneNext(kernel, { commandId: command(), entryId, done: true })
    setNext(kernel, { commandId: command(), entryId, before: first, after: second })
    expect(get(entryId)).toMatchObject({ next: second, nextDoneOn: null })
    expect(() => setNext(kernel, { commandId: command(), entryId, before: first, after: null })).toThrow(
      expect.objectContaining(refusal('ENTRY_CHANGED')),
    )
    setNext(kernel, { commandId: command(), entryId, before: second, after: null })
    expect(get(entryId).next).toBeNull()
  })
})
