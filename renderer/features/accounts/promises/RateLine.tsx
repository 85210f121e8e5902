import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Standing } from '../../../../db/accounts/promises/contract.ts'
import { PROMISE_SIDES, type PromiseSide } from '../../../../db/accounts/promises/rules/states.ts'
import { api } from '../../../client/engine.ts'
import { ClockCircleFilled } from '../../../ui/icons.tsx'
import styles from './promises.module.css'
import { rateLine, rateText } from './promiseText.ts'

/**
 * The kept-rate, for all time and lately, with those late beside it, each said of whose promises it is. Where both
 * sides are listed the rate is of ours, which it is kept for, and late ones are counted for both.
 */
export function RateLine({
  accountId,
  memberId,
  side,
}: {
  readonly accountId?: string | undefined
  readonly memberId?: string | undefined
  /** the side that is listed; both when absent */
  readonly side?: PromiseSide | undefined
}) {
  const { t } = useTranslation()
  const input = {
    ...(accountId === undefined ? {} : { accountId }),
    ...(memberId === undefined ? {} : { memberId }),
  }
  const { data } = useQuery(api.promises.standing.queryOptions({ input }))
  if (!data) return null
  const rated = side ?? 'ours'
  const { all, recent } = data[rated]
  return (
    <p className={styles.rate}>
      {t(`promises.rateOf.${rated}`)} <strong>{rateText(all.rate)}</strong>
      <span>{rateLine(all, t)}</span>
      {recent.rate !== null && <span>{t('promises.rateRecent', { rate: rateText(recent.rate) })}</span>}
      {PROMISE_SIDES.filter((one) => side === undefined || one === side).map((one) => (
        <Late key={one} side={one} all={data[one].all} />
      ))}
      {all.released > 0 && <span>{t(`promises.releasedOf.${rated}`, { count: all.released })}</span>}
    </p>
  )
}

function Late({ side, all }: { readonly side: PromiseSide; readonly all: Standing['all'] }) {
  const { t } = useTranslation()
  if (all.late === 0) return null
  return (
    <span className={styles.lateText}>
      <ClockCircleFilled /> {t(`promises.lateOf.${side}`, { count: all.late })}
    </span>
  )
}
