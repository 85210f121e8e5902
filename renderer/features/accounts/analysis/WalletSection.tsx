import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnalysis } from '../../../../db/accounts/analysis/contract.ts'
import { newestYear, walletTrend } from '../../../../db/accounts/analysis/rules/wallet.ts'
import { engine } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { DataGrid } from '../../../grid/DataGrid.tsx'
import { amountText } from '../../../i18n/amountText.ts'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { writeAndTell } from '../../../ui/unwritten.ts'
import styles from './analysis.module.css'
import { CatalogueButton } from './CatalogueButton.tsx'
import { Finding, Noted } from './pieces.tsx'
import { type WalletLine, walletColumns, walletEdits, walletLines, walletYears } from './walletRows.ts'

/** What an account buys by product, supplier and year: a table to type and paste into, and our share of it (D4). */
export function WalletSection({
  accountId,
  analysis,
}: {
  readonly accountId: string
  readonly analysis: AccountAnalysis
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const gridWords = useGridWords()
  const set = useCommand(engine.analysis.setWallet)
  const lines = useMemo(() => walletLines(analysis, t('analysis.wallet.us')), [analysis, t])
  const years = walletYears(analysis.wallet, new Date().getFullYear()).join()
  const columns = useMemo(() => walletColumns(years.split(',').map(Number), money, t), [years, money, t])
  const last = analysis.wallet.reduce<AccountAnalysis['wallet'][number] | null>(
    (newest, cell) => ((cell.notedOn ?? '') > (newest?.notedOn ?? '') ? cell : newest),
    null,
  )
  return (
    <Section
      title={t('analysis.wallet.title')}
      remark={
        <>
          {t('analysis.wallet.remark')} {last && <Noted by={last.by} on={last.notedOn} />}
        </>
      }
      action={<CatalogueButton products={analysis.products} competitors={analysis.competitors} />}
    >
      <WalletFinding analysis={analysis} />
      {lines.length === 0 ? (
        <p className={styles.quiet}>{t('analysis.wallet.noProducts')}</p>
      ) : (
        <div className={styles.wallet} style={{ height: Math.min(lines.length, 12) * 32 + 52 }}>
          <DataGrid<WalletLine>
            rows={lines}
            columns={columns}
            rowId={({ id }) => id}
            onEdits={(edits, kind, report) => {
              const cells = walletEdits(edits)
              void writeAndTell(
                kind,
                report,
                (rowId) => lineName(lines.find(({ id }) => id === rowId)),
                async (toast) =>
                  cells.length === 0 ||
                  (await set.run({ accountId, cells }, { toast: toast && cells.length > 1 })).ok,
              )
            }}
            {...gridWords}
          />
        </div>
      )}
      <ShareTrend analysis={analysis} />
    </Section>
  )
}

const lineName = (line: WalletLine | undefined): string => (line ? `${line.product} · ${line.supplier}` : '')

const percent = (share: number): number => Math.round(share * 1_000) / 10

function WalletFinding({ analysis }: { readonly analysis: AccountAnalysis }) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const trend = walletTrend(analysis.wallet).filter(({ share }) => share !== null)
  const now = trend.at(-1)
  const before = trend.at(-2)
  if (!now || now.share === null)
    return analysis.products.length === 0 ? null : <Finding>{t('analysis.wallet.none')}</Finding>
  const points =
    before?.share == null ? null : Math.round((percent(now.share) - percent(before.share)) * 10) / 10
  return (
    <Finding>
      {t('analysis.wallet.finding', {
        year: now.year,
        all: amountText((now.ours ?? 0) + (now.elsewhere ?? 0), money, t),
        share: formatNumber(percent(now.share), 1),
      })}{' '}
      {before &&
        points !== null &&
        t(`analysis.wallet.${points > 0 ? 'more' : points < 0 ? 'less' : 'same'}`, {
          year: before.year,
          points: formatNumber(Math.abs(points), 1),
        })}
    </Finding>
  )
}

/** Our share in each year as a bar with its figure. */
function ShareTrend({ analysis }: { readonly analysis: AccountAnalysis }) {
  const { t } = useTranslation()
  const trend = walletTrend(analysis.wallet).filter(({ share }) => share !== null)
  if (newestYear(analysis.wallet) === null || trend.length < 2) return null
  return (
    <ul className={styles.trend} aria-label={t('analysis.wallet.trend')}>
      {trend.map(({ year, share }) => (
        <li key={year}>
          <span>{year}</span>
          <span className={styles.bar}>
            <i style={{ width: `${percent(share ?? 0)}%` }} />
          </span>
          <strong>{t('analysis.wallet.share', { share: formatNumber(percent(share ?? 0), 1) })}</strong>
        </li>
      ))}
    </ul>
  )
}
