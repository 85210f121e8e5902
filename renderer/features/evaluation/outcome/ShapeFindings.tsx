import { useTranslation } from 'react-i18next'
import { TIERS } from '../../../../db/evaluation/rules/tiers.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { amountText } from '../../../i18n/amountText.ts'
import { TierSign } from '../../../ui/tier.tsx'
import { nearBorders } from '../scoring/nearBorders.ts'
import panel from '../scoring/panel.module.css'
import type { ScoringModel } from '../scoring/scoringModel.ts'
import { shapeFinding, shapeOf } from '../scoring/shapeFinding.ts'
import { findingText, gradedText } from '../scoring/shapeWords.ts'
import { TierBars } from '../scoring/TierBars.tsx'
import { Finding } from './Finding.tsx'
import styles from './outcome.module.css'
import { EXPECTED_VALUE, figureShares, type Tried } from './whatIf.ts'

/** How many accounts stand in each tier against A8: as tried out, with the present shape behind it. */
export function ShapeOutcome({
  model,
  tried,
  isChanged,
}: {
  readonly model: ScoringModel
  readonly tried: Tried
  readonly isChanged: boolean
}) {
  const { t } = useTranslation()
  const { shares, graded } = shapeOf(tried.counts)
  const past = shapeOf(model.standings).shares
  const finding = shapeFinding(
    tried.counts,
    isChanged ? [] : nearBorders(model, NEAR_TENTHS),
    model.round.borders,
  )
  const lacking = tried.standings.filter(
    (standing, row) => standing !== 'insufficient' && model.blanks(row) > 0,
  ).length
  const drawn = t('scoring.outcome.shapeDrawn', { graded: gradedText(graded, lacking, t) })
  return (
    <Finding
      title={findingText(finding, t)}
      drawn={isChanged ? `${drawn} · ${t('scoring.outcome.shapeTried')}` : drawn}
      table={{
        headers: [
          t('scoring.outcome.tier'),
          t('scoring.outcome.count'),
          t('scoring.outcome.share'),
          t('scoring.outcome.expected'),
        ],
        rows: shares.map(({ tier, count, percent, expectedPercent }) => [
          t(`scoring.tier.${tier}`),
          String(count),
          `${percent.toFixed(1)}%`,
          `${expectedPercent}%`,
        ]),
      }}
    >
      <TierBars shares={shares} {...(isChanged ? { past } : {})} />
    </Finding>
  )
}

/** A point: how near to a border is near on this page. */
export const NEAR_TENTHS = 10

/** What each tier brings of the money figures that the sheet reads, against A8. */
export function MoneyOutcome({ model, tried }: { readonly model: ScoringModel; readonly tried: Tried }) {
  return model.round.figures
    .filter(({ figure }) => figure.unit === 'money')
    .map(({ figure, values }) => (
      <MoneyShares key={figure.id} name={figure.name} values={values} tried={tried} />
    ))
}

function MoneyShares({
  name,
  values,
  tried,
}: {
  readonly name: string
  readonly values: readonly (number | null)[]
  readonly tried: Tried
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const found = figureShares(tried.standings, values)
  if (!found) return null
  const { shares, sum, accounts } = found
  const share = (percent: number): string => `${percent.toFixed(1)}%`
  const expectedText = (percent: number | null): string =>
    percent === null ? '' : t('scoring.outcome.expectedShare', { percent })
  return (
    <Finding
      title={
        t('scoring.outcome.moneyFinding', {
          tier: t('scoring.tier.key'),
          percent: shares.key.toFixed(1),
          figure: name,
        }) + t('scoring.outcome.moneyExpected', { percent: EXPECTED_VALUE.key ?? 0 })
      }
      drawn={t('scoring.outcome.moneyDrawn', {
        count: accounts,
        sum: amountText(sum, money, t),
      })}
      table={{
        headers: [t('scoring.outcome.tier'), t('scoring.outcome.share'), t('scoring.outcome.expected')],
        rows: TIERS.map((tier) => [
          t(`scoring.tier.${tier}`),
          share(shares[tier]),
          expectedText(EXPECTED_VALUE[tier]),
        ]),
      }}
    >
      <ul className={panel.bars}>
        {TIERS.map((tier) => (
          <li key={tier}>
            <div className={panel.barHead}>
              <TierSign tier={tier} />
              <span className={panel.tierWord} data-tier={tier}>
                {t(`app.tier.${tier}`)}
              </span>
              <strong>{share(shares[tier])}</strong>
              <span className={`${panel.expected} ${styles.expected}`}>
                {expectedText(EXPECTED_VALUE[tier])}
              </span>
            </div>
            <div className={panel.track} aria-hidden="true">
              <span
                className={panel.bar}
                data-tier={tier}
                style={{ width: `${Math.max(0, Math.min(100, shares[tier]))}%` }}
              />
              {EXPECTED_VALUE[tier] !== null && (
                <span className={panel.mark} style={{ left: `calc(${EXPECTED_VALUE[tier]}% - 1px)` }} />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Finding>
  )
}
