import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AccountAnalysis } from '../../../../db/accounts/analysis/contract.ts'
import { newestYear, walletByProduct } from '../../../../db/accounts/analysis/rules/wallet.ts'
import { api } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { amountText } from '../../../i18n/amountText.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatNumber } from '../../../ui/format.ts'
import styles from './analysis.module.css'

/** White space 产品空白 (D4): what of our products an account buys, and what not yet. */
export function BlankSection({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.analysis.get.queryOptions({ input: { accountId } }))
  if (!data) return null
  const year = newestYear(data.wallet)
  const to = `/accounts/${accountId}/analysis`
  if (year === null)
    return (
      <Section title={t('analysis.blank.title')} action={<Link to={to}>{t('analysis.blank.fill')}</Link>}>
        <p className={styles.quiet}>{t('analysis.blank.none')}</p>
      </Section>
    )
  return <Blanks analysis={data} year={year} to={to} />
}

function Blanks({
  analysis,
  year,
  to,
}: {
  readonly analysis: AccountAnalysis
  readonly year: number
  readonly to: string
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const names = new Map<string, string>(analysis.products.map(({ id, name }) => [id, name]))
  const parts = walletByProduct([...names.keys()], analysis.wallet, year)
  const most = Math.max(1, ...parts.map(({ ours }) => ours ?? 0))
  const blank = parts.filter((part) => part.blank)
  const unknown = blank.filter(({ elsewhere }) => elsewhere === null)
  return (
    <Section
      title={t('analysis.blank.title')}
      remark={t('analysis.blank.bought', { count: parts.length, bought: parts.length - blank.length })}
      action={<Link to={to}>{t('analysis.blank.all')}</Link>}
    >
      <ul className={styles.blanks}>
        {parts.map(({ productId, ours, blank: not }) => (
          <li key={productId} data-blank={not || undefined}>
            <span className={styles.blankName}>{names.get(productId)}</span>
            {not ? <em>{t('analysis.blank.not')}</em> : <span>{shownAmount(ours ?? 0, money)}</span>}
            <span className={styles.bar}>
              <i style={{ width: `${((ours ?? 0) / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>
        {t('analysis.blank.unit', { unit: t(`app.status.${money}`), year })}{' '}
        {blank.length === 0 && t('analysis.blank.full')}
        {blank
          .filter(({ elsewhere }) => elsewhere !== null)
          .map(({ productId, elsewhere }) =>
            t('analysis.blank.elsewhere', {
              product: names.get(productId) ?? '',
              amount: amountText(elsewhere ?? 0, money, t),
            }),
          )
          .join(' ')}{' '}
        {unknown.length > 0 &&
          t('analysis.blank.unknown', {
            products: unknown.map(({ productId }) => names.get(productId)).join(t('analysis.separator')),
          })}
      </p>
    </Section>
  )
}

/** An amount for a narrow place, rounded to whole 万元 or yuan. */
const shownAmount = (fen: number, money: 'yuan' | 'tenThousand'): string =>
  formatNumber(Math.round(fen / (money === 'yuan' ? 100 : 1_000_000)), 0)
