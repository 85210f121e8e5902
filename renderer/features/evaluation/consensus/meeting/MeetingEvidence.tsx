import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { plainText } from '../../../../../db/accounts/log/rules/mentions.ts'
import { api } from '../../../../client/engine.ts'
import { useMoneyUnit } from '../../../../client/settings.ts'
import type { ConsensusModel } from '../consensusModel.ts'
import { type EvidenceFact, evidenceFacts } from './evidence.ts'
import styles from './side.module.css'

/** What is known of the account: its figures, its promises, what was last heard of it. */
export function MeetingEvidence({ model, row }: { readonly model: ConsensusModel; readonly row: number }) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const accountId = model.data.accounts.ids[row] ?? ''
  const { data: head } = useQuery(api.portrait.head.queryOptions({ input: { accountId } }))
  const { data: log } = useQuery(api.log.list.queryOptions({ input: { accountId, limit: 2 } }))
  if (!head || !log) return <section className={styles.evidence} />
  const { first, more } = evidenceFacts(model, row, head, money, t)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the keyboard where the window is low
    <section className={styles.evidence} tabIndex={0} aria-label={t('consensus.meeting.evidence')}>
      <h2>{t('consensus.meeting.evidence')}</h2>
      {first.length + more.length === 0 && <p>{t('consensus.meeting.fact.none')}</p>}
      <Facts facts={first} />
      {log.entries.map(({ id, happenedOn, member, text }) => (
        <p key={id} className={styles.entry}>
          <span className={styles.entryText}>
            {t('consensus.meeting.fact.log', {
              on: happenedOn.slice(5),
              who: member ?? '',
              text: plainText(text),
            })}
          </span>
        </p>
      ))}
      <Facts facts={more} />
    </section>
  )
}

function Facts({ facts }: { readonly facts: readonly EvidenceFact[] }) {
  return (
    <dl>
      {facts.map(({ key, label, value, warns }) => (
        <div key={key} data-warns={warns ? '' : undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
