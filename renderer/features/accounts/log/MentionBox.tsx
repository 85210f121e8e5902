import { useQuery } from '@tanstack/react-query'
import { Mentions } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LOG_LIMITS } from '../../../../db/accounts/log/rules/limits.ts'
import {
  freeLabel,
  mentionsLeft,
  storedText,
  type TypedMention,
  type TypedText,
} from '../../../../db/accounts/log/rules/typedMentions.ts'
import { api } from '../../../client/engine.ts'
import styles from './log.module.css'

const OFFERED = 8

/** A text in which `@` names people and `#` accounts, completed by name or pinyin while typing. */
export function MentionBox({
  id,
  label,
  value,
  onChange,
  accountId,
  rows,
  autoFocus = false,
}: {
  readonly id: string
  readonly label: string
  readonly value: TypedText
  readonly onChange: (make: (before: TypedText) => TypedText) => void
  /** whose people come first */
  readonly accountId: string | null
  readonly rows: number
  readonly autoFocus?: boolean
}) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<{ readonly words: string; readonly sign: string } | null>(null)
  const offers = useOffers(asked, accountId, value.mentions)
  const length = storedText(value).length
  const tooLong = length > LOG_LIMITS.text
  return (
    <div className={styles.box}>
      <Mentions
        id={id}
        aria-label={label}
        aria-describedby={`${id}-count`}
        placeholder={t('log.form.textPlace')}
        rows={rows}
        autoFocus={autoFocus}
        prefix={['@', '#']}
        filterOption={false}
        status={tooLong ? 'error' : ''}
        value={value.text}
        options={offers.map(({ id: offerId, label: offered, remark }) => ({
          key: offerId,
          value: offered,
          label: (
            <span className={styles.offer}>
              <span>{offered}</span>
              <span className={styles.quiet}>{remark}</span>
            </span>
          ),
        }))}
        notFoundContent={t('log.form.noMatch')}
        onSearch={(words, sign) => setAsked({ words, sign })}
        onSelect={(option) => {
          const offer = offers.find(({ label: offered }) => offered === option.value)
          if (offer) onChange((before) => ({ ...before, mentions: withMention(before.mentions, offer) }))
        }}
        onChange={(text) => onChange((before) => ({ ...before, text }))}
        onBlur={() => onChange((before) => ({ ...before, mentions: mentionsLeft(before) }))}
      />
      <p className={tooLong ? styles.problem : styles.count} id={`${id}-count`} {...(tooLong && { role: 'alert' })}>
        {tooLong
          ? t('log.form.tooLong', { length, max: LOG_LIMITS.text })
          : t('log.form.count', { length, max: LOG_LIMITS.text })}
      </p>
    </div>
  )
}

type Offer = TypedMention & { readonly remark: string }

const withMention = (mentions: readonly TypedMention[], { kind, id, label }: Offer): TypedMention[] => [
  ...mentions.filter((one) => one.kind !== kind || one.id !== id),
  { kind, id, label },
]

/** Who is offered for what follows an `@` or `#`. */
function useOffers(
  asked: { readonly words: string; readonly sign: string } | null,
  accountId: string | null,
  mentions: readonly TypedMention[],
): readonly Offer[] {
  const words = asked?.words ?? ''
  const people = useQuery({
    ...api.people.pick.queryOptions({
      input: {
        text: words.slice(0, 100),
        limit: OFFERED,
        ...(words === '' && accountId !== null ? { accountId } : {}),
      },
    }),
    enabled: asked?.sign === '@',
    placeholderData: (before) => before,
  })
  const accounts = useQuery({
    ...api.accounts.search.queryOptions({ input: { text: words.slice(0, 100), limit: OFFERED } }),
    enabled: asked?.sign === '#',
    placeholderData: (before) => before,
  })
  const found =
    asked?.sign === '@'
      ? (people.data ?? [])
          .toSorted((a, b) => Number(b.accountId === accountId) - Number(a.accountId === accountId))
          .map(({ id, name, title, accountName }) => ({
            kind: 'person' as const,
            id,
            name,
            remark: [title, accountName].filter((part) => part !== '').join(' · '),
          }))
      : (accounts.data ?? []).map(({ id, name, code }) => ({ kind: 'account' as const, id, name, remark: code }))
  const labelled: Offer[] = []
  for (const { kind, id, name, remark } of found) {
    const known = mentions.find((one) => one.kind === kind && one.id === id)
    labelled.push({ kind, id, remark, label: known?.label ?? freeLabel([...mentions, ...labelled], kind, name) })
  }
  return labelled
}
