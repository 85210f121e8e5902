import { Checkbox } from 'antd'
import type { TFunction } from 'i18next'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { PoliciesOnShape, PolicyDraft } from '../../../../db/channel/policies/contract.ts'
import { differences } from '../../../../db/channel/policies/rules/differences.ts'
import { MOST_GRACE_DAYS, POLICY_LIMITS } from '../../../../db/channel/policies/rules/limits.ts'
import {
  detailOf,
  entitlementOf,
  TERMS,
  type Term,
  type TermGroup,
  termOf,
} from '../../../../db/channel/policies/rules/termList.ts'
import type { TermKey, TermValue } from '../../../../db/channel/policies/rules/terms.ts'
import { TIERS, type Tier } from '../../../../db/evaluation/rules/tiers.ts'
import { ENTITLEMENT_WORDS } from '../../../../db/terms/entitlements.ts'
import { TERM_GROUP_WORDS, termText, valueText } from '../../../../db/terms/policies.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { TierTag } from '../../../ui/tier.tsx'
import { termsNow } from './draft.ts'
import { FigureField } from './FigureField.tsx'
import styles from './policies.module.css'

/** What a cell of the matrix does when it is changed. */
export interface MatrixEditing {
  set(tier: Tier, key: TermKey | 'graceDays', value: TermValue): void
  unread(cell: string, unread: boolean): void
}

interface MatrixProps {
  readonly policies: PoliciesOnShape
  readonly drafts: readonly PolicyDraft[]
  readonly editing: MatrixEditing
}

const GROUPS: readonly TermGroup[] = ['entitlements', 'responses', 'cadence', 'gifts', 'effort']

/** Terms down, tiers across: what is in force, with a draft over it; every cell is edited in its place. */
export function Matrix(props: MatrixProps) {
  const { t } = useTranslation()
  const language = spokenLanguage()
  const { policies, drafts } = props
  return (
    <table className={styles.matrix} aria-label={t('policies.matrix')}>
      <thead>
        <tr>
          <th scope="col">{t('policies.term')}</th>
          {TIERS.map((tier) => (
            <th key={tier} scope="col">
              <span className={styles.head}>
                <TierTag standing={tier} />
                <HeadRemark tier={tier} policies={policies} drafts={drafts} />
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {GROUPS.map((group) => (
          <Fragment key={group}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={5}>
                {TERM_GROUP_WORDS[language][group]}
              </th>
            </tr>
            {TERMS.filter((term) => term.group === group && detailOf(term.key) === null).map((term) => (
              <TermRow key={term.key} term={term} {...props} />
            ))}
            {group === 'effort' && <GraceRow {...props} />}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function HeadRemark({
  tier,
  policies,
  drafts,
}: Pick<MatrixProps, 'policies' | 'drafts'> & { readonly tier: Tier }) {
  const { t } = useTranslation()
  const draft = drafts.find((each) => each.tier === tier)
  const { fromOn, terms, graceDays } = policies[tier]
  if (!draft)
    return (
      <span className={styles.quiet}>
        {fromOn === null ? t('policies.byDefault') : t('policies.since', { day: fromOn })}
      </span>
    )
  const count = differences(terms, draft.terms).length + Number(graceDays !== draft.graceDays)
  return <span className={styles.changedText}>{t('policies.version.count', { count })}</span>
}

function TermRow({ term, policies, drafts, editing }: MatrixProps & { readonly term: Term }) {
  const { t } = useTranslation()
  const language = spokenLanguage()
  const entitlement = entitlementOf(term.key)
  const sum = TIERS.reduce((total, tier) => total + termsNow(drafts, tier, policies).terms.effortShare, 0)
  return (
    <tr>
      <th scope="row" title={entitlement === null ? undefined : ENTITLEMENT_WORDS[language][entitlement]}>
        {termText(term.key, language)}
        {term.key === 'effortShare' && (
          <span className={sum === 100 ? styles.quiet : styles.wrong}>
            {' '}
            {t(sum === 100 ? 'policies.shares' : 'policies.sharesWrong', { sum })}
          </span>
        )}
      </th>
      {TIERS.map((tier) => {
        const { terms } = termsNow(drafts, tier, policies)
        const before = term.read(policies[tier].terms)
        const value = term.read(terms)
        const detail = entitlement === null ? undefined : termOf(`details.${entitlement}`)
        const isChanged =
          before !== value ||
          (detail !== undefined && detail.read(terms) !== detail.read(policies[tier].terms))
        const label = t('policies.cell', { tier: t(`app.tier.${tier}`), term: termText(term.key, language) })
        return (
          <td
            key={tier}
            data-changed={isChanged || undefined}
            title={isChanged ? t('policies.was', { value: valueText(term, before, language) }) : undefined}
          >
            {term.kind === 'flag' ? (
              <span className={styles.flag}>
                <Checkbox
                  aria-label={label}
                  checked={value === true}
                  onChange={({ target }) => editing.set(tier, term.key, target.checked)}
                />
                {detail && value === true && (
                  <DetailField
                    label={t('policies.words', {
                      tier: t(`app.tier.${tier}`),
                      term: termText(term.key, language),
                    })}
                    value={String(detail.read(terms) ?? '')}
                    onChange={(text) => editing.set(tier, detail.key, text)}
                  />
                )}
              </span>
            ) : (
              <FigureField
                label={label}
                hint={hintOf(term, t)}
                kind={term.kind}
                value={value}
                shown={valueText(term, value, language)}
                nullable={term.kind !== 'percent'}
                onChange={(figure) => editing.set(tier, term.key, figure)}
                onUnread={(unread) => editing.unread(`${tier} ${term.key}`, unread)}
              />
            )}
          </td>
        )
      })}
    </tr>
  )
}

function hintOf(term: Term, t: TFunction): string {
  if (term.key === 'gifts.approvalFrom') return t('policies.approvalHint')
  switch (term.kind) {
    case 'minutes':
      return t('policies.minutesHint')
    case 'days':
      return t('policies.daysHint')
    case 'money':
      return t('policies.moneyHint')
    default:
      return '%'
  }
}

function DetailField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
}) {
  const { t } = useTranslation()
  return (
    <input
      className={styles.detail}
      aria-label={label}
      placeholder={t('policies.wordsHint')}
      title={value}
      maxLength={POLICY_LIMITS.detail}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={(event) => onChange(event.target.value.trim())}
    />
  )
}

function GraceRow({ policies, drafts, editing }: MatrixProps) {
  const { t } = useTranslation()
  return (
    <tr>
      <th scope="row" title={t('policies.graceHelp')}>
        {t('policies.grace')} <span className={styles.quiet}>{t('policies.graceHelp')}</span>
      </th>
      {TIERS.map((tier) => {
        const { graceDays } = termsNow(drafts, tier, policies)
        const before = policies[tier].graceDays
        return (
          <td
            key={tier}
            data-changed={before !== graceDays || undefined}
            title={
              before === graceDays
                ? undefined
                : t('policies.was', { value: t('policies.graceDays', { count: before }) })
            }
          >
            <FigureField
              label={t('policies.cell', { tier: t(`app.tier.${tier}`), term: t('policies.grace') })}
              hint={t('policies.graceHelp')}
              kind="days"
              value={graceDays}
              shown={t('policies.graceDays', { count: graceDays })}
              nullable={false}
              most={MOST_GRACE_DAYS}
              onChange={(figure) => editing.set(tier, 'graceDays', figure)}
              onUnread={(unread) => editing.unread(`${tier} graceDays`, unread)}
            />
          </td>
        )
      })}
    </tr>
  )
}
