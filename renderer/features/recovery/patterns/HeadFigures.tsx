import { useTranslation } from 'react-i18next'
import { costOf, type Head, recoveryRate } from '../../../../db/recovery/patterns/rules/head.ts'
import { formatNumber } from '../../../ui/format.ts'
import { useAmountText } from '../useAmountText.ts'
import styles from './patterns.module.css'
import { shareText } from './report.ts'

/** The figures that stand first, each beside that of the time before; null where that had no cases. */
export function HeadFigures({ head, before }: { readonly head: Head; readonly before: Head | null }) {
  const { t } = useTranslation()
  const amount = useAmountText()
  const rateText = (of: Head): string => {
    const rate = recoveryRate(of)
    return rate === null ? t('patterns.head.none') : shareText(rate)
  }
  const daysText = ({ daysToTrust: days }: Head): string =>
    days === null ? t('patterns.head.none') : t('patterns.head.daysValue', { days })
  const { recovered, failed, notYet, ended, paid, loss } = head
  const shown: readonly (readonly [name: string, text: (of: Head) => string, remark: string])[] = [
    [t('patterns.head.came'), ({ came }) => formatNumber(came), t('patterns.head.ended', { count: ended })],
    [
      t('patterns.head.rate'),
      rateText,
      t('patterns.head.ofProven', { recovered, proven: recovered + failed, notYet }),
    ],
    [t('patterns.head.days'), daysText, t('patterns.head.daysRemark')],
    [t('patterns.head.kept'), ({ kept }) => amount(kept), t('patterns.head.keptRemark')],
    [
      t('patterns.head.cost'),
      (of) => amount(costOf(of)),
      t('patterns.head.costRemark', { paid: amount(paid), loss: amount(loss) }),
    ],
    [t('patterns.head.risk'), ({ unrecovered }) => amount(unrecovered), t('patterns.head.riskRemark')],
  ]
  return (
    <dl className={styles.head}>
      {shown.map(([name, text, remark]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <strong>{text(head)}</strong>
            <span>
              {t('patterns.head.before', { value: before ? text(before) : t('patterns.head.none') })}
            </span>
            <span className={styles.remark}>{remark}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
