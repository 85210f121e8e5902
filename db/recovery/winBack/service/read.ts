import type Database from 'better-sqlite3'
import { personNow } from '../../../accounts/merging/service/personNow.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { standingReader } from '../../../accounts/service/standings.ts'
import { type InputOf, memberNames, readJson } from '../../../channel/ledger/service/rows.ts'
import type { WinBackId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { WinBackLine, WinBackSheet, WinBackStep, winBacks } from '../contract.ts'
import { isWinBackOpen, outcomesDue, winBackState } from '../rules/course.ts'
import { secondLifeOf } from '../rules/secondLife.ts'
import { type StoredWinBack, storedWinBack, winBackRows } from './stored.ts'

/** Lost accounts, open ones by what is due next, then ended ones by the day on which they were lost. */
export function listWinBacks(
  kernel: Kernel,
  { accountId, caseId }: InputOf<typeof winBacks.list>,
): { today: string; rows: WinBackLine[] } {
  const { db } = kernel
  const where = [
    accountId === undefined ? '1' : 'w.account_id = @accountId',
    caseId === undefined ? '1' : 'w.case_id = @caseId',
  ].join(' AND ')
  const line = lineReader(db)
  const rows = winBackRows(db, where, { accountId, caseId })
    .map(line)
    .map((row) => ({ row, order: isWinBackOpen(row.state) ? `0${row.dueOn ?? '9'}` : '1' }))
    .toSorted((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : 0))
    .map(({ row }) => row)
  return { today: dayOf(kernel.now()), rows }
}

/** Reads the line of a lost account. */
function lineReader(db: Database.Database): (stored: StoredWinBack) => WinBackLine {
  const standing = standingReader(db)
  const names = memberNames(db)
  return (stored) => {
    const { id, code, accountId, account, lostOn, ownerId, interview, worth, decision, outcomes } = stored
    const open = stepsOf(db, id).filter(({ done }) => done === null)
    const looks = outcomesDue(decision).filter(({ months }) => outcomes[months] === undefined)
    return {
      ...{ id, code, accountId, account, lostOn, ownerId },
      tier: standing(accountId)?.tier ?? null,
      owner: ownerId === null ? null : (names.get(ownerId) ?? null),
      state: winBackState({
        asked: interview !== null,
        decision: decision?.decision ?? null,
        outcomes,
        open: open.length,
      }),
      defection: interview?.defection ?? null,
      lossCause: interview?.lossCause ?? null,
      force: interview?.force ?? null,
      net: worth && secondLifeOf(worth).net,
      dueOn: [...open, ...looks].map(({ dueOn }) => dueOn).toSorted()[0] ?? null,
    }
  }
}

/** One lost account with all that is known of it. @throws Refusal ROW_NOT_FOUND */
export function getWinBack(
  kernel: Kernel,
  { winBackId }: InputOf<typeof winBacks.get>,
): { today: string; winBack: WinBackSheet } {
  const { db } = kernel
  const stored = storedWinBack(db, winBackId)
  const { interview, worth, decision, outcomes } = stored
  return {
    today: dayOf(kernel.now()),
    winBack: {
      ...lineReader(db)(stored),
      ...{ interview, worth, decision },
      case: caseOf(db, stored),
      asked: interview?.personId ? personNow(db, interview.personId) : null,
      decidedBy: decision && (memberNames(db).get(decision.memberId) ?? null),
      steps: stepsOf(db, winBackId),
      outcomes: outcomesDue(decision).map(({ months, dueOn }) => ({
        months,
        dueOn,
        found: outcomes[months] ?? null,
      })),
    },
  }
}

const caseOf = (db: Database.Database, { caseId }: StoredWinBack): WinBackSheet['case'] =>
  db
    .prepare<[string | null], NonNullable<WinBackSheet['case']>>(
      'SELECT id, code, title FROM recovery_case WHERE id = ? AND deleted = 0',
    )
    .get(caseId) ?? null

type StepRow = Omit<WinBackStep, 'done'> & { readonly done: string | null }

/** The steps of winning an account back, by their days. */
const stepsOf = (db: Database.Database, winBackId: WinBackId): WinBackStep[] =>
  db
    .prepare<[WinBackId], StepRow>(
      `SELECT s.id, s.what, iif(m.deleted, NULL, m.id) AS ownerId, m.name AS owner, s.due_on AS dueOn, s.done
       FROM win_back_step s LEFT JOIN member m ON m.id = s.owner_id
       WHERE s.win_back_id = ? AND s.deleted = 0 ORDER BY s.due_on, s.id`,
    )
    .all(winBackId)
    .map(({ done, ...step }) => ({ ...step, done: readJson<NonNullable<WinBackStep['done']>>(done) }))
