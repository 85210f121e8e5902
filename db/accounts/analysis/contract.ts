import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { AccountId, CompetitorId, EntryId, MemberId, PersonId, ProductId, RowId } from '../../kernel/ids.ts'
import { isDay, isPartialDay } from '../rules/days.ts'
import { FIGURE_UNITS } from '../rules/figures.ts'
import { COMPARED } from './rules/comparison.ts'
import { DECISIONS, QUADRANTS, STICKINESS_LAYERS, VALUE_ITEMS } from './rules/kinds.ts'
import { ANALYSIS_LIMITS } from './rules/limits.ts'
import { STICKINESS_GRADES } from './rules/stickiness.ts'
import { VALUE_GRADES } from './rules/value.ts'

/** YYYY-MM-DD */
const day = z.string().refine(isDay)
/** YYYY, YYYY-MM or YYYY-MM-DD */
const partialDay = z.string().refine(isPartialDay)
const fen = z.int().min(0)
const line = z.string().trim().min(1).max(ANALYSIS_LIMITS.line)
const text = z.string().trim().max(ANALYSIS_LIMITS.text)
const name = z.string().trim().min(1).max(ANALYSIS_LIMITS.name)
const year = z.int().min(ANALYSIS_LIMITS.firstYear).max(ANALYSIS_LIMITS.lastYear)

/** When something was written (YYYY-MM-DD) and by whom, by name; null where that isn't known. */
const noted = { notedOn: z.string().nullable(), by: z.string().nullable() }
const judged = { id: RowId, notedOn: z.string(), by: z.string().nullable() }

/** A group of our products (D4). */
export const Product = z.object({
  id: ProductId,
  name: z.string(),
  /** fractional order key */
  order: z.string(),
})
export type Product = z.infer<typeof Product>

/** A firm that sells what we sell. */
export const Competitor = z.object({ id: CompetitorId, name: z.string(), note: z.string() })
export type Competitor = z.infer<typeof Competitor>

/** A point of the SWOT (E3). */
export const SwotItem = z.object({
  id: RowId,
  quadrant: z.enum(QUADRANTS),
  text: z.string(),
  order: z.string(),
  ...noted,
})
export type SwotItem = z.infer<typeof SwotItem>

/** What an account buys of a product in a year from us (`competitorId` null) or a competitor, fen (D4). */
export const WalletCell = z.object({
  productId: ProductId,
  competitorId: CompetitorId.nullable(),
  year: z.int(),
  amount: z.int(),
  ...noted,
})
export type WalletCell = z.infer<typeof WalletCell>

/** A competitor at an account. */
export const Rival = z.object({
  id: RowId,
  competitorId: CompetitorId,
  strengths: z.string(),
  weaknesses: z.string(),
  ...noted,
})
export type Rival = z.infer<typeof Rival>

/** What a competitor did at an account; `entryId` is the entry of the work log that told us. */
export const RivalMove = z.object({
  id: RowId,
  competitorId: CompetitorId,
  happenedOn: z.string(),
  text: z.string(),
  entryId: EntryId.nullable(),
  by: z.string().nullable(),
})
export type RivalMove = z.infer<typeof RivalMove>

/** One judgement of a layer of stickiness (D3), 1–5. */
export const StickinessRow = z.object({
  ...judged,
  layer: z.enum(STICKINESS_LAYERS),
  grade: z.int(),
  evidence: z.string(),
})
/** Something an account would lose by leaving us, fen (D3). */
export const SwitchingCost = z.object({ id: RowId, what: z.string(), amount: z.int(), ...noted })
export type SwitchingCost = z.infer<typeof SwitchingCost>

/** One judgement of a value or a cost (C5), 1–10. */
export const ValueRow = z.object({
  ...judged,
  item: z.enum(VALUE_ITEMS),
  grade: z.int(),
  note: z.string(),
})
/** Something to do about a value or a cost (C5). */
export const ValueAction = z.object({
  id: RowId,
  item: z.enum(VALUE_ITEMS),
  what: z.string(),
  dueOn: z.string().nullable(),
  ownerId: MemberId.nullable(),
  owner: z.string().nullable(),
  /** YYYY-MM-DD; null while it is open */
  doneOn: z.string().nullable(),
})
export type ValueAction = z.infer<typeof ValueAction>

/** Who brought whom, and what it brought, fen (C4). */
export const ReferralRow = z.object({
  id: RowId,
  fromId: AccountId,
  from: z.string(),
  fromPersonId: PersonId.nullable(),
  fromPerson: z.string().nullable(),
  toId: AccountId,
  to: z.string(),
  happenedOn: z.string().nullable(),
  brought: z.int().nullable(),
  note: z.string(),
  ...noted,
})
export type ReferralRow = z.infer<typeof ReferralRow>

/** Invest, hold, reduce or leave (E3). */
export const DecisionRow = z.object({
  id: RowId,
  decision: z.enum(DECISIONS),
  reason: z.string(),
  decidedOn: z.string(),
  by: z.string().nullable(),
})
export type DecisionRow = z.infer<typeof DecisionRow>

/** Everything that was analysed of one account, with the department's products and competitors. */
export const AccountAnalysis = z.object({
  products: z.array(Product),
  competitors: z.array(Competitor),
  swot: z.array(SwotItem),
  wallet: z.array(WalletCell),
  rivals: z.array(Rival),
  /** newest first */
  moves: z.array(RivalMove),
  /** every judgement, newest first */
  stickiness: z.array(StickinessRow),
  switchingCosts: z.array(SwitchingCost),
  /** every judgement, newest first */
  values: z.array(ValueRow),
  /** open ones first, by due day */
  actions: z.array(ValueAction),
  /** every referral of the chains that this account is part of, upwards and downwards */
  referrals: z.array(ReferralRow),
  /** newest first: the first one stands */
  decisions: z.array(DecisionRow),
})
export type AccountAnalysis = z.infer<typeof AccountAnalysis>

const account = { ...writeErrors, ACCOUNT_NOT_FOUND: { status: 404 } } as const
const row = { ...writeErrors, ROW_NOT_FOUND: { status: 404 } } as const
const changed = {
  CELLS_CHANGED: {
    status: 409,
    data: z.object({ cells: z.int(), name: z.string(), current: z.string().nullable() }),
  },
} as const
const product = { PRODUCT_NOT_FOUND: { status: 404 } } as const
const competitor = { COMPETITOR_NOT_FOUND: { status: 404 } } as const
const member = { MEMBER_NOT_FOUND: { status: 404 } } as const
const taken = { NAME_TAKEN: { status: 409, data: z.object({ name: z.string() }) } } as const
const used = { STILL_USED: { status: 409, data: z.object({ name: z.string(), accounts: z.int() }) } } as const

const AddedRow = Written.extend({ rowId: RowId })
const ofAccount = CommandInput.extend({ accountId: AccountId })
const ofRow = CommandInput.extend({ rowId: RowId })
/** New values of some fields of a row, each with the value that it is known to have had. */
const patchOf = <Shape extends z.ZodRawShape>(fields: z.ZodObject<Shape>) =>
  ofRow.extend({ before: fields.partial(), after: fields.partial() })

const SwotText = z.object({ text: line })
const RivalFields = z.object({ strengths: text, weaknesses: text })
const MoveFields = z.object({ competitorId: CompetitorId, happenedOn: day, text: line })
const CostFields = z.object({ what: line, amount: fen })
const ActionFields = z.object({
  what: line,
  dueOn: day.nullable(),
  ownerId: MemberId.nullable(),
  doneOn: day.nullable(),
})
const ReferralFields = z.object({
  happenedOn: partialDay.nullable(),
  brought: fen.nullable(),
  note: text,
  fromPersonId: PersonId.nullable(),
})

/** Rows of an analysis that can be taken away, each undoable. */
export const REMOVABLE = ['swot', 'rival', 'move', 'switchingCost', 'action', 'referral'] as const
export type Removable = (typeof REMOVABLE)[number]

/** One cell of the wallet to write; null clears it. */
export const WalletEdit = z.object({
  productId: ProductId,
  competitorId: CompetitorId.nullable(),
  year,
  before: fen.nullable(),
  after: fen.nullable(),
})
export type WalletEdit = z.infer<typeof WalletEdit>

/** One account beside others, over everything that can be compared; money in fen. */
export const ComparedAccount = z.object({
  id: AccountId,
  name: z.string(),
  /** built-in fields by their contract names: text as it stands, numbers stored */
  fields: z.record(z.string(), z.union([z.string(), z.number()]).nullable()),
  owner: z.string().nullable(),
  tier: z.enum(['key', 'main', 'ordinary', 'small', 'insufficient']).nullable(),
  /** tenths of a point */
  score: z.int().nullable(),
  /** in the order of `figures`, stored units */
  figures: z.array(z.int().nullable()),
  /** promises of ours that were kept of those kept or broken, tenths of a percent (C2) */
  keptRate: z.int().nullable(),
  openPromises: z.int(),
  walletYear: z.int().nullable(),
  ours: z.int().nullable(),
  elsewhere: z.int().nullable(),
  /** 0–1 of what is known in the newest year */
  walletShare: z.number().nullable(),
  /** products that they don't buy from us */
  blanks: z.int().nullable(),
  /** Σ values − Σ costs (C5) */
  value: z.int().nullable(),
  /** sum of three layers, 3–15 (D3) */
  stickiness: z.int().nullable(),
  switchingCost: z.int().nullable(),
  /** what its referrals brought, downstream included (C4) */
  brought: z.int().nullable(),
  decision: z.enum(DECISIONS).nullable(),
  /** YYYY-MM-DD of the newest entry in the work log */
  lastContact: z.string().nullable(),
})
export type ComparedAccount = z.infer<typeof ComparedAccount>

/** An account in the department's white space, amounts of one year in the order of `products`, fen. */
export const WhiteSpaceRow = z.object({
  id: AccountId,
  name: z.string(),
  code: z.string(),
  pinyin: z.string(),
  owner: z.string().nullable(),
  tier: z.enum(['key', 'main', 'ordinary', 'small', 'insufficient']).nullable(),
  /** something is known of this account's wallet in the year: a product without an amount is then not bought */
  known: z.boolean(),
  ours: z.array(z.int().nullable()),
  elsewhere: z.array(z.int().nullable()),
})
export type WhiteSpaceRow = z.infer<typeof WhiteSpaceRow>

/** A table as it stands on the screen; texts as shown, numbers in shown units. */
export const ShownTable = z.object({
  title: z.string().min(1).max(200),
  /** a sentence above a printed table */
  finding: z.string().max(1_000),
  columns: z
    .array(
      z.object({
        header: z.string().max(300),
        kind: z.enum(['text', 'number']),
        /** in characters */
        width: z.int().min(4).max(80),
      }),
    )
    .min(1)
    .max(200),
  rows: z.array(z.array(z.union([z.string().max(10_000), z.number()]).nullable())).max(200_000),
})
export type ShownTable = z.infer<typeof ShownTable>

export const analysis = {
  /** Everything that was analysed of one account. */
  get: oc
    .input(z.object({ accountId: AccountId }))
    .output(AccountAnalysis)
    .errors({ ACCOUNT_NOT_FOUND: { status: 404 } }),

  /** Adds a point to a quadrant, after its last one. */
  addSwot: oc
    .input(ofAccount.extend({ quadrant: z.enum(QUADRANTS), text: line }))
    .output(AddedRow)
    .errors(account),
  /** Puts another text in a point's place. */
  editSwot: oc
    .input(patchOf(SwotText))
    .output(Written)
    .errors({ ...row, ...changed }),
  /** Moves a point into a quadrant, behind another point of it; null puts it first. */
  moveSwot: oc
    .input(ofRow.extend({ quadrant: z.enum(QUADRANTS), after: RowId.nullable() }))
    .output(Written)
    .errors(row),

  /** Adds a product group after the last one. */
  addProduct: oc
    .input(CommandInput.extend({ name }))
    .output(Written.extend({ productId: ProductId }))
    .errors({ ...writeErrors, ...taken }),
  renameProduct: oc
    .input(CommandInput.extend({ productId: ProductId, before: name, name }))
    .output(Written)
    .errors({ ...writeErrors, ...product, ...taken, ...changed }),
  /** Puts a product behind another one; null puts it first. */
  moveProduct: oc
    .input(CommandInput.extend({ productId: ProductId, after: ProductId.nullable() }))
    .output(Written)
    .errors({ ...writeErrors, ...product }),
  /** Takes a product away; STILL_USED while a wallet holds an amount of it. */
  removeProduct: oc
    .input(CommandInput.extend({ productId: ProductId }))
    .output(Written)
    .errors({ ...writeErrors, ...product, ...used }),
  addCompetitor: oc
    .input(CommandInput.extend({ name }))
    .output(Written.extend({ competitorId: CompetitorId }))
    .errors({ ...writeErrors, ...taken }),
  editCompetitor: oc
    .input(
      CommandInput.extend({
        competitorId: CompetitorId,
        before: z.object({ name, note: text }).partial(),
        after: z.object({ name, note: text }).partial(),
      }),
    )
    .output(Written)
    .errors({ ...writeErrors, ...competitor, ...taken, ...changed }),
  /** Takes a competitor away; STILL_USED while a wallet, a rival or a move names it. */
  removeCompetitor: oc
    .input(CommandInput.extend({ competitorId: CompetitorId }))
    .output(Written)
    .errors({ ...writeErrors, ...competitor, ...used }),

  /** Writes cells of the wallet, all or none; CELLS_CHANGED when one no longer holds `before`. */
  setWallet: oc
    .input(ofAccount.extend({ cells: z.array(WalletEdit).min(1).max(10_000) }))
    .output(Written)
    .errors({ ...account, ...product, ...competitor, ...changed }),

  /** Notes that a competitor is at an account; one that is already there stays as it is. */
  addRival: oc
    .input(ofAccount.extend({ competitorId: CompetitorId }))
    .output(AddedRow)
    .errors({ ...account, ...competitor }),
  editRival: oc
    .input(patchOf(RivalFields))
    .output(Written)
    .errors({ ...row, ...changed }),
  /** Notes what a competitor did; `entryId` names the entry of the work log that told us. */
  addMove: oc
    .input(ofAccount.extend({ ...MoveFields.shape, entryId: EntryId.nullable() }))
    .output(AddedRow)
    .errors({ ...account, ...competitor, ...row }),
  editMove: oc
    .input(patchOf(MoveFields))
    .output(Written)
    .errors({ ...row, ...competitor, ...changed }),

  /** Judges a layer of stickiness today (D3); what was judged before stays in the history. */
  judgeStickiness: oc
    .input(
      ofAccount.extend({
        layer: z.enum(STICKINESS_LAYERS),
        grade: z.int().min(STICKINESS_GRADES.min).max(STICKINESS_GRADES.max),
        evidence: text,
      }),
    )
    .output(AddedRow)
    .errors(account),
  addSwitchingCost: oc.input(ofAccount.extend(CostFields.shape)).output(AddedRow).errors(account),
  editSwitchingCost: oc
    .input(patchOf(CostFields))
    .output(Written)
    .errors({ ...row, ...changed }),
  /** Judges a value or a cost today (C5); what was judged before stays in the history. */
  judgeValue: oc
    .input(
      ofAccount.extend({
        item: z.enum(VALUE_ITEMS),
        grade: z.int().min(VALUE_GRADES.min).max(VALUE_GRADES.max),
        note: text,
      }),
    )
    .output(AddedRow)
    .errors(account),
  /** Adds something to do about a value or a cost. */
  addAction: oc
    .input(
      ofAccount.extend({
        item: z.enum(VALUE_ITEMS),
        what: line,
        dueOn: day.nullable(),
        ownerId: MemberId.nullable(),
      }),
    )
    .output(AddedRow)
    .errors({ ...account, ...member }),
  editAction: oc
    .input(patchOf(ActionFields))
    .output(Written)
    .errors({ ...row, ...member, ...changed }),

  /** Notes that one account brought another (C4); REFERRED_ITSELF where they are the same. */
  addReferral: oc
    .input(CommandInput.extend({ fromId: AccountId, toId: AccountId, ...ReferralFields.shape }))
    .output(AddedRow)
    .errors({ ...account, ...row, REFERRED_ITSELF: { status: 422 } }),
  editReferral: oc
    .input(patchOf(ReferralFields))
    .output(Written)
    .errors({ ...row, ...changed }),

  /** Decides what follows from the analysis, today (E3); earlier decisions stay in the history. */
  decide: oc
    .input(ofAccount.extend({ decision: z.enum(DECISIONS), reason: line }))
    .output(AddedRow)
    .errors(account),

  /** Takes a row of an analysis away. */
  remove: oc
    .input(ofRow.extend({ kind: z.enum(REMOVABLE) }))
    .output(Written)
    .errors(row),

  /** Products × accounts of one year (the newest known where none is given), accounts sorted by pinyin (D4). */
  whiteSpace: oc.input(z.object({ year: year.nullable() })).output(
    z.object({
      products: z.array(Product),
      /** the year shown; null while no wallet is known */
      year: z.int().nullable(),
      /** years of which something is known, newest first */
      years: z.array(z.int()),
      rows: z.array(WhiteSpaceRow),
    }),
  ),

  /** A shown table as a workbook with typed columns, CSV (UTF-8 with BOM) or a printed page. */
  exportTable: oc
    .input(
      z.object({ table: ShownTable, format: z.enum(['xlsx', 'csv', 'pdf']), language: z.enum(['zh', 'en']) }),
    )
    .output(z.file())
    .errors({ NO_PRINTER: { status: 501 } }),

  /** Two to six accounts side by side, in the given order (E3). */
  compare: oc
    .input(z.object({ accountIds: z.array(AccountId).min(COMPARED.fewest).max(COMPARED.most) }))
    .output(
      z.object({
        figures: z.array(z.object({ name: z.string(), unit: z.enum(FIGURE_UNITS) })),
        /** how many products there are */
        products: z.int(),
        accounts: z.array(ComparedAccount),
      }),
    )
    .errors({ ACCOUNT_NOT_FOUND: { status: 404 } }),
}
