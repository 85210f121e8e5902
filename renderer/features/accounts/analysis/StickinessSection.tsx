import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnalysis } from '../../../../db/accounts/analysis/contract.ts'
import { STICKINESS_LAYERS, type StickinessLayer } from '../../../../db/accounts/analysis/rules/kinds.ts'
import { newestOf } from '../../../../db/accounts/analysis/rules/newest.ts'
import { stickinessOf, switchingTotal } from '../../../../db/accounts/analysis/rules/stickiness.ts'
import { engine } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { amountText } from '../../../i18n/amountText.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatMoney } from '../../../ui/format.ts'
import { parseFigure } from '../accountText.ts'
import styles from './analysis.module.css'
import { Finding, Noted, RemoveButton, TextInPlace } from './pieces.tsx'

/** Why an account stays with us (D3): three layers from the surface inwards, and what leaving would cost it. */
export function StickinessSection({
  accountId,
  analysis,
}: {
  readonly accountId: string
  readonly analysis: AccountAnalysis
}) {
  const { t } = useTranslation()
  const { stickiness, switchingCosts } = analysis
  const newest = newestOf(stickiness, ({ layer }) => layer)
  const { total, loosest } = stickinessOf(stickiness)
  const layer = loosest === null ? '' : t(`analysis.stickiness.layer.${loosest}`)
  return (
    <Section title={t('analysis.stickiness.title')} remark={total === null ? '' : `${total} / 15`}>
      <Finding>
        {loosest === null
          ? t('analysis.stickiness.none')
          : total === null
            ? t('analysis.stickiness.partly', { count: newest.size, layer })
            : t('analysis.stickiness.finding', { total, layer })}
      </Finding>
      <ol className={styles.layers}>
        {STICKINESS_LAYERS.map((one, depth) => (
          <li key={one} style={{ marginLeft: depth * 20 }}>
            <LayerLine accountId={accountId} layer={one} judged={newest.get(one)} />
          </li>
        ))}
      </ol>
      <SwitchingCosts accountId={accountId} costs={switchingCosts} />
    </Section>
  )
}

const GRADES = [1, 2, 3, 4, 5]

function LayerLine({
  accountId,
  layer,
  judged,
}: {
  readonly accountId: string
  readonly layer: StickinessLayer
  readonly judged: AccountAnalysis['stickiness'][number] | undefined
}) {
  const { t } = useTranslation()
  const judge = useCommand(engine.analysis.judgeStickiness, { toast: false })
  const name = t(`analysis.stickiness.${layer}`)
  const evidence = judged?.evidence ?? ''
  return (
    <>
      <div className={styles.layerHead}>
        <span>{name}</span>
        <Radio.Group
          size="small"
          optionType="button"
          aria-label={name}
          value={judged?.grade ?? null}
          options={GRADES.map((value) => ({ value, label: String(value) }))}
          onChange={({ target }) =>
            void judge.run({ accountId, layer, grade: Number(target.value), evidence })
          }
        />
        <Noted by={judged?.by ?? null} on={judged?.notedOn ?? null} />
      </div>
      {judged && (
        <TextInPlace
          value={evidence}
          placeholder={t('analysis.stickiness.evidence')}
          label={t('analysis.stickiness.evidenceOf', { layer: t(`analysis.stickiness.layer.${layer}`) })}
          save={async (text) => {
            return (await judge.run({ accountId, layer, grade: judged.grade, evidence: text })).ok
          }}
        />
      )}
    </>
  )
}

function SwitchingCosts({
  accountId,
  costs,
}: {
  readonly accountId: string
  readonly costs: AccountAnalysis['switchingCosts']
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const add = useCommand(engine.analysis.addSwitchingCost, { toast: false })
  const edit = useCommand(engine.analysis.editSwitchingCost, { toast: false })
  const remove = useCommand(engine.analysis.remove)
  const [what, setWhat] = useState('')
  const [amount, setAmount] = useState('')
  const total = switchingTotal(costs)
  const fen = fenOf(amount, money, t)
  const unit = t(`app.status.${money}`)
  const save = async (): Promise<void> => {
    if (what.trim() === '' || fen === null) return
    if (!(await add.run({ accountId, what, amount: fen })).ok) return
    setWhat('')
    setAmount('')
  }
  return (
    <section aria-label={t('analysis.stickiness.costs')}>
      <h3>
        {t('analysis.stickiness.costs')}{' '}
        {total !== null && (
          <span className={styles.quiet}>
            {t('analysis.stickiness.costsSum', { amount: amountText(total, money, t) })}
          </span>
        )}
      </h3>
      <ul className={styles.lines}>
        {costs.map((cost) => (
          <li key={cost.id}>
            <TextInPlace
              value={cost.what}
              label={t('analysis.swot.edit', { text: cost.what })}
              save={async (next) => {
                return (
                  await edit.run({ rowId: cost.id, before: { what: cost.what }, after: { what: next } })
                ).ok
              }}
            />
            <span className={styles.amount}>
              <TextInPlace
                number
                value={formatMoney(cost.amount, money)}
                label={`${t('analysis.stickiness.amount', { unit })} ${cost.what}`}
                save={async (next) => {
                  const after = fenOf(next, money, t)
                  if (after === null) return false
                  return (
                    await edit.run({
                      rowId: cost.id,
                      before: { amount: cost.amount },
                      after: { amount: after },
                    })
                  ).ok
                }}
              />
            </span>
            <Noted by={cost.by} on={cost.notedOn} />
            <RemoveButton
              name={cost.what}
              remove={() => void remove.run({ kind: 'switchingCost', rowId: cost.id })}
            />
          </li>
        ))}
      </ul>
      <div className={styles.newLine}>
        <Input
          value={what}
          placeholder={t('analysis.stickiness.what')}
          aria-label={t('analysis.stickiness.what')}
          onChange={(event) => setWhat(event.target.value)}
        />
        <Input
          className={styles.dayInput ?? ''}
          value={amount}
          status={amount !== '' && fen === null ? 'error' : ''}
          placeholder={t('analysis.stickiness.amount', { unit })}
          aria-label={t('analysis.stickiness.amount', { unit })}
          onChange={(event) => setAmount(event.target.value)}
          onPressEnter={(event) => !event.nativeEvent.isComposing && void save()}
        />
        <Button disabled={what.trim() === '' || fen === null} onClick={() => void save()}>
          {t('analysis.catalogue.add')}
        </Button>
      </div>
    </section>
  )
}

/** A typed amount in fen; null where it is none, or below 0. */
export function fenOf(
  text: string,
  money: 'yuan' | 'tenThousand',
  t: Parameters<typeof parseFigure>[3],
): number | null {
  const parsed = parseFigure(text, 'money', money, t)
  return parsed.ok && typeof parsed.value === 'number' && parsed.value >= 0 ? parsed.value : null
}
