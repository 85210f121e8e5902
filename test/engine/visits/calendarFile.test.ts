import nodeIcal, { type VEvent } from 'node-ical'
import { beforeEach, describe, expect, test } from 'vitest'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import { addMember } from '../../../db/department/service/members.ts'
import { undo } from '../../../db/kernel/history.ts'
import { MemberId, type VisitId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { calendarFile } from '../../../db/visits/calendar/service/file.ts'
import { importBusy } from '../../../db/visits/calendar/service/importBusy.ts'
import { calendarSpan } from '../../../db/visits/calendar/service/span.ts'
import { addVisits } from '../../../db/visits/service/add.ts'
import { changeVisits } from '../../../db/visits/service/change.ts'
import { stepVisits } from '../../../db/visits/service/step.ts'
import { addTrip } from '../../../db/visits/service/trips.ts'
import { command, newKernel, refusal } from '../newKernel.ts'

let now: number
let kernel: Kernel
let memberId: MemberId
let visitId: VisitId

const NAME = '青岛海润船舶涂装与海洋工程装备制造股份有限公司'

beforeEach(() => {
  now = Date.parse('2026-11-24T02:00:00Z')
  kernel = newKernel(() => now)
  memberId = MemberId.parse(
    addMember(kernel, { commandId: command(), name: '顾长风', role: '总经理' }).memberId,
  )
  visitId = plan()
})

function plan(more: Partial<Parameters<typeof addVisits>[1]['visits'][number]> = {}): VisitId {
  const { accountIds } = addAccounts(kernel, { commandId: command(), accounts: [{ name: NAME }] })
  const { visitIds } = addVisits(kernel, {
    commandId: command(),
    visits: [
      {
        title: '',
        day: '2026-12-01',
        time: '09:30',
        minutes: 150,
        city: '青岛',
        place: '总部三楼, 会议室; 东',
        objective: '定下 2027 年的年度协议，把水性漆的份额从三成提到五成，并约好对方董事长回访的日子',
        unsaid: '不提价格',
        sensitivities: '董事长身体不好',
        accountIds,
        leadId: memberId,
        memberIds: [],
        personIds: [],
        ownerId: memberId,
        ...more,
      },
    ],
  })
  const [id] = visitIds
  if (!id) throw new Error('not planned')
  return id
}

const step = (
  event: Parameters<typeof stepVisits>[1]['event'],
  more: { day?: string; note?: string } = {},
) => {
  now += 60_000
  stepVisits(kernel, { commandId: command(), visitIds: [visitId], event, note: '', ...more })
}

const file = async (
  asked: Partial<Parameters<typeof calendarFile>[1]> = { visitIds: [visitId] },
): Promise<string> => calendarFile(kernel, { language: 'zh', ...asked }).text()

/** Events as an independent parser understands them. */
function parsed(text: string): VEvent[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((part) =>
    part?.type === 'VEVENT' ? [part] : [],
  )
}
const only = (text: string): VEvent => {
  const [event, ...more] = parsed(text)
  if (!event || more.length > 0) throw new Error('not one event')
  return event
}

describe('a visit as a calendar file, as an independent parser reads it', () => {
  test('says when, where, what for and who', async () => {
    const event = only(await file())
    expect(event.uid).toBe(visitId)
    expect(event.start.toISOString()).toBe('2026-12-01T01:30:00.000Z')
    expect(event.end?.toISOString()).toBe('2026-12-01T04:00:00.000Z')
    expect(event.summary).toBe(`${NAME}（例行拜访）`)
    expect(event.location).toBe('青岛 总部三楼, 会议室; 东')
    expect(event.description).toContain('定下 2027 年的年度协议，把水性漆的份额从三成提到五成')
    expect(event.description).toContain('带队：顾长风')
    expect(event.status).toBe('TENTATIVE')
    expect(event.datetype).toBe('date-time')
  })

  test('tells nothing that is ours alone', async () => {
    const text = (await file()).replaceAll(/\r\n /g, '')
    expect(text).not.toContain('不提价格')
    expect(text).not.toContain('身体')
  })

  test('has lines of at most 75 octets, cut between characters', async () => {
    const lines = (await file()).split('\r\n')
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(lines.some((line) => line.startsWith(' '))).toBe(true)
    expect(lines.join('')).not.toContain('\uFFFD')
  })

  test('is there for the whole day while no time is known', async () => {
    visitId = plan({ time: '' })
    const text = await file()
    expect(only(text).datetype).toBe('date')
    expect(text).toContain('DTSTART;VALUE=DATE:20261201')
    expect(text).toContain('DTEND;VALUE=DATE:20261202')
  })

  test('keeps its UID through a change and a cancellation, and counts its versions up', async () => {
    const versions: {
      sequence: number
      status: string | undefined
      method: string | undefined
      start: string
    }[] = []
    const look = async (): Promise<void> => {
      const text = await file()
      const event = only(text)
      expect(event.uid).toBe(visitId)
      const { sequence, status } = event
      versions.push({
        sequence: Number(sequence),
        status,
        method: /METHOD:(\w+)/.exec(text)?.[1],
        start: event.start.toISOString().slice(0, 10),
      })
    }
    await look()
    step('approve')
    step('confirm')
    await look()
    step('move', { day: '2026-12-08', note: '对方出差' })
    await look()
    const edit = { id: visitId, field: 'city' as const, before: '青岛', after: '烟台' }
    changeVisits(kernel, { commandId: command(), edits: [edit] })
    await look()
    step('cancel', { note: '不去了' })
    await look()
    undo(kernel, command())
    await look()
    expect(versions.map(({ status }) => status)).toEqual([
      ...['TENTATIVE', 'CONFIRMED', 'TENTATIVE', 'TENTATIVE', 'CANCELLED', 'TENTATIVE'],
    ])
    expect(versions.map(({ method }) => method)).toEqual([
      ...['PUBLISH', 'PUBLISH', 'PUBLISH', 'PUBLISH', 'CANCEL', 'PUBLISH'],
    ])
    expect(versions.map(({ sequence }) => sequence)).toEqual([0, 2, 3, 4, 5, 6])
    expect(versions.map(({ start }) => start)).toEqual([
      ...['2026-12-01', '2026-12-01', '2026-12-08', '2026-12-08', '2026-12-08', '2026-12-08'],
    ])
  })

  test('stands with others of its trip and of its year', async () => {
    const other = plan({ day: '2026-12-02' })
    const { tripId } = addTrip(kernel, { commandId: command(), name: '山东行', visitIds: [visitId, other] })
    plan({ day: '2027-01-05' })
    expect(parsed(await file({ tripId })).map(({ uid }) => uid)).toEqual([visitId, other])
    expect(parsed(await file({ year: 2026 })).map(({ uid }) => uid)).toEqual([visitId, other])
    expect(parsed(await file({ year: 2027 }))).toHaveLength(1)
    expect(() => calendarFile(kernel, { year: 2025, language: 'en' })).toThrow(
      expect.objectContaining(refusal('NO_VISITS')),
    )
  })

  test('in English has no Chinese words of ours', async () => {
    const event = only(await file({ visitIds: [visitId], language: 'en' }))
    expect(event.summary).toBe(`${NAME} (Regular)`)
    expect(event.description).toContain('Led by 顾长风')
  })
})

describe('an executive’s calendar', () => {
  const take = (text: string) =>
    importBusy(kernel, { commandId: command(), memberId, file: new File([text], 'x.ics') })
  const calendar = (lines: readonly string[]): string =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
  const event = (uid: string, ...lines: readonly string[]): string[] => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    ...lines,
    'END:VEVENT',
  ]
  const span = () => calendarSpan(kernel, { from: '2026-12-01', until: '2026-12-31' })
  const shown = () => span().busy.map(({ title, startsAt, city }) => `${startsAt} ${title} ${city}`.trim())

  test('takes the place of the one before, at once, and is taken back by one undo', async () => {
    const board = event(
      '1',
      'DTSTART:20261201T010000Z',
      'DURATION:PT2H',
      'SUMMARY:董事会',
      'LOCATION:青岛会议中心',
    )
    const fair = event(
      '2',
      'DTSTART;VALUE=DATE:20261210',
      'DTEND;VALUE=DATE:20261212',
      'SUMMARY:展会',
      'LOCATION:3 号馆',
    )
    expect(await take(calendar([...board, ...fair]))).toMatchObject({ count: 2, skipped: 0 })
    expect(shown()).toEqual(['2026-12-01 09:00 董事会 青岛', '2026-12-10 00:00 展会'])
    const later = event('1', 'DTSTART:20261203T010000Z', 'DURATION:PT2H', 'SUMMARY:董事会')
    await take(calendar(later))
    expect(shown()).toEqual(['2026-12-03 09:00 董事会'])
    undo(kernel, command())
    expect(shown()).toEqual(['2026-12-01 09:00 董事会 青岛', '2026-12-10 00:00 展会'])
  })

  test('that has a line amiss is refused with its number, and changes nothing', async () => {
    await take(calendar(event('1', 'DTSTART:20261201T010000Z', 'DURATION:PT2H', 'SUMMARY:董事会')))
    await expect(take(calendar(event('2', 'DTSTART:20261202T010000Z', 'oops')))).rejects.toMatchObject(
      refusal('CALENDAR_LINE_FAULTY', { line: 6, text: 'oops', why: 'notALine' }),
    )
    expect(shown()).toEqual(['2026-12-01 09:00 董事会'])
  })

  test('of our own making is read as it was written', async () => {
    await take(await file())
    expect(span().busy).toMatchObject([
      { member: '顾长风', startsAt: '2026-12-01 09:30', endsAt: '2026-12-01 12:00', city: '青岛' },
    ])
  })

  test('with 50,000 events is told to be too much within seconds, while the engine does other work', async () => {
    const lines = Array.from({ length: 50_000 }, (_, at) =>
      event(
        String(at),
        `DTSTART:202612${String((at % 28) + 1).padStart(2, '0')}T${String(at % 24).padStart(2, '0')}0000Z`,
        'DURATION:PT30M',
        `SUMMARY:${at}`,
      ),
    ).flat()
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 1)
    const started = performance.now()
    await expect(take(calendar(lines))).rejects.toMatchObject(
      refusal('BUSY_TOO_MANY', { count: 50_000, most: 5_000 }),
    )
    clearInterval(timer)
    // 1.6 s on a quiet machine; others may be at work
    expect(performance.now() - started).toBeLessThan(15_000)
    expect(turns).toBeGreaterThan(5)
  })

  test('with 50,000 events of former years and a few of now is taken', async () => {
    const lines = Array.from({ length: 50_000 }, (_, at) =>
      event(String(at), `DTSTART:20${String(10 + (at % 15)).padStart(2, '0')}0301T010000Z`, 'DURATION:PT30M'),
    ).flat()
    const now = event('now', 'DTSTART:20200106T010000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY', 'SUMMARY:例会')
    expect(await take(calendar([...lines, ...now]))).toMatchObject({ count: 83, skipped: 50_000 })
    expect(shown()).toHaveLength(4)
  })
})
