import { fromStripChar } from '../../evaluation/rules/marks.ts'
import { DEFAULT_BORDERS } from '../../evaluation/rules/tiers.ts'
import { publishIn } from '../../evaluation/service/publishing.ts'
import type { StoredIndicator } from '../../evaluation/service/sheets.ts'
import { backdated } from '../../kernel/clock.ts'
import { derivedId } from '../../kernel/derivedId.ts'
import { type AccountId, RoundId, type SheetId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/unit.ts'
import { SAMPLE_ACCOUNTS } from '../sample/accounts.ts'
import type { Calendar } from '../sample/calendar.ts'
import { earlierRounds } from '../sample/rounds.ts'
import { SAMPLE_NOTES, SAMPLE_USER } from '../sample/story.ts'
import { found } from './found.ts'

/** What the sample's rounds grade, and by what. */
export interface Graded {
  readonly sheetId: SheetId
  readonly indicators: readonly StoredIndicator[]
  readonly accounts: ReadonlyMap<string, AccountId>
}

/** Inserts the sample's published rounds inside a command. */
export function insertEarlierRounds(tx: Tx, graded: Graded, { year, workday }: Calendar): void {
  const accounts = new Set(graded.accounts.values())
  for (const { name, ago, note, strips } of earlierRounds(year)) {
    const roundId = insertRound(tx, graded.sheetId, name)
    insertMarks(tx, graded, { roundId, strips })
    publishIn(tx, roundId, {
      revision: 1,
      note,
      publishedBy: SAMPLE_USER,
      publishedAt: backdated(tx.hlc, `${workday(-ago)}T09:30:00.000Z`),
      accounts,
    })
  }
}

/** Inserts that year's second round inside a command, half marked on a shared sheet. */
export function insertOpenRound(tx: Tx, graded: Graded, { year }: Calendar): void {
  const strips = new Map(SAMPLE_ACCOUNTS.map(([name, , , , , , , , strip]) => [name, strip]))
  const roundId = insertRound(tx, graded.sheetId, `${year} 下半年评级`)
  insertMarks(tx, graded, { roundId, strips })
  insertNotes(tx, graded, roundId)
}

function insertRound(tx: Tx, sheetId: SheetId, name: string): RoundId {
  const id = RoundId.parse(tx.newId())
  tx.db
    .prepare(`INSERT INTO round (id, name, sheet_id, state, borders) VALUES (?, ?, ?, 'marking', ?)`)
    .run(id, name, sheetId, JSON.stringify(DEFAULT_BORDERS))
  return id
}

/** The judged marks; banded indicators are marked from the figures, and blanks stay unmarked. */
function insertMarks(
  tx: Tx,
  { accounts, indicators }: Graded,
  { roundId, strips }: { readonly roundId: RoundId; readonly strips: ReadonlyMap<string, string> },
): void {
  const insert = tx.db.prepare('INSERT INTO marks (id, round_id, account_id, marks) VALUES (?, ?, ?, ?)')
  const judged = indicators.filter((indicator) => indicator.figureId === null)
  for (const [name, strip] of strips) {
    const accountId = found(accounts, name)
    const marks = judged.flatMap(({ markKey }, at) => {
      const mark = fromStripChar(strip[at])
      return mark === null ? [] : [[markKey, mark]]
    })
    insert.run(derivedId(roundId, accountId), roundId, accountId, JSON.stringify(Object.fromEntries(marks)))
    tx.breathe()
  }
}

function insertNotes(tx: Tx, { accounts, indicators }: Graded, roundId: RoundId): void {
  const insert = tx.db.prepare(
    'INSERT INTO mark_note (id, round_id, account_id, indicator_id, text) VALUES (?, ?, ?, ?, ?)',
  )
  const indicatorIds = new Map(indicators.map((indicator) => [indicator.name, indicator.id]))
  for (const note of SAMPLE_NOTES) {
    const accountId = found(accounts, note.account)
    const indicatorId = found(indicatorIds, note.indicator)
    insert.run(derivedId(roundId, accountId, indicatorId), roundId, accountId, indicatorId, note.text)
  }
}
