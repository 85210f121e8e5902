import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  LONGEST_NAME,
  type SpecialDay,
  shiftsOn,
  usualShifts,
  type WorkCalendar,
} from '../../../../db/department/calendar/rules/calendar.ts'
import { toggledDay, withDay } from '../../../../db/department/calendar/rules/editDays.ts'
import { readShifts, shiftsText } from '../../../../db/department/calendar/rules/shiftText.ts'
import { useFieldDraft } from '../../../ui/useFieldDraft.ts'
import styles from './calendar.module.css'
import { dayText, faultText } from './calendarText.ts'
import { Faults } from './Faults.tsx'
import type { AlmanacOf } from './useAlmanac.ts'
import { type EditCalendar, useFaults } from './useCalendars.ts'

/** The chosen day in a line: what it is in both calendars, and what can be said of it. */
export function DayDetail({
  calendar,
  day,
  almanac,
  edit,
}: {
  readonly calendar: WorkCalendar
  readonly day: string
  readonly almanac: AlmanacOf
  readonly edit: EditCalendar
}) {
  const { t } = useTranslation()
  const turning = useFaults(edit)
  const special = calendar.days[day]
  const works = shiftsOn(calendar, day).length > 0
  const found = almanac(day)
  const state = special ? t(`calendar.kind.${special.kind}`) : t(works ? 'calendar.worked' : 'calendar.free')
  return (
    <section className={styles.detail} aria-label={t('calendar.detail')}>
      <div className={styles.detailLine}>
        <strong>{dayText(day, t)}</strong>
        <span className={styles.quiet}>{[found?.lunar, found?.festivalName].filter(Boolean).join(' ')}</span>
        <span>{state}</span>
        <Button size="small" onClick={() => void turning.edit((before) => toggledDay(before, day))}>
          {t(works ? 'calendar.toOff' : 'calendar.toWork')}
        </Button>
        {special && <DayName key={`name ${day}`} day={day} special={special} edit={edit} />}
        {special?.kind === 'work' && (
          <DayShifts key={`shifts ${day}`} day={day} special={special} calendar={calendar} edit={edit} />
        )}
      </div>
      <Faults faults={turning.faults} />
    </section>
  )
}

interface OfDay {
  readonly day: string
  readonly special: SpecialDay
  readonly edit: EditCalendar
}

function DayName({ day, special, edit }: OfDay) {
  const { t } = useTranslation()
  const { input, onPressEnter } = useFieldDraft<string>(special.name, async (name) => {
    const faults = await edit((before) => {
      const now = before.days[day]
      return now ? withDay(before, day, { ...now, name }) : before
    })
    return faults?.[0] ? faultText(faults[0], t) : null
  })
  return (
    <Input
      {...input}
      size="small"
      className={styles.dayName ?? ''}
      maxLength={LONGEST_NAME}
      placeholder={t('calendar.dayNameHint')}
      aria-label={t('calendar.dayName')}
      onPressEnter={onPressEnter}
    />
  )
}

function DayShifts({ day, special, calendar, edit }: OfDay & { readonly calendar: WorkCalendar }) {
  const { t } = useTranslation()
  const { input, onPressEnter, trouble } = useFieldDraft<string>(
    shiftsText(special.shifts ?? []),
    async (text) => {
      const shifts = readShifts(text)
      if (shifts === undefined) return t('calendar.shiftUnread', { text })
      const { kind, name } = special
      const faults = await edit((before) =>
        withDay(before, day, shifts.length === 0 ? { kind, name } : { kind, name, shifts }),
      )
      return faults?.[0] ? faultText(faults[0], t) : null
    },
  )
  return (
    <>
      <Input
        {...input}
        size="small"
        className={styles.dayShifts ?? ''}
        placeholder={t('calendar.dayShiftsHint', { shifts: shiftsText(usualShifts(calendar)) })}
        aria-label={t('calendar.dayShifts')}
        onPressEnter={onPressEnter}
      />
      {trouble !== null && (
        <span className={styles.fault} role="alert">
          {trouble}
        </span>
      )}
    </>
  )
}
