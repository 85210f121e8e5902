import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AccountGap, Completeness } from '../../../../db/accounts/portrait/contract.ts'
import { api } from '../../../client/engine.ts'
import { Ring, Section } from '../../../ui/bits.tsx'
import { PlusCircleOutlined } from '../../../ui/icons.tsx'
import styles from './completeness.module.css'
import { gapRoute } from './gapRoutes.ts'

/** How complete an account's archive is, how that compares, and the three most valuable facts to add. */
export function CompletenessSection({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.portrait.completeness.queryOptions({ input: { accountId } }))
  const { data: average } = useQuery(
    api.portrait.average.queryOptions({
      input: { tier: data?.tier ?? null },
      enabled: data !== undefined,
    }),
  )
  const [first] = data?.gaps ?? []
  return (
    <Section
      title={t('portrait.completeness')}
      action={first && <Link to={gapRoute(accountId, first)}>{t('portrait.goOn')}</Link>}
    >
      {data && (
        <>
          <div className={styles.head}>
            <Ring percent={data.percent} label={t('portrait.completeness')} />
            <p>
              {data.gaps.length === 0
                ? t('portrait.full')
                : t('portrait.line', { count: data.gaps.length, percent: data.afterwards })}
              {average && comparison(data, average, t)}
            </p>
          </div>
          <ul className={styles.gaps}>
            {data.gaps.map((gap) => (
              <li key={gap.of === 'account' ? gap.fact : gap.personId}>
                <Link to={gapRoute(accountId, gap)}>
                  <PlusCircleOutlined />
                  <span className={styles.gapName}>{gapText(gap, t)}</span>
                  <span className={styles.gapRemark}>
                    {gap.stale ? t('portrait.stale') : t('portrait.missing')}
                  </span>
                  <strong>
                    {gap.points === 0
                      ? t('portrait.lessThanOne')
                      : t('portrait.points', { points: gap.points })}
                  </strong>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function comparison(
  { percent, tier }: Completeness,
  average: { readonly percent: number | null; readonly accounts: number },
  t: TFunction,
): string {
  const group = t(`portrait.group.${tier ?? 'none'}`)
  if (average.percent === null || average.accounts < 2) return t('portrait.alone', { group })
  const points = percent - average.percent
  if (points === 0) return t('portrait.same', { group })
  return t(points > 0 ? 'portrait.more' : 'portrait.less', { group, points: Math.abs(points) })
}

const gapText = (gap: AccountGap, t: TFunction): string =>
  gap.of === 'account'
    ? t(`portrait.fact.${gap.fact}`)
    : t('portrait.ofPerson', {
        name: gap.name,
        facts: gap.parts.map((part) => t(`portrait.fact.${part}`)).join(t('portrait.separator')),
      })
