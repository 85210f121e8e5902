import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Modal, Segmented, Select } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../db/accounts/rules/days.ts'
import type { Proposal, Unplaced } from '../../../../db/visits/plan/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ErrorNote, LoadingBar } from '../../../ui/states.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import { DayInput } from './DayInput.tsx'
import styles from './proposals.module.css'
import { reasonText, tripName, unplacedText } from './reasonText.ts'

const SPANS = [30, 60, 90, 365] as const

/** What a person changed of a proposal. */
interface Change {
  readonly day?: string
  readonly leadId?: Proposal['leadId']
  readonly left?: boolean
}

/** Proposed visits with their reasons: ticked off, changed in their place, and planned in one command. */
export function ProposalsDialog({ today, close }: { readonly today: string; readonly close: () => void }) {
  const { t } = useTranslation()
  const [days, setDays] = useState<number>(SPANS[1])
  const [changes, setChanges] = useState<Readonly<Record<string, Change>>>({})
  const accept = useCommand(engine.visitPlan.accept, { tellProblem: false })
  const { data, error, isFetching } = useQuery(
    api.visitPlan.propose.queryOptions({ input: { from: today, until: addDays(today, days) } }),
  )
  const { data: executives } = useQuery(api.visits.executives.queryOptions())
  const shown = (data?.proposals ?? []).map((proposal) => ({ ...proposal, ...changes[proposal.key] }))
  const chosen = shown.filter(({ left }) => left !== true)
  const change = (key: string, patch: Change): void =>
    setChanges((before) => ({ ...before, [key]: { ...before[key], ...patch } }))
  const take = async (): Promise<void> => {
    const { trips, visits } = acceptInput(chosen, t)
    if ((await accept.run({ visits, trips })).ok) close()
  }
  return (
    <Modal
      open
      title={t('visitPlan.propose.title')}
      onCancel={close}
      width={920}
      footer={
        <>
          <Button onClick={close}>{t('app.cancel')}</Button>
          <Button
            type="primary"
            disabled={chosen.length === 0}
            loading={accept.pending}
            onClick={() => void take()}
          >
            {t('visitPlan.propose.accept', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className={styles.head}>
        <LoadingBar busy={isFetching} />
        <Segmented
          aria-label={t('visitPlan.propose.span')}
          value={days}
          onChange={setDays}
          options={SPANS.map((value) => ({ value, label: t('visitPlan.propose.days', { count: value }) }))}
        />
        <span className={styles.quiet}>{t('visitPlan.propose.hint')}</span>
      </div>
      {error && <ErrorNote problem={toProblem(error)} />}
      {accept.problem && <ErrorNote problem={accept.problem} />}
      {data && shown.length === 0 && <p>{t('visitPlan.propose.nothing')}</p>}
      <ul className={styles.list}>
        {shown.map((proposal) => (
          <ProposalLine
            key={proposal.key}
            proposal={proposal}
            left={proposal.left === true}
            together={shown.filter(
              ({ trip, key }) => trip !== null && trip === proposal.trip && key !== proposal.key,
            )}
            executives={executives ?? []}
            change={(patch) => change(proposal.key, patch)}
          />
        ))}
      </ul>
      {data && data.unplaced.length > 0 && <UnplacedList unplaced={data.unplaced} />}
    </Modal>
  )
}

/** What is planned: a trip for those of several chosen proposals that were put together and still have one lead. */
function acceptInput(chosen: readonly Proposal[], t: TFunction) {
  const groups = [
    ...Map.groupBy(
      chosen.filter(({ trip }) => trip !== null),
      ({ trip, leadId }) => `${trip} ${leadId}`,
    ).values(),
  ].filter((group) => group.length > 1)
  return {
    trips: groups.map((group) => tripName(group, t)),
    visits: chosen.map((proposal) => {
      const { accountId, leadId, day, city, personId } = proposal
      const trip = groups.findIndex((group) => group.includes(proposal))
      return { accountId, leadId, day, city, personId, trip: trip === -1 ? null : trip }
    }),
  }
}

function ProposalLine({
  proposal,
  left,
  together,
  executives,
  change,
}: {
  readonly proposal: Proposal
  readonly left: boolean
  readonly together: readonly Proposal[]
  readonly executives: readonly { readonly memberId: Proposal['leadId']; readonly name: string }[]
  readonly change: (patch: Change) => void
}) {
  const { t } = useTranslation()
  return (
    <li className={styles.line} data-left={left || undefined}>
      <Checkbox
        checked={!left}
        aria-label={proposal.account}
        onChange={({ target }) => change({ left: !target.checked })}
      />
      <div className={styles.what}>
        <strong>{proposal.account}</strong> <TierTag standing={proposal.tier} />
        {proposal.person !== null && <span className={styles.quiet}>{proposal.person}</span>}
        {proposal.city !== '' && <span className={styles.quiet}>{proposal.city}</span>}
        {together.length > 0 && (
          <span className={styles.trip}>{t('visitPlan.propose.trip', { area: proposal.area })}</span>
        )}
      </div>
      <div className={styles.fields}>
        <DayInput
          day={proposal.day}
          label={t('visitPlan.propose.day', { name: proposal.account })}
          onChange={(day) => change({ day })}
        />
        <Select<string>
          className={styles.lead ?? ''}
          value={proposal.leadId}
          aria-label={t('visitPlan.propose.lead', { name: proposal.account })}
          options={executives.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          onChange={(chosen) => {
            const executive = executives.find(({ memberId }) => memberId === chosen)
            if (executive) change({ leadId: executive.memberId })
          }}
        />
      </div>
      <ul className={styles.reasons}>
        {proposal.reasons.map((reason) => (
          <li key={`${reason.code} ${reasonText(reason, t)}`} data-code={reason.code}>
            {reasonText(reason, t)}
          </li>
        ))}
      </ul>
    </li>
  )
}

function UnplacedList({ unplaced }: { readonly unplaced: readonly Unplaced[] }) {
  const { t } = useTranslation()
  return (
    <section>
      <h3 className={styles.unplacedHead}>
        {t('visitPlan.propose.unplacedTitle', { count: unplaced.length })}
      </h3>
      <ul className={styles.unplaced}>
        {unplaced.map((line) => (
          <li key={`${line.accountId} ${line.due}`}>{unplacedText(line, t)}</li>
        ))}
      </ul>
    </section>
  )
}
