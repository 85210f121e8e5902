import { derivedId } from '../../kernel/derivedId.ts'
import {
  type AccountId,
  CompetitorId,
  type EntryId,
  type MemberId,
  type PersonId,
  ProductId,
} from '../../kernel/ids.ts'
import { orderKeysAfter } from '../../kernel/orderKey.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { SampleAnalysis } from '../sample/analysis/shapes.ts'
import type { Calendar } from '../sample/calendar.ts'
import { COMPETITOR_NOTES } from '../sample/competitors.ts'
import type { SampleEntry } from '../sample/shapes.ts'
import { SAMPLE_PRODUCTS } from '../sample/trades.ts'
import { found } from './found.ts'
import { FEN_A_WAN } from './money.ts'
import { type NewRow, rowInserter } from './rowInserter.ts'

/** The rows that the analyses' names stand for. */
export interface AnalysisIds {
  readonly members: ReadonlyMap<string, MemberId>
  readonly accounts: ReadonlyMap<string, AccountId>
  readonly people: ReadonlyMap<string, PersonId>
  readonly entries: ReadonlyMap<SampleEntry, EntryId>
}

/** Inserts products, competitors and all analyses of the sample inside a command. */
export function insertAnalysis(tx: Tx, analysis: SampleAnalysis, calendar: Calendar, ids: AnalysisIds): void {
  const insert = rowInserter(tx)
  const { members, accounts, people } = ids
  const account = (name: string) => found(accounts, name)
  const add = (table: string, row: NewRow) => {
    insert(table, { id: tx.newId(), ...row })
    tx.breathe()
  }
  /** who noted it when */
  const noted = ({ ago, by }: { readonly ago: number; readonly by: string }) => ({
    noted_on: calendar.workday(-ago),
    noted_by: found(members, by),
  })
  const sellers = insertSellers(tx)
  insertWallet(analysis, { add, account, ...sellers })
  insertRivals(analysis, { add, account, ...sellers, calendar, ids })
  const keys = orderKeysAfter(null, analysis.swot.length)
  for (const [at, item] of analysis.swot.entries())
    add('swot_item', {
      account_id: account(item.account),
      quadrant: item.quadrant,
      text: item.text,
      order_key: keys[at],
      ...noted(item),
    })
  for (const { layer, grade, evidence, ...rest } of analysis.stickiness)
    add('stickiness', { account_id: account(rest.account), layer, grade, evidence, ...noted(rest) })
  for (const { what, amount, ...rest } of analysis.costs)
    add('switching_cost', { account_id: account(rest.account), what, amount: amount * FEN_A_WAN })
  for (const { item, grade, note, ...rest } of analysis.values)
    add('delivered_value', { account_id: account(rest.account), item, grade, note, ...noted(rest) })
  for (const { item, what, dueIn, owner, doneAgo, ...rest } of analysis.actions)
    add('value_action', {
      account_id: account(rest.account),
      item,
      what,
      due_on: calendar.dueDay(dueIn),
      owner_id: found(members, owner),
      done_on: doneAgo === null ? null : calendar.workday(-doneAgo),
    })
  for (const { from, person, to, yearsAgo, brought, note } of analysis.referrals)
    add('referral', {
      from_id: account(from),
      from_person_id: person && found(people, person),
      to_id: account(to),
      happened_on: String(calendar.year - yearsAgo),
      brought: brought * FEN_A_WAN,
      note,
    })
  for (const { decision, reason, by, ago, ...rest } of analysis.decisions)
    add('account_decision', {
      account_id: account(rest.account),
      decision,
      reason,
      decided_by: found(members, by),
      decided_on: calendar.workday(-ago),
    })
}

interface Sellers {
  readonly products: ReadonlyMap<string, ProductId>
  readonly competitors: ReadonlyMap<string, CompetitorId>
}

/** Our product groups and the firms that sell what we sell. */
function insertSellers(tx: Tx): Sellers {
  const insert = rowInserter(tx)
  const keys = orderKeysAfter(null, SAMPLE_PRODUCTS.length)
  const products = SAMPLE_PRODUCTS.map((name, at) => {
    const id = ProductId.parse(tx.newId())
    insert('product', { id, name, order_key: keys[at] })
    return [name, id] as const
  })
  const competitors = Object.entries(COMPETITOR_NOTES).map(([name, note]) => {
    const id = CompetitorId.parse(tx.newId())
    insert('competitor', { id, name, note })
    return [name, id] as const
  })
  return { products: new Map<string, ProductId>(products), competitors: new Map(competitors) }
}

interface Adding extends Sellers {
  readonly add: (table: string, row: NewRow) => void
  readonly account: (name: string) => AccountId
}

function insertWallet({ wallet }: SampleAnalysis, { add, account, products, competitors }: Adding): void {
  for (const { product, competitor, year, amount, ...rest } of wallet) {
    const accountId = account(rest.account)
    const productId = found(products, product)
    const competitorId = competitor && found(competitors, competitor)
    add('wallet', {
      id: derivedId(accountId, productId, competitorId ?? '', String(year)),
      account_id: accountId,
      product_id: productId,
      competitor_id: competitorId,
      year,
      amount: amount * FEN_A_WAN,
    })
  }
}

function insertRivals(
  { rivals, moves }: SampleAnalysis,
  {
    add,
    account,
    competitors,
    calendar,
    ids,
  }: Adding & { readonly calendar: Calendar; readonly ids: AnalysisIds },
): void {
  for (const { competitor, strengths, weaknesses, ...rest } of rivals) {
    const accountId = account(rest.account)
    const competitorId = found(competitors, competitor)
    add('rival', {
      id: derivedId(accountId, competitorId),
      account_id: accountId,
      competitor_id: competitorId,
      strengths,
      weaknesses,
    })
  }
  for (const { competitor, ago, text, by, ...rest } of moves) {
    const days = [calendar.day(-ago), calendar.workday(-ago)]
    // learned in a talk of that day that names them
    const entry = [...ids.entries].find(
      ([each]) =>
        each.account === rest.account && days.includes(each.on) && each.text.includes(competitor.slice(0, 2)),
    )
    add('rival_move', {
      account_id: account(rest.account),
      competitor_id: found(competitors, competitor),
      happened_on: entry?.[0].on ?? calendar.workday(-ago),
      text,
      entry_id: entry?.[1] ?? null,
      noted_by: found(ids.members, by),
    })
  }
}
