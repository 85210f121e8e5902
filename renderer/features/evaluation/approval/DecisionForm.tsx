import { Button, Input, Segmented } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDay } from '../../../../db/accounts/rules/typedDays.ts'
import { isBetter } from '../../../../db/evaluation/approval/rules/proposals.ts'
import { yearFrom } from '../../../../db/evaluation/rules/exceptions.ts'
import { TIERS, type Tier } from '../../../../db/evaluation/rules/tiers.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import styles from './approval.module.css'
import type { ApprovalRow } from './approvalRows.ts'
import { ExpiryField } from './ExpiryField.tsx'
import type { Decision, Signing } from './useSigning.ts'

/** What is decided otherwise than proposed. */
export type DecisionKind = 'keep' | 'other' | 'exception' | 'severeCase'

const HINTS = {
  keep: 'approval.form.keepHint',
  other: 'approval.form.otherHint',
  exception: 'approval.form.exceptionHint',
  severeCase: 'approval.form.caseHint',
} as const satisfies Record<DecisionKind, string>

/** The tiers that may be chosen: better ones than are held freely, worse ones as far as the proposal goes. */
export function tiersToChoose(kind: DecisionKind, { proposal }: ApprovalRow): readonly Tier[] {
  const { from, tier: proposed } = proposal
  switch (kind) {
    case 'keep':
      return from === null ? [] : [from]
    case 'severeCase':
      return []
    case 'exception':
      return TIERS.slice(0, 2)
    case 'other':
      return TIERS.filter((tier) => {
        if (tier === from || tier === proposed) return false
        if (from === null || isBetter(tier, from)) return true
        return proposed !== 'insufficient' && isBetter(from, proposed) && isBetter(tier, proposed)
      })
  }
}

/** Decides otherwise than proposed, with the reason; an exception with its last day. */
export function DecisionForm({
  kind,
  row,
  today,
  signing,
  close,
}: {
  readonly kind: DecisionKind
  readonly row: ApprovalRow
  /** YYYY-MM-DD */
  readonly today: string
  readonly signing: Signing
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const tiers = tiersToChoose(kind, row)
  const [chosen, setTier] = useState<Tier | null>(tiers[0] ?? null)
  const [reason, setReason] = useState('')
  const [expires, setExpires] = useState(yearFrom(today))
  const decision = decisionOf(kind, chosen, reason, readDay(expires))
  const ready = kind === 'severeCase' ? reason.trim() !== '' : decision !== null
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!ready) return
    const done =
      kind === 'severeCase'
        ? await signing.hold(row, reason)
        : decision !== null && (await signing.decide(row, decision))
    if (done) close()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      {tiers.length > 1 && (
        <>
          <label htmlFor={`${id} tier`}>{t('approval.form.tier')}</label>
          <Segmented<Tier>
            id={`${id} tier`}
            {...(chosen === null ? {} : { value: chosen })}
            onChange={setTier}
            options={tiers.map((value) => ({ value, label: t(`app.tier.${value}`) }))}
          />
        </>
      )}
      <label htmlFor={`${id} reason`}>
        {t(kind === 'severeCase' ? 'approval.form.caseLabel' : 'approval.form.reason')}
      </label>
      <Input.TextArea
        id={`${id} reason`}
        autoFocus
        rows={2}
        maxLength={500}
        value={reason}
        placeholder={t(HINTS[kind])}
        onChange={(event) => setReason(event.target.value)}
      />
      {kind === 'exception' && (
        <>
          <label htmlFor={`${id} expires`}>{t('approval.form.expires')}</label>
          <ExpiryField id={`${id} expires`} value={expires} onChange={setExpires} example={yearFrom(today)} />
        </>
      )}
      {kind === 'severeCase' && <p className={styles.quiet}>{t('approval.form.caseNote')}</p>}
      {signing.problem && <ErrorNote problem={signing.problem} />}
      <div className={styles.formButtons}>
        <Button htmlType="submit" disabled={!ready} loading={signing.pending}>
          {t('approval.form.sign')}
        </Button>
        <Button type="text" onClick={close}>
          {t('approval.form.cancel')}
        </Button>
      </div>
    </form>
  )
}

function decisionOf(
  kind: DecisionKind,
  tier: Tier | null,
  reason: string,
  expires: string | undefined,
): Decision | null {
  if (tier === null || reason.trim() === '') return null
  if (kind !== 'exception') return { kind: 'tier', tier, reason }
  return (tier === 'key' || tier === 'main') && expires !== undefined
    ? { kind: 'exception', tier, reason, expires }
    : null
}
