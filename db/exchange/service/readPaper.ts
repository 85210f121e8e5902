import { createHash } from 'node:crypto'
import { closedAccounts, marksIndicator, readBallotData } from '../../evaluation/ballots/service/ballot.ts'
import { readSeats, type SeatRecord } from '../../evaluation/ballots/service/seats.ts'
import { roundFacts } from '../../evaluation/service/gradedRound.ts'
import type { RoundData } from '../../evaluation/service/roundData.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { RoundId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { BALLOT_WORDS } from '../../terms/ballots.ts'
import { readFile } from '../read/file.ts'
import { type BallotLayout, firstAccountRow, markColumn } from '../rules/ballotLayout.ts'
import { isMirror, readMirror } from '../rules/ballotMirror.ts'
import { type BallotEdit, type BallotRemark, firstEdit, readBallotForm } from '../rules/ballotReading.ts'
import type { Table } from '../rules/cells.ts'
import { type Fault, faultAt } from '../rules/problem.ts'
import { layoutDigest, markingRound, type PaperRecord, paperRecord } from './ballotPapers.ts'
import { refuseFaulty } from './score.ts'

/** A ballot workbook that was sent out from here, came back whole, and may be taken now. */
export interface ReturnedBallot {
  readonly paper: PaperRecord
  readonly seat: SeatRecord
  readonly layout: BallotLayout
  /** the round with what is stored of this evaluator's marks */
  readonly data: RoundData
  /** strip over the layout's accounts × indicators; `.` where the evaluator gives no mark */
  readonly strip: string
  readonly remarks: readonly BallotRemark[]
  /** SHA-256 of marks and remarks: the same ballot read twice has the same */
  readonly digest: string
}

/** A workbook's worksheets with the hidden one of a ballot. */
export interface BallotTables {
  readonly file: File
  readonly mirror: Table
  readonly tables: readonly Table[]
}

/** Reads a workbook that may be a ballot. @throws FILE_UNREADABLE; Refusal BALLOT_UNKNOWN where it is another workbook */
export async function ballotTables(file: File, signal?: AbortSignal): Promise<BallotTables> {
  const { tables } = await readFile(file, { signal }, 'hidden')
  const mirror = tables.find(isMirror)
  if (!mirror) throw new Refusal('BALLOT_UNKNOWN', { reason: 'notBallot' })
  return { file, mirror, tables }
}

/** Holds a ballot against what was sent out and against the round as it stands. @throws Refusal as the contract says */
export function returnedBallot(kernel: Kernel, roundId: RoundId, read: BallotTables): ReturnedBallot {
  const { db } = kernel
  const layout = readMirror(read.mirror)
  const paper = layout && paperRecord(db, layout.paperId)
  if (!layout) throw editedMirror(read)
  if (!paper) throw new Refusal('BALLOT_UNKNOWN', { reason: 'notIssued' })
  if (layoutDigest(layout) !== paper.layout) throw editedMirror(read)
  const round = markingRoundOf(kernel, roundId, paper)
  const seat = readSeats(db, roundId).find(({ memberId }) => memberId === paper.memberId)
  if (!seat) throw new Refusal('BALLOT_WITHOUT_SEAT', { name: paper.memberName })
  const data = readBallotData(db, roundId, paper.memberId)
  refuseOtherVersion(paper, layout, data, round.name)
  const { strip, remarks } = contentOf(read, layout)
  refuseClosed(kernel, { read, layout, seat, strip, data, roundId })
  const digest = createHash('sha256')
    .update(
      JSON.stringify([strip, remarks.map(({ account, indicator, text }) => [account, indicator, text])]),
    )
    .digest('hex')
  return { paper, seat, layout, data, strip, remarks, digest }
}

/** A ballot of another round is told as such whatever state this one is in. */
function markingRoundOf(kernel: Kernel, roundId: RoundId, paper: PaperRecord) {
  if (paper.roundId === roundId) return markingRound(kernel, roundId)
  const { name } = markingRound(kernel, roundId)
  throw new Refusal('BALLOT_OF_OTHER_ROUND', { name, other: paper.roundName })
}

function refuseOtherVersion(paper: PaperRecord, layout: BallotLayout, data: RoundData, name: string): void {
  const now = roundFacts(data).sheetVersion
  const known = new Set<string>(data.indicators.map(({ id }) => id))
  // indicators made anew alike are others: their marks are kept under other keys
  if (paper.sheetVersion === now && layout.indicators.every(({ id }) => known.has(id))) return
  throw new Refusal('BALLOT_OF_OTHER_VERSION', { name, made: paper.sheetVersion, now })
}

const editedMirror = ({ mirror }: BallotTables): Refusal =>
  new Refusal('BALLOT_EDITED', { reason: 'hidden', worksheet: mirror.name, cell: 'A1', was: '', is: '' })

function contentOf(
  { file, tables }: BallotTables,
  layout: BallotLayout,
): { strip: string; remarks: readonly BallotRemark[] } {
  const words = BALLOT_WORDS[layout.language]
  const form = worksheet(tables, words.ballotSheet)
  const reading = readBallotForm(layout, form)
  if (reading.kind === 'edited') throw edited(form, reading)
  if (reading.kind === 'shifted') {
    const { reason, cell, cells } = reading
    throw new Refusal('BALLOT_SHIFTED', { reason, worksheet: form.name, cell, cells })
  }
  const standards = worksheet(tables, words.standardsSheet)
  const edit = firstEdit(layout.standards, standards)
  if (edit) throw edited(standards, edit)
  if (reading.kind === 'read') return reading
  refuseFaulty(file, form, reading.faults)
  return { strip: '', remarks: [] }
}

const edited = (table: Table, { reason, cell, was, is }: BallotEdit): Refusal =>
  new Refusal('BALLOT_EDITED', { reason, worksheet: table.name, cell, was: clip(was), is: clip(is) })

/** What a message can hold. */
const clip = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)

function worksheet(tables: readonly Table[], name: string): Table {
  const table = tables.find((candidate) => candidate.name === name)
  if (table) return table
  throw new Refusal('BALLOT_EDITED', { reason: 'worksheet', worksheet: name, cell: '', was: name, is: '' })
}

/** @throws Refusal CELLS_FAULTY with every cell that was filled in and has been closed to the evaluator since */
function refuseClosed(
  kernel: Kernel,
  ballot: Pick<ReturnedBallot, 'layout' | 'seat' | 'strip' | 'data'> & {
    readonly read: BallotTables
    readonly roundId: RoundId
  },
): void {
  const { layout, seat, strip, data, read, roundId } = ballot
  const excused = new Set<string>(closedAccounts(kernel.db, roundId, seat.memberId))
  const marked = new Set<string>(data.indicators.flatMap(({ id }) => (marksIndicator(seat, id) ? [id] : [])))
  const closed = layout.indicators.map(({ id }) => !marked.has(id))
  const faults: Fault[] = []
  layout.accounts.forEach(({ id }, account) => {
    if (!excused.has(id) && !closed.includes(true)) return
    closed.forEach((isClosed, indicator) => {
      const mark = strip[account * closed.length + indicator] ?? '.'
      if (mark === '.' || mark === '-' || !(isClosed || excused.has(id))) return
      const row = firstAccountRow(layout) + account
      faults.push(faultAt(row, markColumn(indicator), 'cellClosed', { evaluator: seat.name }))
    })
  })
  refuseFaulty(read.file, worksheet(read.tables, BALLOT_WORDS[layout.language].ballotSheet), faults)
}
