import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { tierChange } from '../../../../db/channel/policies/rules/differences.ts'
import type { Approval } from '../../../../db/evaluation/approval/contract.ts'
import { isBetter } from '../../../../db/evaluation/approval/rules/proposals.ts'
import { decisionReason, whyText } from '../../../../db/terms/approval.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatScore, formatSigned } from '../../../ui/format.ts'
import { TierTag } from '../../../ui/tier.tsx'
import styles from './approval.module.css'
import { decidedText } from './approvalColumns.ts'
import { type ApprovalRow, borderNear, tierNow } from './approvalRows.ts'
import { DecisionForm, type DecisionKind, tiersToChoose } from './DecisionForm.tsx'
import { EntitlementLists } from './EntitlementLists.tsx'
import type { Signing } from './useSigning.ts'

/** One account: tiers, grounds, what it gains and loses, what was decided, and the decision to sign. */
export function DecisionPanel({
  approval,
  row,
  signing,
}: {
  readonly approval: Approval
  readonly row: ApprovalRow
  /** null where nothing can be signed now */
  readonly signing: Signing | null
}) {
  const { t } = useTranslation()
  const { proposal } = row
  const to = tierNow(row)
  return (
    <>
      <header className={styles.account}>
        <h2>{row.name}</h2>
        <p className={styles.tiers}>
          {proposal.from !== to && (
            <>
              {proposal.from === null ? (
                <span className={styles.quiet}>{t('approval.noTier')}</span>
              ) : (
                <TierTag standing={proposal.from} />
              )}
              <span aria-hidden="true">→</span>
            </>
          )}
          <TierTag standing={to} />
        </p>
      </header>
      <DecisionSection key={row.accountId} today={approval.today} row={row} signing={signing} />
      <Grounds approval={approval} row={row} />
      <div className={styles.changes}>
        <EntitlementLists change={tierChange(proposal.from, to, approval.policies, approval.policiesOn)} />
      </div>
    </>
  )
}

function Grounds({ approval, row }: { readonly approval: Approval; readonly row: ApprovalRow }) {
  const { t } = useTranslation()
  const { proposal, lastScore, former, strength, owner } = row
  const { borders, before } = approval
  const near = borderNear(row, borders)
  const { score } = proposal
  return (
    <Section
      title={t('approval.panel.facts')}
      action={<Link to={`/accounts/${row.accountId}`}>{t('approval.panel.openAccount')}</Link>}
    >
      <p>
        {proposal.kind !== 'same' && <strong>{t(`approval.kind.${proposal.kind}`)} </strong>}
        {whyText(proposal, spokenLanguage())}
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>{t('approval.panel.score')}</dt>
          <dd>
            {formatScore(score)}
            {near && (
              <span className={styles.quiet}>
                {' '}
                {t('approval.panel.border', {
                  border: t(`app.tier.${near.border}`),
                  score: formatScore(borders[near.border]),
                })}{' '}
                {formatSigned(near.distance / 10)}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('approval.panel.last')}</dt>
          <dd>
            {formatScore(lastScore)}{' '}
            {lastScore !== null && score !== null && (
              <span className={styles.quiet}>{formatSigned((score - lastScore) / 10)}</span>
            )}{' '}
            <span className={styles.quiet}>{before?.name}</span>
          </dd>
        </div>
        <div>
          <dt>{t('approval.panel.owner')}</dt>
          <dd>{owner || t('approval.panel.nobody')}</dd>
        </div>
      </dl>
      {former && (
        <p className={styles.quiet}>
          {t('approval.panel.former', { ...former, tier: t(`app.tier.${former.tier}`) })}{' '}
          {former.expires === null
            ? t('approval.panel.formerOpen')
            : t('approval.panel.formerUntil', { day: former.expires })}
        </p>
      )}
      {strength && (
        <p className={styles.strong}>
          {t('approval.panel.strong', {
            years: strength.years,
            score: formatScore(strength.score),
            tier: t(`app.tier.${strength.tier}`),
          })}
        </p>
      )}
    </Section>
  )
}

function DecisionSection({
  row,
  today,
  signing,
}: {
  readonly row: ApprovalRow
  readonly today: string
  readonly signing: Signing | null
}) {
  const { t } = useTranslation()
  const [form, setForm] = useState<DecisionKind | null>(null)
  const { decision, state } = row
  return (
    <Section title={t('approval.panel.decision')}>
      {decision ? (
        <div className={styles.decided} data-state={state}>
          <p>
            <strong>{decidedText(decision, t)}</strong>
          </p>
          {decision.expires !== null && <p>{t('approval.until', { day: decision.expires })}</p>}
          <p className={styles.quiet}>
            {t('approval.panel.reason', { reason: decisionReason(decision, spokenLanguage()) })}
          </p>
          {state === 'stale' && <p className={styles.late}>{t('approval.panel.stale')}</p>}
          {signing && (
            <Button type="link" size="small" onClick={() => void signing.withdraw(row)}>
              {t('approval.panel.withdraw')}
            </Button>
          )}
        </div>
      ) : (
        <p className={styles.quiet}>
          {t(state === 'none' ? 'approval.panel.needless' : 'approval.panel.undecided')}
        </p>
      )}
      {signing &&
        (form === null ? (
          <Choices row={row} signing={signing} choose={setForm} />
        ) : (
          <DecisionForm
            key={form}
            kind={form}
            row={row}
            today={today}
            signing={signing}
            close={() => setForm(null)}
          />
        ))}
    </Section>
  )
}

function Choices({
  row,
  signing,
  choose,
}: {
  readonly row: ApprovalRow
  readonly signing: Signing
  readonly choose: (kind: DecisionKind) => void
}) {
  const { t } = useTranslation()
  const { proposal, state } = row
  const { from, tier, kind } = proposal
  const isFollowable = state === 'open' || state === 'stale'
  const canHold =
    from !== null &&
    (kind === 'demotionHeld' || (tier !== 'insufficient' && isBetter(from, tier))) &&
    proposal.why.code !== 'severeCase'
  return (
    <div className={styles.choices}>
      {isFollowable && (
        <Button loading={signing.pending} onClick={() => void signing.follow([row])}>
          {kind === 'same'
            ? t('approval.act.drop')
            : t('approval.act.approve', { tier: t(`app.tier.${tier}`) })}
        </Button>
      )}
      {from !== null && from !== tier && (
        <Button onClick={() => choose('keep')}>{t('approval.act.keep')}</Button>
      )}
      {tiersToChoose('other', row).length > 0 && (
        <Button onClick={() => choose('other')}>{t('approval.act.other')}</Button>
      )}
      <Button onClick={() => choose('exception')}>{t('approval.act.exception')}</Button>
      {canHold && <Button onClick={() => choose('severeCase')}>{t('approval.act.severeCase')}</Button>}
    </div>
  )
}
