import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SETTLED_STATES } from '../../../../db/accounts/promises/rules/states.ts'
import type { VisitSheet } from '../../../../db/visits/contract.ts'
import type { Commitment } from '../../../../db/visits/minutes/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import { PlusOutlined } from '../../../ui/icons.tsx'
import styles from './after.module.css'
import { CommitmentForm } from './CommitmentForm.tsx'

/** What both sides promised there: each a line of the promise ledger, with owner and day. */
export function CommitmentsSection({
  visit,
  today,
  commitments,
}: {
  readonly visit: VisitSheet
  readonly today: string
  readonly commitments: readonly Commitment[]
}) {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<string | null>(null)
  const blocking = commitments.filter(({ blocks }) => blocks).length
  return (
    <div id="commitments">
      <Section
        title={t('visits.commitments')}
        remark={
          blocking > 0 ? <span className={styles.late}>{t('visits.blocking', { count: blocking })}</span> : ''
        }
        action={
          <Button
            icon={<PlusOutlined />}
            disabled={visit.with.length === 0 || visit.state === 'closed'}
            onClick={() => setEdited(NEW)}
          >
            {t('visits.addCommitment')}
          </Button>
        }
      >
        <ul className={styles.rows}>
          {commitments.map((commitment) => (
            <li key={commitment.id}>
              {edited === commitment.id ? (
                <CommitmentForm
                  visit={visit}
                  today={today}
                  commitment={commitment}
                  close={() => setEdited(null)}
                />
              ) : (
                <CommitmentRow commitment={commitment} edit={() => setEdited(commitment.id)} />
              )}
            </li>
          ))}
          {edited === NEW && (
            <li>
              <CommitmentForm visit={visit} today={today} commitment={null} close={() => setEdited(null)} />
            </li>
          )}
        </ul>
        {commitments.length === 0 && edited !== NEW && (
          <p className={styles.quiet}>{t('visits.noCommitments')}</p>
        )}
      </Section>
    </div>
  )
}

const NEW = 'new'

function CommitmentRow({ commitment, edit }: { readonly commitment: Commitment; readonly edit: () => void }) {
  const { t } = useTranslation()
  const settle = useCommand(engine.promises.settle)
  const { id, side, what, member, person, dueOn, state, late, blocks } = commitment
  const who = side === 'ours' ? member : person
  const settleAs = (to: Commitment['state']): void => {
    const note = to === 'released' ? t('visits.releasedAt') : ''
    void settle.run({ promiseIds: [id], to, note })
  }
  return (
    <div className={styles.row}>
      <span className={styles.side}>{t(`visits.side.${side}`)}</span>
      <button
        type="button"
        className={styles.rowText ?? ''}
        onClick={edit}
        title={t('visits.editCommitment')}
      >
        <span>{what}</span>
        <span className={late || blocks ? styles.late : styles.quiet}>
          {[
            who ?? t('visits.nobody'),
            dueOn ?? t('visits.noDay'),
            state === 'open' ? (late ? t('visits.late') : '') : t(`promises.state.${state}`),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </button>
      <Dropdown
        trigger={['click']}
        menu={{
          items:
            state === 'open'
              ? SETTLED_STATES.map((to) => ({
                  key: to,
                  label: t(`promises.state.${to}`),
                  onClick: () => settleAs(to),
                }))
              : [{ key: 'open', label: t('visits.reopen'), onClick: () => settleAs('open') }],
        }}
      >
        <Button>{t(state === 'open' ? 'visits.settle' : 'visits.reopen')}</Button>
      </Dropdown>
    </div>
  )
}
