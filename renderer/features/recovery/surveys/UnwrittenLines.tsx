import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../../grid/types.ts'
import { FaultList } from '../../../shared/files/FaultsDrawer.tsx'
import { WarningFilled } from '../../../ui/icons.tsx'
import type { AnswerLine } from './answerLines.ts'
import { longFault } from './faultText.ts'
import { faultOf } from './lineFaults.ts'
import styles from './surveys.module.css'

/** How many answers there are, and how many lines are not written down. */
export function LineCount({ answers, unwritten }: { readonly answers: number; readonly unwritten: number }) {
  const { t } = useTranslation()
  if (answers === 0 && unwritten === 0) return t('surveys.noAnswers')
  return (
    <>
      <span>{t('surveys.answerCount', { count: answers })}</span>
      {unwritten > 0 && (
        <>
          {' · '}
          <span className={styles.unwritten}>
            <WarningFilled /> {t('surveys.unwritten.count', { count: unwritten })}
          </span>
        </>
      )}
    </>
  )
}

/** What can be done about lines that are not written down. */
export function UnwrittenButtons(press: {
  readonly list: () => void
  readonly retry: () => void
  readonly discard: () => void
}) {
  const { t } = useTranslation()
  return (
    <>
      <Button onClick={press.list}>{t('surveys.unwritten.list')}</Button>
      <Button onClick={press.retry}>{t('surveys.unwritten.retry')}</Button>
      <Button onClick={press.discard}>{t('surveys.unwritten.discard')}</Button>
    </>
  )
}

/** More than anybody reads; the rest is counted. */
const MOST_LISTED = 500

/** Every line that is not written down, and why. */
export function UnwrittenDrawer(props: {
  readonly lines: readonly AnswerLine[]
  readonly columns: readonly GridColumn<AnswerLine>[]
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const { lines, columns, close } = props
  const faults = lines.slice(0, MOST_LISTED).flatMap((line) => {
    const fault = faultOf(line)
    if (!fault) return []
    const named = [line.unread.account ?? line.account, line.unread.person ?? line.person]
    const where = named.filter((text) => text !== '').join(' · ') || t('surveys.unwritten.nobody')
    return [{ key: line.id, where, why: longFault(line, fault, columns, t) }]
  })
  return (
    <FaultList
      title={t('surveys.unwritten.count', { count: lines.length })}
      next={t('surveys.unwritten.next')}
      faults={faults}
      more={Math.max(0, lines.length - MOST_LISTED)}
      close={close}
    />
  )
}
