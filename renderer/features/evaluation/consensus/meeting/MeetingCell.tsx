import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api } from '../../../../client/engine.ts'
import { toProblem } from '../../../../client/problem.ts'
import { ErrorNote } from '../../../../ui/states.tsx'
import type { AgendaCell } from '../agenda.ts'
import { cellFigures, nearestMark } from '../cellFigures.ts'
import type { ConsensusModel } from '../consensusModel.ts'
import type { Agreeing } from '../useAgree.ts'
import { CellHead } from './CellHead.tsx'
import { MarkRows } from './MarkRows.tsx'
import { MeetingEvidence } from './MeetingEvidence.tsx'
import { MeetingFooter } from './MeetingFooter.tsx'
import { MeetingOutcomes } from './MeetingOutcomes.tsx'
import styles from './meeting.module.css'
import type { Meeting } from './useMeeting.ts'
import { useMeetingKeys } from './useMeetingKeys.ts'

/** One cell of the agenda: who gave what, the evidence, what each mark would come to, and the decision. */
export function MeetingCell({
  model,
  cell: { row, column },
  meeting,
  agreeing,
  listening,
  leave,
}: {
  readonly model: ConsensusModel
  readonly cell: AgendaCell
  readonly meeting: Meeting
  readonly agreeing: Agreeing
  /** false while something else has the keys */
  readonly listening: boolean
  readonly leave: () => void
}) {
  const { roundId, accounts, sheet } = model.data
  const { at, go, draft, change, agenda } = meeting
  const here = { accountId: accounts.ids[row] ?? '', indicatorId: sheet.indicators[column]?.id ?? '' }
  const { data: ballots = [], error } = useQuery(
    api.consensus.cell.queryOptions({ input: { roundId, ...here } }),
  )
  useNextCell(model, agenda[at + 1])
  const figures = cellFigures(ballots)
  const mark = draft.mark ?? nearestMark(figures.mean)
  const record = async (): Promise<void> => {
    if (agreeing.pending || figures.ballots === 0) return
    const said = Object.entries(draft.said).flatMap(([memberId, text]) =>
      text.trim() === '' ? [] : [{ memberId, text: text.trim() }],
    )
    if (!(await agreeing.agree({ ...here, mark: mark * 100, reason: draft.reason, arguments: said }))) return
    meeting.recorded()
    go(at + 1)
  }
  useMeetingKeys(
    {
      choose: (chosen) => change({ mark: chosen }),
      step: (by) => go(at + by),
      record: () => void record(),
      leave,
    },
    listening,
  )
  // the keys are the meeting's from the first moment, wherever the focus was left
  const main = useRef<HTMLDivElement>(null)
  useEffect(() => main.current?.focus({ preventScroll: true }), [])
  return (
    <>
      <div className={styles.body}>
        <div className={styles.main} ref={main} tabIndex={-1}>
          <CellHead model={model} row={row} column={column} figures={figures} />
          {error && <ErrorNote problem={toProblem(error)} />}
          <MarkRows
            model={model}
            column={column}
            ballots={ballots}
            chosen={mark}
            draft={draft}
            change={change}
          />
        </div>
        <aside className={styles.side}>
          <MeetingEvidence model={model} row={row} />
          <MeetingOutcomes model={model} row={row} column={column} chosen={mark} />
        </aside>
      </div>
      {agreeing.problem && <ErrorNote problem={agreeing.problem} />}
      <MeetingFooter
        agreement={model.agreement(row, column)}
        draft={draft}
        chosen={mark}
        change={change}
        pending={agreeing.pending}
        ready={figures.ballots > 0}
        record={() => void record()}
        skip={() => go(at + 1)}
      />
    </>
  )
}

/** Reads the next cell while this one is talked about. */
function useNextCell(model: ConsensusModel, next: AgendaCell | undefined): void {
  const { roundId, accounts, sheet } = model.data
  useQuery({
    ...api.consensus.cell.queryOptions({
      input: {
        roundId,
        accountId: accounts.ids[next?.row ?? 0] ?? '',
        indicatorId: sheet.indicators[next?.column ?? 0]?.id ?? '',
      },
    }),
    enabled: next !== undefined,
  })
}
