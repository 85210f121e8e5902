import { describe, expect, it } from 'vitest'
import { DEFAULT_CALENDAR, type WorkCalendar } from '../../../db/department/calendar/rules/calendar.ts'
import { readDays } from '../../../db/department/calendar/rules/readDays.ts'
import {
  calendarOf,
  calendarVersion,
  exportDays,
  listCalendars,
  readAlmanac,
  shapeOf,
} from '../../../db/department/calendar/service/read.ts'
import { importDays, saveCalendar } from '../../../db/department/calendar/service/save.ts'
import {
  addCalendar,
  assignCalendar,
  makeOwnCalendar,
  removeCalendar,
  renameCalendar,
} from '../../../db/department/calendar/service/teams.ts'
import { addMember, removeMember } from '../../../db/department/service/members.ts'
import { redo, undo } from '../../../db/kernel/history.ts'
import { CalendarId, type CalendarVersionId, MemberId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { currentSchema } from '../../../db/kernel/open.ts'
import { verify } from '../../../db/kernel/verify.ts'
import { command, newKernel, refusal } from '../newKernel.ts'

const START = Date.parse('2026-11-24T09:00:00+08:00')
const own = { calendarId: null, before: null, name: '部门' } as const

const withDay = (day: string, kind: 'off' | 'work'): WorkCalendar => ({
  ...DEFAULT_CALENDAR,
  days: { ...DEFAULT_CALENDAR.days, [day]: { kind, name: '厂庆' } },
})

const save = (
  kernel: Kernel,
  content: WorkCalendar,
  which: { calendarId: CalendarId | null; before: CalendarVersionId | null } = own,
) => saveCalendar(kernel, { commandId: command(), name: '部门', ...which, content: shapeOf(content) })

const lastLabel = (kernel: Kernel) => kernel.undoStacks.nextUndo?.label

describe('the calendar of a department', () => {
  it('is the built-in one until the first edit', () => {
    const kernel = newKernel()
    expect(calendarOf(kernel.db, null)).toMatchObject({ versionId: null, calendar: DEFAULT_CALENDAR })
    expect(listCalendars(kernel)).toMatchObject({
      calendars: [{ id: null, versionId: null, name: '', ofDepartment: true }],
      assigned: [],
    })
  })

  it('gets a version with each edit, and a clock keeps the one it began with, also after an undo', () => {
    const kernel = newKernel(() => START)
    const first = save(kernel, withDay('2026-12-01', 'off'))
    expect(lastLabel(kernel)).toEqual({ command: 'setDayOff', params: { name: '部门', day: '2026-12-01' } })
    const second = save(kernel, withDay('2026-12-02', 'off'), {
      calendarId: first.calendarId,
      before: first.versionId,
    })
    expect(calendarOf(kernel.db, null).versionId).toBe(second.versionId)
    expect(calendarVersion(kernel.db, first.versionId).calendar.days['2026-12-01']?.kind).toBe('off')
    undo(kernel, command())
    expect(calendarOf(kernel.db, null).versionId).toBe(first.versionId)
    expect(calendarVersion(kernel.db, second.versionId).calendar.days['2026-12-02']?.name).toBe('厂庆')
    redo(kernel, command())
    expect(calendarOf(kernel.db, null).versionId).toBe(second.versionId)
    undo(kernel, command())
    undo(kernel, command())
    expect(calendarOf(kernel.db, null).versionId).toBeNull()
  })

  it('is read by a clock that began with it even where nobody had read it before it was undone', () => {
    const kernel = newKernel()
    const { versionId } = save(kernel, withDay('2026-12-01', 'off'))
    undo(kernel, command())
    expect(calendarVersion(kernel.db, versionId).calendar.days['2026-12-01']?.name).toBe('厂庆')
  })

  it('compiles a version once', () => {
    const kernel = newKernel()
    save(kernel, withDay('2026-12-01', 'off'))
    expect(calendarOf(kernel.db, null).compiled).toBe(calendarOf(kernel.db, null).compiled)
  })

  it('gets no version where nothing changes, and refuses what another window was faster with', () => {
    const kernel = newKernel()
    const first = save(kernel, withDay('2026-12-01', 'off'))
    const which = { calendarId: first.calendarId, before: first.versionId }
    expect(save(kernel, withDay('2026-12-01', 'off'), which)).toEqual({ ...first, txnId: null })
    save(kernel, withDay('2026-12-02', 'off'), which)
    expect(() => save(kernel, withDay('2026-12-03', 'off'), which)).toThrow(
      expect.objectContaining(refusal('CALENDAR_CHANGED')),
    )
    // who still sees the built-in one
    expect(() => save(kernel, withDay('2026-12-03', 'off'))).toThrow(
      expect.objectContaining(refusal('CALENDAR_CHANGED')),
    )
  })

  it('is refused without a workday, and nothing is written', () => {
    const kernel = newKernel()
    const empty = { ...DEFAULT_CALENDAR, week: [[], [], [], [], [], [], []] }
    expect(() => save(kernel, empty)).toThrow(
      expect.objectContaining(refusal('CALENDAR_FAULTY', { faults: [{ fault: 'noWorkday' }], count: 1 })),
    )
    expect(listCalendars(kernel).calendars[0]?.id).toBeNull()
  })

  it('names what an edit did', () => {
    const kernel = newKernel()
    const commands: (string | undefined)[] = []
    let which: { calendarId: CalendarId | null; before: CalendarVersionId | null } = own
    const edit = (content: WorkCalendar) => {
      const { calendarId, versionId } = save(kernel, content, which)
      which = { calendarId, before: versionId }
      commands.push(lastLabel(kernel)?.command)
    }
    edit(withDay('2026-12-05', 'work'))
    const days = withDay('2026-12-05', 'work').days
    edit({ ...DEFAULT_CALENDAR, days: { ...days, '2026-12-05': { kind: 'work', name: '盘点' } } })
    edit(DEFAULT_CALENDAR)
    edit({ ...DEFAULT_CALENDAR, timeZone: 'Europe/Berlin' })
    expect(commands).toEqual(['setDayWorked', 'changeCalendarDay', 'clearCalendarDay', 'saveCalendar'])
  })
})

describe('calendars of teams', () => {
  const team = (kernel: Kernel) => {
    const { memberId } = addMember(kernel, { commandId: command(), name: '甲', role: '' })
    const { calendarId } = addCalendar(kernel, {
      commandId: command(),
      name: '柏林组',
      copyOf: null,
      ownName: '部门',
    })
    return { memberId, calendarId }
  }
  const assign = (kernel: Kernel, memberId: MemberId, calendarId: CalendarId | null) =>
    assignCalendar(kernel, { commandId: command(), memberIds: [memberId], calendarId })

  it('are copies, behind the department’s own, which is made with the first', () => {
    const kernel = newKernel()
    team(kernel)
    expect(listCalendars(kernel).calendars.map(({ name, ofDepartment }) => [name, ofDepartment])).toEqual([
      ['部门', true],
      ['柏林组', false],
    ])
    undo(kernel, command())
    expect(listCalendars(kernel).calendars).toHaveLength(1)
    expect(listCalendars(kernel).calendars[0]?.id).toBeNull()
  })

  it('hold for their members alone, and come and go with an assignment', () => {
    const kernel = newKernel()
    const { memberId, calendarId } = team(kernel)
    const departments = calendarOf(kernel.db, null).versionId
    expect(calendarOf(kernel.db, memberId).versionId).toBe(departments)
    assign(kernel, memberId, calendarId)
    expect(calendarOf(kernel.db, memberId).versionId).not.toBe(departments)
    expect(calendarOf(kernel.db, null).versionId).toBe(departments)
    expect(listCalendars(kernel).assigned).toEqual([{ memberId, calendarId }])
    assign(kernel, memberId, null)
    expect(calendarOf(kernel.db, memberId).versionId).toBe(departments)
    undo(kernel, command())
    undo(kernel, command())
    expect(calendarOf(kernel.db, memberId).versionId).toBe(departments)
    expect(listCalendars(kernel).assigned).toEqual([])
  })

  it('can’t be removed while members use them, nor can the department’s own', () => {
    const kernel = newKernel()
    const { memberId, calendarId } = team(kernel)
    assign(kernel, memberId, calendarId)
    const remove = (id: CalendarId) => removeCalendar(kernel, { commandId: command(), calendarId: id })
    expect(() => remove(calendarId)).toThrow(
      expect.objectContaining(refusal('CALENDAR_IN_USE', { names: '甲', count: 1 })),
    )
    const department = listCalendars(kernel).calendars[0]?.id
    expect(() => remove(CalendarId.parse(department))).toThrow(
      expect.objectContaining(refusal('CALENDAR_OF_DEPARTMENT')),
    )
    // whose member has left is free
    removeMember(kernel, { commandId: command(), memberId })
    remove(calendarId)
    expect(listCalendars(kernel).calendars.map(({ name }) => name)).toEqual(['部门'])
    expect(calendarOf(kernel.db, memberId).versionId).toBe(calendarOf(kernel.db, null).versionId)
  })

  it('take the place of the department’s own, and are renamed', () => {
    const kernel = newKernel()
    const { memberId, calendarId } = team(kernel)
    makeOwnCalendar(kernel, { commandId: command(), calendarId })
    renameCalendar(kernel, { commandId: command(), calendarId, name: '新部门' })
    expect(listCalendars(kernel).calendars.map(({ name }) => name)).toEqual(['新部门', '部门'])
    expect(calendarOf(kernel.db, memberId).versionId).toBe(listCalendars(kernel).calendars[0]?.versionId)
  })

  it('refuse who and what isn’t there', () => {
    const kernel = newKernel()
    const { memberId, calendarId } = team(kernel)
    const nowhere = CalendarId.parse('018f0000-0000-7000-8000-000000000000')
    const nobody = MemberId.parse('018f0000-0000-7000-8000-000000000001')
    expect(() => assign(kernel, memberId, nowhere)).toThrow(
      expect.objectContaining(refusal('CALENDAR_NOT_FOUND')),
    )
    expect(() => assign(kernel, nobody, calendarId)).toThrow(
      expect.objectContaining(refusal('MEMBER_NOT_FOUND')),
    )
    expect(() => renameCalendar(kernel, { commandId: command(), calendarId: nowhere, name: '乙' })).toThrow(
      expect.objectContaining(refusal('CALENDAR_NOT_FOUND')),
    )
  })
})

describe('files of days', () => {
  const take = (kernel: Kernel, text: string, wholeYears = false) =>
    importDays(kernel, { commandId: command(), ...own, text, wholeYears })

  it('are taken in, exported, and taken in again without a change', async () => {
    const kernel = newKernel()
    const taken = take(kernel, '日期,类型,名称\n2027-01-01~2027-01-03,休,元旦\n2027-01-09,班,元旦调休\n')
    const { days } = calendarOf(kernel.db, null).calendar
    expect([days['2027-01-02'], days['2027-01-09'], days['2026-02-17']]).toEqual([
      { kind: 'off', name: '元旦' },
      { kind: 'work', name: '元旦调休' },
      { kind: 'off', name: '春节' },
    ])
    for (const language of ['zh', 'en'] as const) {
      const file = exportDays(kernel, { calendarId: taken.calendarId, year: null, language })
      const bytes = new Uint8Array(await file.arrayBuffer())
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      expect(readDays(await file.text())).toEqual({ days, faults: [], skipped: 0 })
      const again = importDays(kernel, {
        commandId: command(),
        name: '部门',
        calendarId: taken.calendarId,
        before: taken.versionId,
        text: await file.text(),
        wholeYears: true,
      })
      expect(again.txnId).toBeNull()
    }
    const year = exportDays(kernel, { calendarId: taken.calendarId, year: 2027, language: 'zh' })
    expect((await year.text()).trim().split('\r\n')).toHaveLength(5)
    expect(year.name).toBe('部门 2027.csv')
  })

  it('replace whole years where that is asked for', () => {
    const kernel = newKernel()
    take(kernel, '2026-02-17,休,春节', true)
    const { days } = calendarOf(kernel.db, null).calendar
    expect(Object.keys(days).filter((day) => day.startsWith('2026'))).toEqual(['2026-02-17'])
    expect(days['2025-01-29']?.kind).toBe('off')
  })

  it('are taken in whole or not at all', () => {
    const kernel = newKernel()
    expect(() => take(kernel, '2027-01-01,休,元旦\n2027-02-30,休,无\n2027-01-01,班,再')).toThrow(
      expect.objectContaining(refusal('DAYS_FAULTY', { line: 2, count: 2 })),
    )
    expect(listCalendars(kernel).calendars[0]?.id).toBeNull()
  })
})

it('the almanac knows lunar days and festivals', () => {
  const { months, days, festivals } = readAlmanac({ year: 2026 })
  const at = (day: string) => (Date.parse(day) - Date.parse('2026-01-01')) / 86_400_000
  expect([months[at('2026-02-17')], days[at('2026-02-17')], festivals[at('2026-02-17')]]).toEqual([
    1,
    1,
    'springFestival',
  ])
  expect(
    ['2026-02-16', '2026-04-05', '2026-06-19', '2026-09-25', '2026-10-01', '2026-12-22'].map(
      (day) => festivals[at(day)],
    ),
  ).toEqual(['newYearsEve', 'qingming', 'dragonBoat', 'midAutumn', 'nationalDay', 'winterSolstice'])
})

it('the history of calendars replays to the same rows', async () => {
  const kernel = newKernel()
  const { calendarId, versionId } = save(kernel, withDay('2026-12-01', 'off'))
  save(kernel, withDay('2026-12-02', 'off'), { calendarId, before: versionId })
  undo(kernel, command())
  expect((await verify(kernel, currentSchema.sharedTables)).ok).toBe(true)
})
