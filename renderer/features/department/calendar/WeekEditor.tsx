import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  type Shift,
  usualShifts,
  type WorkCalendar,
} from '../../../../db/department/calendar/rules/calendar.ts'
import { minutesOf, readShifts, shiftsText } from '../../../../db/department/calendar/rules/shiftText.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { CloseOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import { useFieldDraft } from '../../../ui/useFieldDraft.ts'
import styles from './calendar.module.css'
import { breaksText, faultText, WEEK, weekdayName } from './calendarText.ts'
import { Faults } from './Faults.tsx'
import { type EditCalendar, useFaults } from './useCalendars.ts'

/** The shifts of each weekday. A break at noon is what lies between two of them. */
export function WeekEditor({
  calendar,
  edit,
}: {
  readonly calendar: WorkCalendar
  readonly edit: EditCalendar
}) {
  const { t } = useTranslation()
  const trying = useFaults(edit)
  const hours = formatNumber(minutesOf(calendar.week.flat()) / 60, 1)
  const breaks = breaksText(usualShifts(calendar))
  return (
    <Section title={t('calendar.week')} remark={t('calendar.weekHours', { hours })}>
      <ul className={styles.week}>
        {WEEK.map((weekday) => (
          <WeekdayLine key={weekday} weekday={weekday} calendar={calendar} trying={trying} />
        ))}
      </ul>
      <Faults faults={trying.faults} />
      <div className={styles.weekFoot}>
        {breaks !== '' && <span className={styles.quiet}>{t('calendar.weekBreaks', { breaks })}</span>}
        <Button size="small" onClick={() => void trying.edit(mondayCopied)}>
          {t('calendar.copyMonday')}
        </Button>
      </div>
    </Section>
  )
}

const mondayCopied = (calendar: WorkCalendar): WorkCalendar => ({
  ...calendar,
  week: calendar.week.map((shifts, weekday) => (weekday < 5 ? (calendar.week[0] ?? []) : shifts)),
})

const withShifts =
  (weekday: number, change: (shifts: readonly Shift[]) => readonly Shift[]) =>
  (calendar: WorkCalendar): WorkCalendar => ({
    ...calendar,
    week: calendar.week.map((shifts, at) =>
      at === weekday ? change(shifts).toSorted((a, b) => a.from - b.from) : shifts,
    ),
  })

const OFFICE: readonly Shift[] = [
  { from: 540, to: 720 },
  { from: 810, to: 1_080 },
]

/** The shifts of a day with one more: an hour after the last; on a free day the usual ones. */
function oneMore(calendar: WorkCalendar, shifts: readonly Shift[]): readonly Shift[] {
  const last = shifts.at(-1)
  const usual = usualShifts(calendar)
  if (!last) return usual.length > 0 ? usual : OFFICE
  const from = Math.min(last.to + 60, 1_380)
  return [...shifts, { from, to: from + 60 }]
}

interface OfWeekday {
  readonly weekday: number
  readonly trying: Pick<ReturnType<typeof useFaults>, 'edit' | 'editField'>
}

function WeekdayLine({ weekday, calendar, trying }: OfWeekday & { readonly calendar: WorkCalendar }) {
  const { t } = useTranslation()
  const name = weekdayName(weekday, t)
  const shifts = calendar.week[weekday] ?? []
  return (
    <li className={styles.weekday}>
      <span className={styles.weekdayName}>{name}</span>
      <div className={styles.shifts}>
        {shifts.length === 0 && <span className={styles.quiet}>{t('calendar.dayFree')}</span>}
        {[...shifts.entries()].map(([at, shift]) => (
          <ShiftField key={at} at={at} shift={shift} weekday={weekday} trying={trying} />
        ))}
      </div>
      <Button
        type="text"
        size="small"
        icon={<PlusOutlined />}
        aria-label={t('calendar.shiftAdd', { weekday: name })}
        title={t('calendar.shiftAdd', { weekday: name })}
        onClick={() => void trying.edit((before) => withShifts(weekday, (of) => oneMore(before, of))(before))}
      />
    </li>
  )
}

function ShiftField({
  at,
  shift,
  weekday,
  trying,
}: OfWeekday & { readonly at: number; readonly shift: Shift }) {
  const { t } = useTranslation()
  const text = shiftsText([shift])
  const name = weekdayName(weekday, t)
  const replaced = (by: readonly Shift[]) => withShifts(weekday, (shifts) => shifts.toSpliced(at, 1, ...by))
  const { input, onPressEnter, trouble } = useFieldDraft<string>(text, async (typed) => {
    const read = readShifts(typed)
    if (read === undefined) return t('calendar.shiftUnread', { text: typed })
    const faults = await trying.editField(replaced(read))
    return faults?.[0] ? faultText(faults[0], t) : null
  })
  return (
    <span className={styles.shift}>
      <Input
        {...input}
        size="small"
        className={styles.shiftText ?? ''}
        placeholder={t('calendar.shiftHint')}
        aria-label={t('calendar.shift', { weekday: name, at: at + 1 })}
        onPressEnter={onPressEnter}
      />
      {shift.to > 1_440 && <span className={styles.quiet}>{t('calendar.nextDay')}</span>}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={t('calendar.shiftRemove', { weekday: name, shift: text })}
        onClick={() => void trying.edit(replaced([]))}
      />
      {trouble !== null && (
        <span className={styles.fault} role="alert">
          {trouble}
        </span>
      )}
    </span>
  )
}
