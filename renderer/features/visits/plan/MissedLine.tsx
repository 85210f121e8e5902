import { useTranslation } from 'react-i18next'
import type { VisitId } from '../../../../db/kernel/ids.ts'
import type { PlanMark, PlanRow } from '../../../../db/visits/plan/contract.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { monthShort } from './markLook.ts'
import styles from './plan.module.css'

/** A visit that did not take place. */
interface Missed {
  readonly visitId: VisitId
  readonly account: string
  readonly day: string
  readonly madeUpOn: string | null
}

/** How many are named in the sentence. */
const NAMED = 6

/** What was missed, in a sentence: what nobody has made up for, and what has a new day. */
export function MissedLine({ missed }: { readonly missed: readonly Missed[] }) {
  const { t } = useTranslation()
  const language = spokenLanguage()
  if (missed.length === 0) return <p className={styles.missedLine}>{t('visitPlan.missed.none')}</p>
  const month = (day: string): string => monthShort(Number(day.slice(5, 7)) - 1, language)
  const named = [...missed].sort(
    (one, other) => Number(one.madeUpOn !== null) - Number(other.madeUpOn !== null),
  )
  const open = named.slice(0, NAMED).filter(({ madeUpOn }) => madeUpOn === null)
  const madeUp = named
    .slice(0, NAMED)
    .flatMap(({ account, day, madeUpOn }) =>
      madeUpOn === null
        ? []
        : [t('visitPlan.missed.madeUp', { account, month: month(day), day: madeUpOn.slice(5) })],
    )
  const parts = [
    ...(open.length === 0
      ? []
      : [
          t('visitPlan.missed.open', {
            names: open
              .map(({ account, day }) => t('visitPlan.missed.one', { account, month: month(day) }))
              .join(t('visitPlan.listComma')),
          }),
        ]),
    ...madeUp,
    ...(missed.length > NAMED ? [t('visitPlan.missed.more', { count: missed.length - NAMED })] : []),
  ]
  return (
    <p className={styles.missedLine}>
      <strong>{t('visitPlan.missed.count', { count: missed.length })}</strong>
      {parts.join(t('visitPlan.comma'))}
      {t('visitPlan.stop')}
    </p>
  )
}

/** Visits whose people are elsewhere at that time, in a sentence; nothing where there are none. */
export function ClashLine({
  marks,
  rows,
}: {
  readonly marks: readonly PlanMark[]
  readonly rows: readonly PlanRow[]
}) {
  const { t } = useTranslation()
  const clashing = marks.filter(({ clash }) => clash)
  if (clashing.length === 0) return null
  const names = clashing
    .slice(0, NAMED)
    .map(({ day, lead, title, code, rows: [row = -1] }) =>
      [day.slice(5), title === '' ? (rows[row]?.name ?? code) : title, lead ?? ''].join(' ').trim(),
    )
  return (
    <p className={styles.clashLine}>
      <strong>{t('visitPlan.clashes', { count: clashing.length })}</strong>
      {names.join(t('visitPlan.listComma'))}
      {t('visitPlan.stop')}
    </p>
  )
}
