import { useTranslation } from 'react-i18next'
import type { CompiledCalendar } from '../../../../db/department/calendar/rules/workingTime.ts'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { CASE_CLOCKS } from '../../../../db/recovery/rules/deadlines.ts'
import { ClockFace } from '../../../shared/clocks/ClockFace.tsx'
import { clockLook, promisedText } from '../../../shared/clocks/clockText.ts'
import { Section } from '../../../ui/bits.tsx'
import styles from '../case.module.css'

/** The clocks of a case that run by its severity, in working time. */
export function ClocksSection({
  sheet,
  calendar,
  now,
}: {
  readonly sheet: CaseSheet
  readonly calendar: CompiledCalendar
  readonly now: number
}) {
  const { t } = useTranslation()
  return (
    <Section title={t('cases.clocks')}>
      <ul className={styles.rows}>
        {CASE_CLOCKS.map((name) => {
          const clock = sheet.clocks[name]
          return clock.kind === 'none' ? null : (
            <li key={name}>
              <span>{t(`cases.clock.${name}`)}</span>
              <span className={styles.quiet}>{promisedText(clock.span / 60_000, t)}</span>
              <span className={styles.grow} />
              <ClockFace look={clockLook(calendar, clock, now, t)} />
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
