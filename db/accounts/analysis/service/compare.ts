import type Database from 'better-sqlite3'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { Figure } from '../../contract.ts'
import { keptRate } from '../../promises/rules/keptRate.ts'
import { listFigures } from '../../service/figures.ts'
import { readFigures } from '../../service/figureValues.ts'
import { newestStandings, type StandingIn } from '../../service/standings.ts'
import type { ComparedAccount } from '../contract.ts'
import { chainFrom, totalBrought } from '../rules/referrals.ts'
import { stickinessOf, switchingTotal } from '../rules/stickiness.ts'
import { deliveredValue } from '../rules/value.ts'
import { newestYear, walletByProduct, walletPart } from '../rules/wallet.ts'
import { getAnalysis } from './read.ts'

interface Comparison {
  figures: Pick<Figure, 'name' | 'unit'>[]
  products: number
  accounts: ComparedAccount[]
}

/** Two to six accounts side by side, in the given order (E3). @throws Refusal ACCOUNT_NOT_FOUND */
export function compareAccounts(
  kernel: Kernel,
  { accountIds }: { readonly accountIds: readonly AccountId[] },
): Comparison {
  const { db } = kernel
  const figures = listFigures(db)
  const standings = newestStandings(db)
  return {
    figures: figures.map(({ name, unit }) => ({ name, unit })),
    products: db.prepare<[], number>('SELECT count(*) FROM product WHERE deleted = 0').pluck().get() ?? 0,
    accounts: [...new Set(accountIds)].map((id) => compared(kernel, id, figures, standings.get(id))),
  }
}

function compared(
  kernel: Kernel,
  id: AccountId,
  figures: readonly Figure[],
  standing: StandingIn | undefined,
): ComparedAccount {
  const { db } = kernel
  const archive = archiveOf(db, id)
  if (!archive) throw new Refusal('ACCOUNT_NOT_FOUND')
  const { name, owner, json, ...fields } = archive
  const values = readFigures(json)
  return {
    id,
    name,
    fields,
    owner,
    tier: standing?.tier ?? null,
    score: standing?.score ?? null,
    figures: figures.map((figure) => values[figure.id] ?? null),
    ...promisesOf(db, id),
    ...analysed(kernel, id),
    lastContact:
      db
        .prepare<[string], string | null>(
          'SELECT max(happened_on) FROM log_entry WHERE account_id = ? AND deleted = 0',
        )
        .pluck()
        .get(id) ?? null,
  }
}

type Analysed = Pick<
  ComparedAccount,
  | 'walletYear'
  | 'ours'
  | 'elsewhere'
  | 'walletShare'
  | 'blanks'
  | 'value'
  | 'stickiness'
  | 'switchingCost'
  | 'brought'
  | 'decision'
>

function analysed(kernel: Kernel, id: AccountId): Analysed {
  const analysis = getAnalysis(kernel, id)
  const year = newestYear(analysis.wallet)
  const part = walletPart(analysis.wallet.filter((cell) => cell.year === year))
  const productIds = analysis.products.map((product) => product.id)
  return {
    walletYear: year,
    ours: part.ours,
    elsewhere: part.elsewhere,
    walletShare: part.share,
    blanks:
      year === null
        ? null
        : walletByProduct(productIds, analysis.wallet, year).filter(({ blank }) => blank).length,
    value: deliveredValue(analysis.values).total,
    stickiness: stickinessOf(analysis.stickiness).total,
    switchingCost: switchingTotal(analysis.switchingCosts),
    brought: totalBrought(chainFrom(id, analysis.referrals)),
    decision: analysis.decisions[0]?.decision ?? null,
  }
}

type Archive = ComparedAccount['fields'] & { name: string; owner: string | null; json: string }

/** Fields of the archive that can be compared, by their contract names; undefined for an account that isn't there. */
const archiveOf = (db: Database.Database, id: AccountId): Archive | undefined =>
  db
    .prepare<[string], Archive>(
      `SELECT a.name, m.name AS owner, a.figures AS json, a.kind, a.cycle, a.lifecycle, a.industry, a.region,
         a.cooperation_since AS cooperationSince, a.founded, a.staff, a.revenue,
         a.market_position AS marketPosition, a.business, a.selling_mode AS sellingMode,
         a.technical_content AS technicalContent, a.credit_limit AS creditLimit, a.credit_days AS creditDays,
         a.payment_behaviour AS paymentBehaviour
       FROM account a LEFT JOIN member m ON m.id = a.owner_id AND m.deleted = 0
       WHERE a.id = ? AND a.deleted = 0`,
    )
    .get(id)

/** How we keep our word to an account (C2). */
function promisesOf(
  db: Database.Database,
  id: AccountId,
): Pick<ComparedAccount, 'keptRate' | 'openPromises'> {
  const tally = db
    .prepare<[string], { kept: number; broken: number; open: number }>(
      `SELECT count(*) FILTER (WHERE settlement ->> 'state' = 'kept') AS kept,
         count(*) FILTER (WHERE settlement ->> 'state' = 'broken') AS broken,
         count(*) FILTER (WHERE settlement IS NULL) AS open
       FROM promise WHERE account_id = ? AND side = 'ours' AND deleted = 0`,
    )
    .get(id)
  return tally ? { keptRate: keptRate(tally), openPromises: tally.open } : { keptRate: null, openPromises: 0 }
}
