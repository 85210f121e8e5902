import { useQuery } from '@tanstack/react-query'
import { Mentions } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LOG_LIMITS } from '../../../../db/accounts/log/rules/limits.ts'
import {
  freeLabel,
  mentionsLeft,
  type TypedMention,
  type TypedText,
} from '../../../../db/accounts/log/rules/typedMentions.ts'
import { api } from '../../../client/engine.ts'
import styles from './log.module.css'
import { typedLength } from './typedLength.ts'

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
  const length = typedLength(value)
  const box = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    // the list closes by itself; the dialog or form around it must not hear of it
    if (box.current?.querySelector('.ant-mentions-measure')) event.stopPropagation()
  }
  const tooLong = length > LOG_LIMITS.text
  return (
    <div className={styles.box} ref={box}>
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
        onKeyDown={onKeyDown}
        onBlur={() => onChange((before) => ({ ...before, mentions: mentionsLeft(before) }))}
      />
      <p
        className={tooLong ? styles.problem : styles.count}
        id={`${id}-count`}
        {...(tooLong && { role: 'alert' })}
      >
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
  const words = (asked?.words ?? '').slice(0, 100)
  const wanted = {
    enabled: asked?.sign === '@',
    placeholderData: <Data,>(before: Data | undefined) => before,
  }
  const own = useQuery({
    ...api.people.pick.queryOptions({ input: { text: words, limit: OFFERED, accountId: accountId ?? '' } }),
    ...wanted,
    enabled: wanted.enabled && accountId !== null,
  })
  const all = useQuery({
    ...api.people.pick.queryOptions({ input: { text: words, limit: OFFERED } }),
    ...wanted,
  })
  const accounts = useQuery({
    ...api.accounts.search.queryOptions({ input: { text: words, limit: OFFERED } }),
    enabled: asked?.sign === '#',
    placeholderData: (before) => before,
  })
  const found =
    asked?.sign === '@'
      ? // those of this account first
        [...(accountId === null ? [] : (own.data ?? [])), ...(all.data ?? [])]
          .filter(({ id }, at, found) => found.findIndex((one) => one.id === id) === at)
          .slice(0, OFFERED)
          .map(({ id, name, title, accountName }) => ({
            kind: 'person' as const,
            id,
            name,
            remark: [title, accountName].filter((part) => part !== '').join(' · '),
          }))
      : (accounts.data ?? []).map(({ id, name, code }) => ({
          kind: 'account' as const,
          id,
          name,
          remark: code,
        }))
  const labelled: Offer[] = []
  for (const { kind, id, name, remark } of found) {
    const known = mentions.find((one) => one.kind === kind && one.id === id)
    labelled.push({
      kind,
      id,
      remark,
      label: known?.label ?? freeLabel([...mentions, ...labelled], kind, name),
    })
  }
  return labelled
}
