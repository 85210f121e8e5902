import { describe, expect, it } from 'vitest'
import { logRequest } from '../../../db/channel/requests/service/log.ts'
import { loadSample, removeSample } from '../../../db/department/service/sample.ts'
import { undo } from '../../../db/kernel/history.ts'
import { changeVisits, reviewVisit, writePoints } from '../../../db/visits/service/change.ts'
import { addCost } from '../../../db/visits/service/costs.ts'
import { approveGift, saveGift } from '../../../db/visits/service/gifts.ts'
import { setAccounts, setMember, setPeople } from '../../../db/visits/service/links.ts'
import { listVisits } from '../../../db/visits/service/read.ts'
import { moveTopic, saveTopic } from '../../../db/visits/service/topics.ts'
import { addTrip, removeTrip } from '../../../db/visits/service/trips.ts'
import { command, newSampleKernel } from '../newKernel.ts'
import { newVisits, refused, STORY_NOW, sheetOf, step } from './newVisits.ts'

describe('readiness', () => {
  it('says what is missing, and each thing filled brings its points', () => {
    const { kernel, add, boss } = newVisits()
    const id = add()
    const before = sheetOf(kernel, id).readiness
    expect(before.gaps.map(({ code }) => code)).toContain('objective')
    expect(before.points + before.gaps.reduce((sum, { points }) => sum + points, 0)).toBe(100)
    const edit = (field: 'objective' | 'wished' | 'place', after: string) =>
      changeVisits(kernel, { commandId: command(), edits: [{ id, field, before: '', after }] })
    edit('objective', '致歉')
    edit('wished', '恢复订单')
    edit('place', '二楼')
    saveTopic(kernel, {
      commandId: command(),
      visitId: id,
      topicId: null,
      topic: {
        topic: '原因',
        memberId: boss,
        personId: null,
        minutes: 60,
        bottomLine: '不超过 20 万',
        concession: '',
      },
    })
    step(kernel, id, 'approve')
    const { parts } = sheetOf(kernel, id).readiness
    expect(parts).toMatchObject({ objective: 20, people: 15, agenda: 10, approvals: 10 })
  })

  it('counts open issues until somebody has looked at them, and new ones again', () => {
    const { kernel, add, nanxun } = newVisits()
    const id = add()
    expect(sheetOf(kernel, id).readiness.parts.issues).toBe(15)
    const request = (title: string) =>
      logRequest(kernel, {
        commandId: command(),
        request: {
          ...{ accountId: nanxun, title, detail: '', kind: 'other', priority: 'normal', way: 'phone' },
          ...{ personId: null, backupId: null, sponsorId: null },
        },
      })
    request('加急 40 桶')
    expect(sheetOf(kernel, id).readiness.parts.issues).toBe(0)
    reviewVisit(kernel, { commandId: command(), visitId: id, what: 'issues' })
    expect(sheetOf(kernel, id).readiness.parts.issues).toBe(15)
    request('改地址')
    const { issues } = sheetOf(kernel, id)
    expect([issues.length, issues.filter(({ read }) => read).length]).toEqual([2, 1])
    expect(sheetOf(kernel, id).readiness.parts.issues).toBe(0)
  })

  it('says by how much an agenda is too long', () => {
    const { kernel, add } = newVisits()
    const id = add({ minutes: 60 })
    const topic = {
      topic: '谈',
      memberId: null,
      personId: null,
      minutes: 90,
      bottomLine: '有',
      concession: '',
    }
    saveTopic(kernel, { commandId: command(), visitId: id, topicId: null, topic })
    expect(sheetOf(kernel, id).readiness.gaps).toContainEqual({
      code: 'agendaLong',
      minutes: 30,
      part: 'agenda',
      points: 3,
    })
  })
})

describe('who can’t be in two places', () => {
  it('is told, and approved only with a reason', () => {
    const { kernel, add, boss, hengyue } = newVisits()
    const first = add({ city: '湖州' })
    const second = add({ city: '东阳', time: '11:30', accountIds: [hengyue], personIds: [] })
    expect(sheetOf(kernel, second).clashes).toEqual([
      {
        memberId: boss,
        member: '顾长风',
        visitId: first,
        what: '南浔木业',
        city: '湖州',
        hours: '09:30',
        kind: 'twoCities',
      },
    ])
    expect(() => step(kernel, second, 'approve')).toThrow(
      refused('VISIT_CLASH', { member: '顾长风', what: '南浔木业', city: '湖州' }),
    )
    step(kernel, second, 'approve', { note: '高铁一小时' })
    expect(sheetOf(kernel, second).state).toBe('approved')
    step(kernel, first, 'cancel', { note: '不去了' })
    expect(sheetOf(kernel, second).clashes).toEqual([])
  })
})

describe('sides, agenda and money', () => {
  it('lets one lead at a time, and takes people and accounts away again', () => {
    const { kernel, add, boss, deputy, buyer, chairman, hengyue } = newVisits()
    const id = add()
    setMember(kernel, { commandId: command(), visitId: id, memberId: deputy, part: 'leads' })
    expect(sheetOf(kernel, id).ours.map(({ memberId, part }) => [memberId, part])).toEqual([
      [deputy, 'leads'],
      [boss, 'joins'],
    ])
    setPeople(kernel, { commandId: command(), visitId: id, personIds: [buyer], there: true })
    setPeople(kernel, { commandId: command(), visitId: id, personIds: [chairman], there: false })
    setAccounts(kernel, { commandId: command(), visitId: id, accountIds: [hengyue], there: true })
    const sheet = sheetOf(kernel, id)
    expect(sheet.theirs.map(({ name, rank }) => [name, rank])).toEqual([['费文娟', 4]])
    expect(sheet.with.map(({ name }) => name)).toEqual(['南浔木业', '恒岳家居集团'])
  })

  it('keeps the order of the agenda', () => {
    const { kernel, add } = newVisits()
    const id = add()
    const topic = (words: string) =>
      saveTopic(kernel, {
        commandId: command(),
        visitId: id,
        topicId: null,
        topic: { topic: words, memberId: null, personId: null, minutes: 10, bottomLine: '', concession: '' },
      }).topicId
    const [one, two, three] = [topic('一'), topic('二'), topic('三')]
    moveTopic(kernel, { commandId: command(), topicId: three, before: one })
    moveTopic(kernel, { commandId: command(), topicId: one, before: null })
    expect(sheetOf(kernel, id).topics.map(({ topic: words }) => words)).toEqual(['三', '二', '一'])
    expect(two).not.toBe(one)
  })

  it('asks for the approval of dear gifts, and a changed gift for it anew', () => {
    const { kernel, add, nanxun, chairman } = newVisits()
    const id = add()
    // ordinary accounts: 500 yuan a year, approval from 200 yuan on
    const gift = { commandId: command(), visitId: id, giftId: null, accountId: nanxun, personId: chairman }
    const { giftId } = saveGift(kernel, { ...gift, what: '茶叶', amount: 30_000 })
    expect(sheetOf(kernel, id).gifts[0]).toMatchObject({ needsApproval: true, over: 0, approval: null })
    approveGift(kernel, { commandId: command(), giftId, approved: true })
    expect(sheetOf(kernel, id).gifts[0]?.approval).toMatchObject({ on: '2026-11-24' })
    saveGift(kernel, { ...gift, commandId: command(), giftId, what: '茶叶', amount: 60_000 })
    expect(sheetOf(kernel, id).gifts[0]).toMatchObject({ approval: null, over: 10_000 })
    addCost(kernel, { commandId: command(), visitId: id, what: '高铁', amount: 45_600 })
    // the gift of 600 yuan among it
    expect(sheetOf(kernel, id).cost).toBe(105_600)
  })

  it('refuses points that another window changed meanwhile', () => {
    const { kernel, add } = newVisits()
    const id = add()
    const point = { key: 'a', text: '恢复订单' }
    writePoints(kernel, { commandId: command(), visitId: id, list: 'asks', before: [], after: [point] })
    expect(() =>
      writePoints(kernel, { commandId: command(), visitId: id, list: 'asks', before: [], after: [] }),
    ).toThrow(refused('CELLS_CHANGED'))
    expect(sheetOf(kernel, id).asks).toEqual([point])
  })

  it('keeps visits when their trip goes', () => {
    const { kernel, add } = newVisits()
    const id = add()
    const { tripId } = addTrip(kernel, { commandId: command(), name: '湖州行', visitIds: [id] })
    expect(sheetOf(kernel, id).trip).toBe('湖州行')
    removeTrip(kernel, { commandId: command(), tripId })
    expect(sheetOf(kernel, id).trip).toBe(null)
  })
})

describe('the sample’s visits', () => {
  it('are the year of the pictures, and go without a trace', () => {
    const kernel = newSampleKernel(() => STORY_NOW)
    const { rows } = listVisits(kernel, { from: '2026-01-01', until: '2026-12-31' })
    expect(rows).toHaveLength(48)
    expect(
      rows.filter(({ missed, state }) => missed || state === 'notHeld').map(({ account }) => account),
    ).toEqual(['南浔木业', ...['宁波甬东五金机电', '佛山美颂家具']])
    const today = rows.filter(({ day }) => day === '2026-11-24')
    expect(today).toMatchObject([{ account: '恒岳家居集团', lead: '何敬之', time: '14:30', state: 'frozen' }])
    removeSample(kernel, { commandId: command() })
    expect(listVisits(kernel, {}).rows).toEqual([])
    undo(kernel, command())
    expect(listVisits(kernel, {}).rows).toHaveLength(48)
  })

  it('stay where the sample is loaded in any month', () => {
    const { kernel, clock } = newVisits()
    clock.now = Date.parse('2027-01-31T02:00:00Z')
    loadSample(kernel, { commandId: command() })
    expect(listVisits(kernel, {}).rows).toHaveLength(48)
  })
})
