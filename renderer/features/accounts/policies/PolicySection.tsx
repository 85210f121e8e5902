import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AccountPolicy } from '../../../../db/channel/policies/contract.ts'
import { CLOCKS, TOUCHES, termOf } from '../../../../db/channel/policies/rules/termList.ts'
import {
  CLOCK_WORDS,
  minutesText,
  POLICY_WORDS,
  settingText,
  TOUCH_WORDS,
  valueText,
} from '../../../../db/terms/policies.ts'
import { fillIn } from '../../../../db/terms/ranking.ts'
import { api } from '../../../client/engine.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import { EntitlementChips } from '../../../ui/EntitlementChips.tsx'
import { ClockCircleOutlined, FlagOutlined } from '../../../ui/icons.tsx'
import styles from './policies.module.css'

/** What the department's policies give this account today 政策给它的权益, what is only kept for a while, and its exceptions. */
export function PolicySection({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.policies.ofAccount.queryOptions({ input: { accountId } }))
  if (!data) return null
  const { kept, graceUntil, exceptions } = data
  const language = spokenLanguage()
  return (
    <Section
      title={t('policies.account.title')}
      action={<Link to="/channel/policies">{t('policies.account.policy')}</Link>}
    >
      <p className={styles.remark}>{policyText(data, t)}</p>
      <EntitlementChips chips={chipsOf(data, t)} />
      <Figures policy={data} />
      {graceUntil !== null && (
        <p className={styles.note}>
          <ClockCircleOutlined />
          {t('policies.account.grace', { count: kept.length, day: graceUntil })}
        </p>
      )}
      {exceptions.map(({ id, terms, reason, approvedBy, fromOn, untilOn }) => (
        <p key={id} className={styles.note}>
          <FlagOutlined />
          <span>
            <strong>{terms.map((term) => settingText(term, language)).join(t('analysis.separator'))}</strong>{' '}
            {t('policies.account.exceptionLine', { reason, by: approvedBy, from: fromOn, until: untilOn })}
          </span>
        </p>
      ))}
    </Section>
  )
}

function policyText({ tier, policyFrom }: AccountPolicy, t: TFunction): string {
  if (tier === null) return t('policies.account.ofNone')
  const word = t(`app.tier.${tier}`)
  return policyFrom === null
    ? t('policies.account.ofDefault', { tier: word })
    : t('policies.account.of', { tier: word, day: policyFrom })
}

const chipsOf = ({ terms, kept, excepted }: AccountPolicy, t: TFunction) =>
  terms.entitlements.map((entitlement) => {
    const grace = kept.find(({ key }) => key === `entitlements.${entitlement}`)
    const isExcepted = excepted.some(({ key }) => key === `entitlements.${entitlement}`)
    return {
      entitlement,
      detail: terms.details[entitlement],
      ...(isExcepted
        ? { source: 'exception' as const, remark: t('policies.account.source.exception') }
        : grace
          ? { source: 'grace' as const, remark: t('policies.account.source.grace', { day: grace.until }) }
          : {}),
    }
  })

function Figures({ policy: { terms } }: { readonly policy: AccountPolicy }) {
  const { t } = useTranslation()
  const language = spokenLanguage()
  const none = t('policies.account.none')
  const times = CLOCKS.flatMap((clock) => {
    const minutes = terms.responses.normal[clock]
    return minutes === null ? [] : [`${CLOCK_WORDS[language][clock]} ${minutesText(minutes, language)}`]
  })
  const touches = TOUCHES.flatMap((touch) => {
    const days = terms.cadence[touch]
    return days === null
      ? []
      : [`${TOUCH_WORDS[language][touch]} ${fillIn(POLICY_WORDS[language].days, { days })}`]
  })
  const limit = termOf('gifts.yearlyLimit')
  const { yearlyLimit } = terms.gifts
  const gift =
    yearlyLimit === 0
      ? t('policies.account.noGifts')
      : t('policies.account.giftLimit', { value: limit ? valueText(limit, yearlyLimit, language) : '' })
  return (
    <dl className={styles.figures}>
      <dt>{t('policies.account.responses')}</dt>
      <dd>{times.join(' · ') || none}</dd>
      <dt>{t('policies.account.cadence')}</dt>
      <dd>{touches.join(' · ') || none}</dd>
      <dt>{t('policies.account.gifts')}</dt>
      <dd>{yearlyLimit === null ? POLICY_WORDS[language].unbounded : gift}</dd>
    </dl>
  )
}
