import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CASE_LIMITS } from '../../../../db/recovery/rules/limits.ts'
import type { WinBackSheet, WorthFigures } from '../../../../db/recovery/winBack/contract.ts'
import { secondLifeOf } from '../../../../db/recovery/winBack/rules/secondLife.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { TextBox } from '../../../shared/ledger/fields.tsx'
import { InlineForm } from '../../../shared/ledger/InlineForm.tsx'
import { typedWhole } from '../../../shared/ledger/typedMoney.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { EditOutlined } from '../../../ui/icons.tsx'
import styles from '../case.module.css'
import { typedAmount } from '../typedAmount.ts'
import { useAmountText } from '../useAmountText.ts'

/** What a lost account would bring if it came back, against what trying costs. */
export function WorthSection({ sheet }: { readonly sheet: WinBackSheet }) {
  const { t } = useTranslation()
  const [typing, setTyping] = useState(false)
  const amountText = useAmountText()
  const { worth } = sheet
  const life = worth && secondLifeOf(worth)
  const finding =
    life === null
      ? t('winBack.worth.none')
      : t(life.net >= 0 ? 'winBack.worth.worthIt' : 'winBack.worth.notWorthIt', {
          amount: amountText(Math.abs(life.net)),
        })
  return (
    <Section
      title={t('winBack.section.worth')}
      remark={finding}
      action={
        !typing && (
          <Button icon={<EditOutlined />} onClick={() => setTyping(true)}>
            {t(worth ? 'winBack.worth.change' : 'winBack.worth.add')}
          </Button>
        )
      }
    >
      {typing && <WorthForm sheet={sheet} close={() => setTyping(false)} />}
      {!typing && life && worth && (
        <>
          <dl className={styles.figures}>
            {(
              [
                ['value', life.value],
                ['expected', life.expected],
                ['costIs', worth.cost],
                ['net', life.net],
              ] as const
            ).map(([name, fen]) => (
              <div key={name}>
                <dt>{t(`winBack.worth.${name}`)}</dt>
                <dd>{amountText(fen)}</dd>
              </div>
            ))}
          </dl>
          {life.times !== null && (
            <p className={styles.quiet}>{t('winBack.worth.times', { times: formatNumber(life.times, 1) })}</p>
          )}
        </>
      )}
    </Section>
  )
}

const EMPTY = { yearly: '', share: '60', years: '3', chance: '30', cost: '' }

/** Figures as they were stored, as people would type them. */
const typedOf = (worth: WorthFigures | null): typeof EMPTY =>
  worth
    ? {
        yearly: String(worth.yearly / 100),
        share: String(worth.share),
        years: String(worth.years),
        chance: String(worth.chance),
        cost: String(worth.cost / 100),
      }
    : EMPTY

function WorthForm({ sheet, close }: { readonly sheet: WinBackSheet; readonly close: () => void }) {
  const { t } = useTranslation()
  const write = useCommand(engine.winBacks.writeWorth, { toast: false })
  const [tried, setTried] = useState(false)
  const [draft, setDraft] = useState(typedOf(sheet.worth))
  const change = (changes: Partial<typeof EMPTY>): void => setDraft((before) => ({ ...before, ...changes }))
  const read = {
    yearly: typedAmount(draft.yearly),
    share: typedWhole(draft.share, 1, 100),
    years: typedWhole(draft.years, 1, CASE_LIMITS.years),
    chance: typedWhole(draft.chance, 1, 100),
    cost: typedAmount(draft.cost),
  }
  const send = async (): Promise<void> => {
    setTried(true)
    const { yearly, share, years, chance, cost } = read
    if (yearly == null || share === null || years === null || chance === null || cost == null) return
    const outcome = await write.run({
      winBackId: sheet.id,
      before: sheet.worth,
      after: { yearly, share, years, chance, cost },
    })
    if (outcome.ok) close()
  }
  const amount = (field: 'yearly' | 'cost', autoFocus: boolean) => (
    <TextBox
      label={t(`winBack.worth.${field}`)}
      value={draft[field]}
      wide={false}
      required
      tried={tried}
      autoFocus={autoFocus}
      placeholder={t('cases.amountHint')}
      problem={read[field] === undefined ? t('cases.notAmount', { text: draft[field] }) : ''}
      onChange={(text) => change({ [field]: text })}
    />
  )
  const whole = (field: 'share' | 'years' | 'chance', most: number) => (
    <TextBox
      label={t(`winBack.worth.${field}`)}
      value={draft[field]}
      wide={false}
      required
      tried={tried}
      problem={read[field] === null && draft[field] !== '' ? t('cases.notWhole', { most }) : ''}
      onChange={(text) => change({ [field]: text })}
    />
  )
  return (
    <InlineForm busy={write.pending} close={close} send={send}>
      {amount('yearly', true)}
      {whole('share', 100)}
      {whole('years', CASE_LIMITS.years)}
      {whole('chance', 100)}
      {amount('cost', false)}
      <p className={styles.foreseen}>{t('winBack.worth.chanceHint')}</p>
    </InlineForm>
  )
}
