import { useState } from 'react'
import type { Agreement } from '../../../../../db/evaluation/consensus/contract.ts'
import { isMark, type Mark } from '../../../../../db/evaluation/rules/marks.ts'
import { type AgendaCell, agendaOf, firstOpen } from '../agenda.ts'
import type { ConsensusModel } from '../consensusModel.ts'

/** What is being said and decided on a cell, until it is recorded. */
export interface CellDraft {
  /** null: the mark nearest to the mean */
  readonly mark: Mark | null
  readonly reason: string
  /** by evaluator: what they argued */
  readonly said: Readonly<Record<string, string>>
}

/** A meeting under way: its agenda, where it is, and what was typed. */
export interface Meeting {
  readonly agenda: readonly AgendaCell[]
  /** the cell at hand; past the last one is the summary */
  readonly at: number
  readonly go: (at: number) => void
  readonly draft: CellDraft
  readonly change: (change: Partial<CellDraft>) => void
  /** forgets what was typed on the cell at hand, since it is recorded */
  readonly recorded: () => void
}

/** The agenda stays as it was when the meeting began: agreements must not shuffle what is still to come. */
export function useMeeting(model: ConsensusModel): Meeting {
  const [agenda] = useState(() => agendaOf(model))
  const [at, setAt] = useState(() =>
    model.data.state === 'consensus' ? firstOpen(model, agenda) : agenda.length,
  )
  const [drafts, setDrafts] = useState<Readonly<Record<number, CellDraft>>>({})
  const cell = agenda[at]
  const draft = drafts[at] ?? draftOf(cell ? model.agreement(cell.row, cell.column) : null)
  return {
    agenda,
    at,
    go: (to) => setAt(Math.max(0, Math.min(agenda.length, to))),
    draft,
    change: (change) => setDrafts((all) => ({ ...all, [at]: { ...draft, ...change } })),
    recorded: () =>
      setDrafts((all) => Object.fromEntries(Object.entries(all).filter(([key]) => Number(key) !== at))),
  }
}

/** What was agreed on before, to be changed; nothing where nothing was. */
export function draftOf(agreement: Agreement | null): CellDraft {
  if (!agreement) return { mark: null, reason: '', said: {} }
  const mark = agreement.mark / 100
  return {
    mark: isMark(mark) ? mark : null,
    reason: agreement.reason,
    said: Object.fromEntries(agreement.arguments.map(({ memberId, text }) => [memberId, text])),
  }
}
