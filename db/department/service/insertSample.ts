import { solarToLunar } from '../../accounts/people/lunar.ts'
import { dayOf } from '../../accounts/rules/days.ts'
import { parseDecimal } from '../../accounts/rules/decimal.ts'
import { decimalToFigure, type FigureUnit } from '../../accounts/rules/figures.ts'
import { insertFigure } from '../../accounts/service/bulk.ts'
import { figureValues } from '../../accounts/service/figureValues.ts'
import { insertSheet } from '../../evaluation/service/editSheet.ts'
import { indicatorsOf } from '../../evaluation/service/sheets.ts'
import type { AccountId, FigureId, MemberId, SheetId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Tx } from '../../kernel/unit.ts'
import { SAMPLE_ACCOUNTS } from '../sample/accounts.ts'
import { sampleArchive } from '../sample/archive.ts'
import { calendarOf } from '../sample/calendar.ts'
import { makeEffort } from '../sample/effort.ts'
import {
  SAMPLE_BALLOT_SHEET_NAME,
  SAMPLE_FIGURES,
  SAMPLE_INDICATORS,
  SAMPLE_MEMBERS,
  SAMPLE_SHEET_NAME,
  SAMPLE_USER,
} from '../sample/story.ts'
import { FROZEN_YESTERDAY } from '../sample/visits.ts'
import { found } from './found.ts'
import { insertAccounts } from './insertAccounts.ts'
import { insertArchive } from './insertArchive.ts'
import { insertBallots } from './insertBallots.ts'
import { insertBrief } from './insertBrief.ts'
import { insertCases } from './insertCases.ts'
import { insertEffort } from './insertEffort.ts'
import { insertLedgers } from './insertLedgers.ts'
import { insertLost } from './insertLost.ts'
import { insertMember } from './insertMember.ts'
import { insertPolicies } from './insertPolicies.ts'
import { insertRequests } from './insertRequests.ts'
import { insertEarlierRounds, insertOpenRound } from './insertRounds.ts'
import { insertTasks } from './insertTasks.ts'
import { insertVisits } from './insertVisits.ts'

/** Inserts the sample department inside a command; its story ends now, in that year's second round. */
export function insertSample(tx: Tx, kernel: Kernel): { user: MemberId } {
  const now = kernel.now()
  const members = new Map(SAMPLE_MEMBERS.map(([name, role]) => [name, insertMember(tx, name, role)]))
  const figures = insertFigures(tx)
  const calendar = calendarOf(dayOf(now))
  const archive = sampleArchive(calendar, lunarDate(calendar.day(5)))
  const accounts = insertAccounts(tx, archive, calendar, members)
  fillFigures(tx, accounts, figures)
  // a sheet of its own: one for which ballots are out can't be changed
  const ballotSheetId = insertSampleSheet(tx, figures, SAMPLE_BALLOT_SHEET_NAME)
  const sheetId = insertSampleSheet(tx, figures, SAMPLE_SHEET_NAME)
  const indicators = indicatorsOf(tx.db, sheetId)
  insertEarlierRounds(tx, { sheetId, indicators, accounts }, calendar)
  const ballotIndicators = indicatorsOf(tx.db, ballotSheetId)
  insertBallots(tx, { sheetId: ballotSheetId, indicators: ballotIndicators, accounts }, calendar, members)
  insertOpenRound(tx, { sheetId, indicators, accounts }, calendar)
  insertPolicies(tx, accounts, calendar)
  const people = insertArchive(tx, archive, calendar, { members, accounts })
  insertLedgers(tx, calendar, { members, accounts })
  insertTasks(tx, calendar, { members, accounts })
  const requests = insertRequests(tx, archive, { calendar, now }, { members, accounts, people })
  const visits = insertVisits(tx, { calendar, now }, { members, accounts })
  const cases = insertCases(tx, { calendar, now }, { members, accounts, people })
  insertLost(tx, calendar, { members, accounts, cases })
  const { account, figure } = FROZEN_YESTERDAY
  insertBrief(kernel, tx, {
    visitId: found(visits, account),
    accountId: found(accounts, account),
    figureId: found(figures, figure),
    people,
    calendar,
  })
  insertEffort(tx, makeEffort(archive.firms, requests, calendar), { members, accounts })
  return { user: found(members, SAMPLE_USER) }
}

/** The lunar month and day of a day, MM-DD; a leap month counts as the ordinary one, in which the birthday is kept. */
function lunarDate(on: string): string {
  const { month, day } = solarToLunar(on)
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const insertFigures = (tx: Tx): ReadonlyMap<string, FigureId> =>
  new Map(SAMPLE_FIGURES.map(({ name, unit }) => [name, insertFigure(tx, name, unit)]))

function fillFigures(
  tx: Tx,
  accounts: ReadonlyMap<string, AccountId>,
  figures: ReadonlyMap<string, FigureId>,
): void {
  const values = figureValues(tx)
  for (const [name, , years, volume, profit, overdue, growth, share] of SAMPLE_ACCOUNTS) {
    const given = [years, volume, profit, overdue, growth, share]
    for (const [at, figure] of SAMPLE_FIGURES.entries())
      values.write(found(accounts, name), found(figures, figure.name), stored(given[at] ?? 0, figure.unit))
  }
  values.save()
}

/** A figure of the sample as it is stored; its money is in 万元. */
function stored(given: number, unit: FigureUnit): number {
  const decimal = parseDecimal(unit === 'money' ? `${given}万` : String(given))
  const figure = decimal === undefined ? undefined : decimalToFigure(decimal, unit)
  if (figure === undefined) throw new Error(`the sample holds ${given}, which is no figure`)
  return figure
}

const insertSampleSheet = (tx: Tx, figures: ReadonlyMap<string, FigureId>, name: string): SheetId =>
  insertSheet(
    tx,
    name,
    SAMPLE_INDICATORS.map(({ code, name, percent, figure, standards }) => ({
      code,
      name,
      weight: percent * 100,
      figureId: figure === null ? null : found(figures, figure),
      standards,
    })),
  )
