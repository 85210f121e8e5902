import { useTranslation } from 'react-i18next'
import { minutesText } from '../../../../db/channel/effort/rules/minutes.ts'
import { Section } from '../../../ui/bits.tsx'
import styles from '../chart/chart.module.css'
import effortStyles from './effort.module.css'
import type { Report } from './report.ts'

/** Minutes a week on accounts that bring nothing from which it is worth a sentence: half a day. */
const WORTH_SAYING = 225

/** Who spent how much in each week, and how much of it on accounts that bring nothing. */
export function MembersTable({ report }: { readonly report: Report }) {
  const { t } = useTranslation()
  const [most] = report.members
  // only the weeks in which there is anything: a year has many to come
  const shown = report.weeks.flatMap((week, at) =>
    report.members.some((member) => (member.weeks[at] ?? 0) > 0) ? [{ week, at }] : [],
  )
  return (
    <Section
      title={
        most && most.idleAWeek >= WORTH_SAYING
          ? t('effort.idleFinding', { name: most.member, time: minutesText(most.idleAWeek) })
          : t('effort.byMember')
      }
      remark={t('effort.idleMeans')}
    >
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('effort.field.memberId')}</th>
              <th scope="col">{t('effort.field.all')}</th>
              <th scope="col">{t('effort.field.idle')}</th>
              <th scope="col">{t('effort.field.idleAWeek')}</th>
              {shown.map(({ week }) => (
                <th key={week} scope="col">
                  {t('effort.weekOf', { day: week.slice(5) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.members.map((member) => (
              <tr key={member.memberId}>
                <th scope="row">{member.member}</th>
                <td>{minutesText(member.minutes)}</td>
                <td>{minutesText(member.idle)}</td>
                <td className={member.idleAWeek >= WORTH_SAYING ? styles.bad : ''}>
                  {minutesText(member.idleAWeek)}
                </td>
                {shown.map(({ week, at }) => (
                  <td key={week} className={styles.low}>
                    {member.weeks[at] ? minutesText(member.weeks[at]) : '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={effortStyles.remark}>{t('effort.weeksNote')}</p>
    </Section>
  )
}
