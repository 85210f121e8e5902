import { useTranslation } from 'react-i18next'
import { type CourseStep, courseSteps } from '../../../db/recovery/rules/courseTable.ts'
import { CASE_STATES } from '../../../db/recovery/rules/states.ts'
import { Section } from '../../ui/bits.tsx'
import styles from './department.module.css'

const STEPS = CASE_STATES.map((state) => ({
  state,
  steps: courseSteps().filter((one) => one.state === state),
}))

/** The course of a case of service recovery: every step that the engine takes, from the table that it enforces. */
export function CaseCourse() {
  const { t } = useTranslation()
  return (
    <Section title={t('cases.courseTable.title')} remark={t('cases.courseTable.remark')}>
      <div className={styles.courseScroll}>
        <table className={styles.courseTable} aria-label={t('cases.courseTable.title')}>
          <thead>
            <tr>
              {(['state', 'event', 'to', 'asks'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`cases.courseTable.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          {STEPS.map(({ state, steps }) => (
            <tbody key={state}>
              {steps.map((step, at) => (
                <tr key={step.event} data-step={`${state} ${step.event}`}>
                  {at === 0 && (
                    <th scope="rowgroup" rowSpan={steps.length}>
                      {t(`cases.state.${state}`)}
                    </th>
                  )}
                  <td>{t(`cases.event.${step.event}`)}</td>
                  <td>{step.to === state ? t('cases.courseTable.stays') : t(`cases.state.${step.to}`)}</td>
                  <td>
                    <Asks step={step} />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </Section>
  )
}

/** What a step asks for: a reason, and what must not be lacking. */
function Asks({ step: { reason, bars } }: { readonly step: CourseStep }) {
  const { t } = useTranslation()
  return [
    ...(reason ? [t('cases.courseTable.reason')] : []),
    ...bars.map((bar) => t(`cases.courseTable.bar.${bar}`)),
  ].join(t('cases.courseTable.and'))
}
