import { InputNumber } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnalysis } from '../../../../db/accounts/analysis/contract.ts'
import { COSTS, VALUES, type ValueItem } from '../../../../db/accounts/analysis/rules/kinds.ts'
import { newestOf } from '../../../../db/accounts/analysis/rules/newest.ts'
import {
  deliveredValue,
  VALUE_GRADES,
  valueTrend,
  weakestItem,
} from '../../../../db/accounts/analysis/rules/value.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatNumber, formatSigned } from '../../../ui/format.ts'
import styles from './analysis.module.css'
import { Finding, Noted } from './pieces.tsx'
import { ValueActions } from './ValueActions.tsx'

/** What the account gets from us against what it costs them (C5): two sides of four, the balance, what to do. */
export function ValueSection({
  accountId,
  analysis,
}: {
  readonly accountId: string
  readonly analysis: AccountAnalysis
}) {
  const { t } = useTranslation()
  const { values, actions } = analysis
  const newest = newestOf(values, ({ item }) => item)
  const side = (items: readonly ValueItem[], title: string) => (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <GradeLine key={item} accountId={accountId} item={item} judged={newest.get(item)} />
        ))}
      </ul>
    </section>
  )
  return (
    <Section title={t('analysis.value.title')} remark={t('analysis.value.remark')}>
      <ValueFinding values={values} />
      <div className={styles.value}>
        {side(VALUES, t('analysis.value.values'))}
        {side(COSTS, t('analysis.value.costs'))}
      </div>
      <Trend values={values} />
      <ValueActions accountId={accountId} actions={actions} />
    </Section>
  )
}

function ValueFinding({ values }: { readonly values: AccountAnalysis['values'] }) {
  const { t } = useTranslation()
  const { values: gained, costs, total, missing } = deliveredValue(values)
  const weakest = weakestItem(values)
  const trend = valueTrend(values)
  const before = trend.at(-2)
  const name = (item: ValueItem): string => t(`analysis.value.item.${item}`)
  if (weakest === null) return <Finding>{t('analysis.value.none')}</Finding>
  if (total === null)
    return (
      <Finding>
        {t('analysis.value.partly', { items: missing.map(name).join(t('analysis.separator')) })}
      </Finding>
    )
  return (
    <Finding>
      {t('analysis.value.finding', {
        total: formatSigned(total),
        values: formatNumber(gained ?? 0),
        costs: formatNumber(costs ?? 0),
      })}{' '}
      {before &&
        before.total !== total &&
        `${t('analysis.value.changed', { on: before.on, change: formatSigned(total - before.total) })} `}
      {t('analysis.value.weakest', { item: name(weakest.item), grade: weakest.grade })}
    </Finding>
  )
}

function GradeLine({
  accountId,
  item,
  judged,
}: {
  readonly accountId: string
  readonly item: ValueItem
  readonly judged: AccountAnalysis['values'][number] | undefined
}) {
  const { t } = useTranslation()
  const judge = useCommand(engine.analysis.judgeValue, { toast: false })
  const name = t(`analysis.value.item.${item}`)
  const grade = judged?.grade ?? null
  const [typed, setTyped] = useState<number | null>(null)
  const shown = useRef(grade)
  useEffect(() => {
    // what was saved has arrived, or it was undone
    if (shown.current !== grade) setTyped(null)
    shown.current = grade
  }, [grade])
  return (
    <li>
      <span>{name}</span>
      <InputNumber<number>
        size="small"
        className={styles.grade ?? ''}
        min={VALUE_GRADES.min}
        max={VALUE_GRADES.max}
        precision={0}
        value={typed ?? grade}
        onChange={setTyped}
        aria-label={t('analysis.value.grade', { item: name })}
        onBlur={(event) => save(event.target.value)}
        onPressEnter={({ target, nativeEvent }) =>
          !nativeEvent.isComposing && target instanceof HTMLInputElement && save(target.value)
        }
        onStep={(value) => save(String(value))}
      />
      <span className={styles.bar}>
        <i style={{ width: `${(grade ?? 0) * 10}%` }} />
      </span>
      <Noted by={judged?.by ?? null} on={judged?.notedOn ?? null} />
    </li>
  )

  function save(text: string): void {
    const typed = Math.round(Number(text.normalize('NFKC')))
    if (text.trim() === '' || Number.isNaN(typed)) return
    const next = Math.min(VALUE_GRADES.max, Math.max(VALUE_GRADES.min, typed))
    if (next !== grade) void judge.run({ accountId, item, grade: next, note: '' })
  }
}

/** How the balance went, day by day on which something was judged. */
function Trend({ values }: { readonly values: AccountAnalysis['values'] }) {
  const { t } = useTranslation()
  const trend = valueTrend(values)
  if (trend.length < 2) return null
  return (
    <p className={styles.quiet}>
      {t('analysis.value.trend')}{' '}
      {trend
        .slice(-6)
        .map(({ on, total }) => `${on} ${formatSigned(total)}`)
        .join(' → ')}
    </p>
  )
}
