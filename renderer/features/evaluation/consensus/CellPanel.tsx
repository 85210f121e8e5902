import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CellBallot } from '../../../../db/evaluation/consensus/contract.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { SectionHead } from '../../../ui/bits.tsx'
import { formatFigure, formatWeight } from '../../../ui/format.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import type { Entrance } from '../ballots/useEnter.tsx'
import { CellAgreement } from './CellAgreement.tsx'
import { cellFigures } from './cellFigures.ts'
import styles from './consensus.module.css'
import { type ConsensusModel, markText } from './consensusModel.ts'

/** One cell: who gave what, what it comes to, and what the meeting made of it. */
export function CellPanel({
  model,
  row,
  column,
  entrance,
}: {
  readonly model: ConsensusModel
  readonly row: number
  readonly column: number
  readonly entrance: Entrance
}) {
  const { accounts, sheet } = model.data
  const indicator = sheet.indicators[column]
  if (!indicator) return null
  return (
    <section className={styles.cell} aria-live="polite">
      <SectionHead
        title={accounts.names[row] ?? ''}
        remark={`${indicator.name} ${formatWeight(indicator.weight)}`}
      />
      {model.isJudged(column) ? (
        <JudgedCell model={model} row={row} column={column} entrance={entrance} />
      ) : (
        <BandedCell model={model} row={row} column={column} />
      )}
    </section>
  )
}

interface CellProps {
  readonly model: ConsensusModel
  readonly row: number
  readonly column: number
}

/** The figure that decides a banded cell. */
function BandedCell({ model, row, column }: CellProps) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const { figures, sheet } = model.data
  const found = figures.find(({ figure }) => figure.id === sheet.indicators[column]?.figureId)
  const value = found?.values[row] ?? null
  const mark = model.mark(row, column)
  if (!found || value === null) return <p className={styles.quiet}>{t('scoring.facts.noFigure')}</p>
  const unit =
    found.figure.unit === 'money' ? t(`app.status.${money}`) : t(`accounts.unit.${found.figure.unit}`)
  return (
    <p className={styles.quiet}>
      {t('consensus.cell.banded', {
        figure: found.figure.name,
        value: `${formatFigure(value, found.figure.unit, money)} ${unit}`.trim(),
        mark: mark === null ? t('scoring.blank') : markText(mark),
      })}
    </p>
  )
}

function JudgedCell({ model, row, column, entrance }: CellProps & { readonly entrance: Entrance }) {
  const { t } = useTranslation()
  const { roundId, accounts, sheet } = model.data
  const cell = { accountId: accounts.ids[row] ?? '', indicatorId: sheet.indicators[column]?.id ?? '' }
  const { data, error } = useQuery(api.consensus.cell.queryOptions({ input: { roundId, ...cell } }))
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!data) return null
  const { ballots, mean, deviation } = cellFigures(data)
  return (
    <>
      <dl className={styles.facts}>
        <Fact label={t('consensus.cell.mean')} value={ballots === 0 ? '–' : (mean / 100).toFixed(2)} />
        <Fact label={t('consensus.cell.range')} value={String(model.range(row, column))} />
        <Fact label={t('consensus.cell.deviation')} value={(deviation / 100).toFixed(2)} />
      </dl>
      {model.isDiscord(row, column) && (
        <p className={styles.flagLine} data-state={model.state(row, column)}>
          {t(`consensus.cell.${model.state(row, column)}`)}
        </p>
      )}
      <ul className={styles.ballots}>
        {data.map((ballot) => (
          <BallotLine key={ballot.memberId} ballot={ballot} />
        ))}
      </ul>
      <CellAgreement
        model={model}
        cell={cell}
        agreement={model.agreement(row, column)}
        mean={mean}
        ballots={data}
        entrance={entrance}
      />
    </>
  )
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function BallotLine({ ballot }: { readonly ballot: CellBallot }) {
  const { t } = useTranslation()
  const { name, seat, votes, mark, own, out, note } = ballot
  const [first = ''] = name
  return (
    <li className={styles.ballot} data-out={out === null ? undefined : ''}>
      <span className={styles.face} data-own={own ? '' : undefined} aria-hidden="true">
        {first}
      </span>
      <span className={styles.who}>
        {name}
        <span className={styles.small}>
          {seat !== 'member' && ` ${t(`ballots.seat.${seat}`)}`}
          {votes > 1 && ` ${t('consensus.cell.votes', { count: votes })}`}
          {own && ` ${t('consensus.cell.own')}`}
          {out !== null && ` ${t(`consensus.out.${out}`)}`}
        </span>
      </span>
      <strong className={styles.given}>{mark ?? t('consensus.cell.abstained')}</strong>
      {note !== '' && <p className={styles.remark}>{note}</p>}
    </li>
  )
}
