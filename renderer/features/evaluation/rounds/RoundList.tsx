import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { RoundSummary, SheetSummary } from '../../../../db/evaluation/contract.ts'
import type { RoundState } from '../../../../db/evaluation/rules/roundStates.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { ProgressLine, Section } from '../../../ui/bits.tsx'
import { formatMoment } from '../../../ui/format.ts'
import {
  CheckOutlined,
  EditOutlined,
  FileDoneOutlined,
  LockOutlined,
  PlusOutlined,
  TeamOutlined,
} from '../../../ui/icons.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { pathOf } from '../ballots/paths.ts'
import { type LineAction, LineMenu } from './LineMenu.tsx'
import { LinkedName } from './LinkedName.tsx'
import type { Making } from './making.ts'
import { NewRound } from './NewRound.tsx'
import styles from './rounds.module.css'

const roundPath = ({ id, method, state }: RoundSummary): string =>
  method === 'ballots' ? pathOf(id, state) : `/evaluation/rounds/${id}`

/** All rounds, newest first, with how far they are. */
export function RoundList({
  rounds,
  sheets,
  making,
  onMake,
}: {
  readonly rounds: readonly RoundSummary[]
  readonly sheets: readonly SheetSummary[]
  readonly making: Making
  readonly onMake: (what: Making) => void
}) {
  const { t } = useTranslation()
  const none = rounds.length === 0
  const newRound = (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      disabled={sheets.length === 0}
      title={sheets.length === 0 ? t('sheets.round.noSheet') : ''}
      onClick={() => onMake('round')}
    >
      {t('sheets.round.new')}
    </Button>
  )
  return (
    <Section title={t('sheets.round.title')} {...(none ? {} : { action: newRound })}>
      {making === 'round' && sheets.length > 0 && (
        <NewRound rounds={rounds} sheets={sheets} onClose={() => onMake(null)} />
      )}
      {none && making !== 'round' && (
        <EmptyState
          line={t(sheets.length === 0 ? 'sheets.round.emptyNoSheet' : 'sheets.round.emptyLine')}
          {...(sheets.length === 0 ? {} : { action: newRound })}
        />
      )}
      {!none && <RoundTable rounds={rounds} />}
    </Section>
  )
}

function RoundTable({ rounds }: { readonly rounds: readonly RoundSummary[] }) {
  const { t } = useTranslation()
  return (
    <table className={styles.list}>
      <thead>
        <tr>
          <th>{t('sheets.round.name')}</th>
          <th>{t('sheets.round.state')}</th>
          <th>{t('sheets.round.filled')}</th>
          <th>{t('sheets.round.sheet')}</th>
          <th>{t('sheets.round.revision')}</th>
          <th>{t('sheets.round.published')}</th>
          <th>
            <span className="visually-hidden">{t('app.more')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <RoundLine key={round.id} round={round} />
        ))}
      </tbody>
    </table>
  )
}

function RoundLine({ round }: { readonly round: RoundSummary }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const rename = useCommand(engine.rounds.rename)
  const remove = useCommand(engine.rounds.remove)
  const take = useCommand(engine.steps.take)
  const [renaming, setRenaming] = useState(false)
  const { id, name, state, markedCells, cells, revision, publishedAt } = round
  const published = state === 'published' || state === 'archived'
  return (
    <tr>
      <th scope="row">
        <LinkedName
          name={name}
          to={roundPath(round)}
          label={t('sheets.round.rename')}
          renaming={renaming}
          onDone={(next) => {
            setRenaming(false)
            if (next !== null) void rename.run({ roundId: id, name: next })
          }}
        />
      </th>
      <td>
        <span className={styles.state} data-state={state}>
          <StateSign state={state} />
          {t(`ballots.stateNow.${state}`)}
          {round.evaluators > 0 && state === 'marking' && (
            <span className={styles.quiet}>
              {t('ballots.group.submitted', { submitted: round.submitted, count: round.evaluators })}
            </span>
          )}
        </span>
      </td>
      <td>
        <span className={styles.filled}>
          <ProgressLine done={markedCells} of={cells} label={t('sheets.round.filled')} width={72} />
          {t('sheets.round.cells', { marked: markedCells, cells })}
        </span>
      </td>
      <td>
        <Link to={`/evaluation/sheets/${round.sheetId}`}>{round.sheetName}</Link>
      </td>
      <td>{revision === 0 ? t('sheets.round.never') : t('sheets.round.revisionOf', { revision })}</td>
      <td>
        {publishedAt === null
          ? t('sheets.round.never')
          : formatMoment(publishedAt, spokenLanguage(), t('app.status.today'))}
      </td>
      <td className={styles.more}>
        <LineMenu
          name={name}
          actions={[
            {
              label: t(published ? 'sheets.round.results' : 'sheets.round.open'),
              run: () => void navigate(roundPath(round)),
            },
            { label: t('sheets.round.rename'), run: () => setRenaming(true) },
            ...archiving(round, (to) => void take.run({ roundId: id, ticket: null, to, reason: '' }), t),
            {
              label: t('sheets.round.remove'),
              run: () => void remove.run({ roundId: id }),
              refusal: removeRefusal(round, t),
            },
          ]}
        />
      </td>
    </tr>
  )
}

/** The sign beside a round's state: what it waits for at a glance. */
function StateSign({ state }: { readonly state: RoundState }) {
  switch (state) {
    case 'draft':
    case 'marking':
      return <EditOutlined />
    case 'locked':
    case 'archived':
      return <LockOutlined />
    case 'consensus':
      return <TeamOutlined />
    case 'approval':
      return <FileDoneOutlined />
    case 'published':
      return <CheckOutlined />
  }
}

/** Putting a published round on a shared sheet away, and taking it out again; with ballots that is the leader's. */
function archiving(
  { method, state }: RoundSummary,
  take: (to: RoundState) => void,
  t: TFunction,
): LineAction[] {
  if (method !== 'sheet' || (state !== 'published' && state !== 'archived')) return []
  const to = state === 'published' ? 'archived' : 'published'
  return [
    {
      label: t(state === 'published' ? 'ballots.stepTo.archived' : 'ballots.backTo.published'),
      run: () => take(to),
    },
  ]
}

/** Why a round can't be deleted; undefined where it can. */
function removeRefusal({ method, state, revision }: RoundSummary, t: TFunction): string | undefined {
  if (revision > 0) return t('sheets.round.publishedStays')
  return method === 'ballots' && state !== 'draft' ? t('ballots.list.onlyDrafts') : undefined
}
