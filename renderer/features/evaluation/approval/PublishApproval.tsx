import { Button, Checkbox, Drawer, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Approval } from '../../../../db/evaluation/approval/contract.ts'
import { PROPOSAL_KINDS } from '../../../../db/evaluation/approval/rules/proposals.ts'
import { tierShape } from '../../../../db/evaluation/rules/tiers.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { showToast } from '../../../ui/toast.ts'
import type { Entrance } from '../ballots/useEnter.tsx'
import { TierBars } from '../scoring/TierBars.tsx'
import styles from './approval.module.css'
import { type ApprovalRow, countsOf, tierNow } from './approvalRows.ts'

/** The page's primary button: shows what would be published, and publishes it after an explicit word. */
export function PublishApproval({
  approval,
  rows,
  revision,
  entrance,
}: {
  readonly approval: Approval
  readonly rows: readonly ApprovalRow[]
  /** the one that it will be */
  readonly revision: number
  readonly entrance: Entrance
}) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('approval.publish')}
      </Button>
      {open && (
        <Drawer
          open
          size={440}
          onClose={() => setOpen(false)}
          title={t('approval.publishing.title', { round: approval.name })}
        >
          <Summary rows={rows} />
          <PublishForm
            approval={approval}
            rows={rows}
            revision={revision}
            entrance={entrance}
            close={() => setOpen(false)}
          />
        </Drawer>
      )}
    </>
  )
}

function Summary({ rows }: { readonly rows: readonly ApprovalRow[] }) {
  const { t } = useTranslation()
  const { by } = countsOf(rows)
  const { shares, graded } = tierShape(rows.map(tierNow))
  return (
    <>
      <Section
        title={t('approval.publishing.shape')}
        remark={t('approval.publishing.graded', { count: graded })}
      >
        <TierBars shares={shares} />
      </Section>
      <Section
        title={
          by.due === 0 ? t('approval.publishing.none') : t('approval.publishing.decisions', { count: by.due })
        }
      >
        <p className={styles.quiet}>
          {PROPOSAL_KINDS.filter((kind) => kind !== 'same' && by[kind] > 0)
            .map((kind) => `${t(`approval.filter.${kind}`)} ${by[kind]}`)
            .join(' · ')}
        </p>
      </Section>
    </>
  )
}

function PublishForm({
  approval,
  rows,
  revision,
  entrance,
  close,
}: {
  readonly approval: Approval
  readonly rows: readonly ApprovalRow[]
  readonly revision: number
  readonly entrance: Entrance
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const noteId = useId()
  const [note, setNote] = useState('')
  const [understood, setUnderstood] = useState(false)
  const publish = useCommand(engine.approval.publish, { toast: false, tellProblem: false })
  const { open, stale } = countsOf(rows)
  const { roundId } = approval
  const send = async (): Promise<void> => {
    const ticket = await entrance.ask('leader')
    if (ticket === null) return
    const outcome = await publish.run({ roundId, ticket, note })
    if (!outcome.ok) return
    showToast({ kind: 'done', text: t('approval.publishing.done', { revision }) })
    void navigate(`/evaluation/rounds/${roundId}/results/${outcome.output.publicationId}`)
  }
  return (
    <section className={styles.publishForm}>
      {open + stale > 0 ? (
        <p className={styles.late}>{t('approval.publishing.open', { count: open + stale })}</p>
      ) : (
        <>
          <label htmlFor={noteId}>{t('approval.publishing.note')}</label>
          <Input.TextArea
            id={noteId}
            rows={2}
            maxLength={500}
            value={note}
            placeholder={t('approval.publishing.noteHint')}
            onChange={(event) => setNote(event.target.value)}
          />
          <p className={styles.warning}>
            {t('approval.publishing.irreversible', { revision: revision + 1 })}
          </p>
          <Checkbox checked={understood} onChange={(event) => setUnderstood(event.target.checked)}>
            {t('approval.publishing.confirm')}
          </Checkbox>
        </>
      )}
      {publish.problem && <ErrorNote problem={publish.problem} />}
      <div className={styles.formButtons}>
        <Button onClick={close}>{t('approval.publishing.cancel')}</Button>
        <Button
          type="primary"
          disabled={!understood || open + stale > 0}
          loading={publish.pending}
          onClick={() => void send()}
        >
          {t('approval.publishing.publish', { revision })}
        </Button>
      </div>
    </section>
  )
}
