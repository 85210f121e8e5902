import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { LONGEST_NAME, type WorkCalendar } from '../../../../db/department/calendar/rules/calendar.ts'
import { type DayRun, runsOf, withDay } from '../../../../db/department/calendar/rules/editDays.ts'
import { shiftsText } from '../../../../db/department/calendar/rules/shiftText.ts'
import { Section } from '../../../ui/bits.tsx'
import { CloseOutlined } from '../../../ui/icons.tsx'
import { useFieldDraft } from '../../../ui/useFieldDraft.ts'
import styles from './calendar.module.css'
import { dayText, faultText } from './calendarText.ts'
import type { EditCalendar } from './useCalendars.ts'

/** The days of a year that differ from their weekdays, holidays as one line each. */
export function DayList({
  calendar,
  year,
  edit,
}: {
  readonly calendar: WorkCalendar
  readonly year: number
  readonly edit: EditCalendar
}) {
  const { t } = useTranslation()
  const runs = runsOf(calendar, year)
  return (
    <Section title={t('calendar.list', { year })}>
      {runs.length === 0 ? (
        <p className={styles.quiet}>{t('calendar.listNone')}</p>
      ) : (
        <table className={styles.list}>
          <thead>
            <tr>
              <th scope="col">{t('calendar.listDate')}</th>
              <th scope="col" className={styles.count}>
                {t('calendar.listCount')}
              </th>
              <th scope="col">{t('calendar.listKind')}</th>
              <th scope="col">{t('calendar.listName')}</th>
              <th scope="col">{t('calendar.listShifts')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <RunLine key={`${run.from} ${run.kind}`} run={run} edit={edit} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

/** Changes every day of a run in one edit. */
const changed =
  (run: DayRun, name: string | null) =>
  (calendar: WorkCalendar): WorkCalendar =>
    run.days.reduce((before, day) => {
      const special = before.days[day]
      return special ? withDay(before, day, name === null ? null : { ...special, name }) : before
    }, calendar)

function RunLine({ run, edit }: { readonly run: DayRun; readonly edit: EditCalendar }) {
  const { t } = useTranslation()
  const days = run.from === run.to ? run.from : `${run.from} ~ ${run.to.slice(5)}`
  return (
    <tr>
      <td>
        {run.from === run.to
          ? dayText(run.from, t)
          : `${dayText(run.from, t)} ~ ${dayText(run.to, t).slice(5)}`}
      </td>
      <td className={styles.count}>{t('calendar.listDays', { count: run.days.length })}</td>
      <td>
        <span className={`${styles.sign} ${styles[run.kind]}`}>{t(`calendar.mark.${run.kind}`)}</span>
        {t(`calendar.kind.${run.kind}`)}
      </td>
      <td>
        <RunName run={run} label={t('calendar.listNameOf', { days })} edit={edit} />
      </td>
      <td>{run.shifts ? shiftsText(run.shifts) : ''}</td>
      <td>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('calendar.listRemove', { days })}
          title={t('calendar.listRemove', { days })}
          onClick={() => void edit(changed(run, null))}
        />
      </td>
    </tr>
  )
}

function RunName({
  run,
  label,
  edit,
}: {
  readonly run: DayRun
  readonly label: string
  readonly edit: EditCalendar
}) {
  const { t } = useTranslation()
  const { input, onPressEnter } = useFieldDraft<string>(run.name, async (name) => {
    const faults = await edit(changed(run, name))
    return faults?.[0] ? faultText(faults[0], t) : null
  })
  return (
    <Input
      {...input}
      className={styles.runName ?? ''}
      variant="borderless"
      size="small"
      maxLength={LONGEST_NAME}
      aria-label={label}
      placeholder={t('calendar.dayNameHint')}
      onPressEnter={onPressEnter}
    />
  )
}
