import { useTranslation } from 'react-i18next'
import type { RequestSheet } from '../../../../db/channel/requests/contract.ts'
import type { CompiledCalendar } from '../../../../db/department/calendar/rules/workingTime.ts'
import { shortMoment } from '../../../shared/clocks/clockText.ts'
import { Section } from '../../../ui/bits.tsx'
import { type Moment, momentsOf } from './moments.ts'
import styles from './requests.module.css'

/** What happened to a request, the ends of its clocks among it, the newest last. */
export function Timeline({
  request,
  calendar,
  now,
}: {
  readonly request: RequestSheet
  readonly calendar: CompiledCalendar
  readonly now: number
}) {
  const { t } = useTranslation()
  return (
    <Section title={t('requests.timeline')}>
      <ol className={styles.timeline}>
        {momentsOf(request, calendar, now, t).map((moment) => (
          <Line key={moment.key} moment={moment} when={shortMoment(moment.at, now)} />
        ))}
      </ol>
    </Section>
  )
}

function Line({ moment, when }: { readonly moment: Moment; readonly when: string }) {
  return (
    <li data-look={moment.look}>
      <time className={styles.quiet}>{when}</time>
      <div>
        <strong>{moment.title}</strong>
        {moment.lines.map((line) => (
          <p key={line} className={styles.remark}>
            {line}
          </p>
        ))}
      </div>
    </li>
  )
}
