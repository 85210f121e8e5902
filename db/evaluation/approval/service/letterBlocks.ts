import { dayOf } from '../../../accounts/rules/days.ts'
import {
  type TermDifference,
  type TierChange,
  type TierPolicies,
  tierChange,
} from '../../../channel/policies/rules/differences.ts'
import type { Block } from '../../../exchange/rules/document.ts'
import { decisionReason } from '../../../terms/approval.ts'
import { TIER_SIGNS, TIER_WORDS } from '../../../terms/grading.ts'
import type { Language } from '../../../terms/language.ts'
import { LETTER_WORDS } from '../../../terms/letters.ts'
import { differenceText } from '../../../terms/policies.ts'
import { fillIn } from '../../../terms/ranking.ts'
import type { ResultRow } from '../../contract.ts'
import { type Standing, TIERS, type Tier } from '../../rules/tiers.ts'
import { isBetter } from '../rules/proposals.ts'

/** An account in a letter: its result, and where it stood before. */
export interface LetterAccount {
  readonly row: ResultRow
  readonly from: Tier | null
  /** tenths of a point */
  readonly lastScore: number | null
}

interface Signature {
  readonly signedBy: string
  /** YYYY-MM-DD */
  readonly date: string
  readonly language: Language
  /** what every tier gets on that day */
  readonly policies: TierPolicies
}

/** The letter to one manager: all accounts at a glance, then each that something was decided on. */
export function letterBlocks(
  manager: string,
  accounts: readonly LetterAccount[],
  { signedBy, date, language, policies }: Signature,
): Block[] {
  const words = LETTER_WORDS[language]
  return [
    {
      kind: 'heading',
      level: 1,
      text: manager === '' ? words.noManager : fillIn(words.to, { manager }),
    },
    {
      kind: 'text',
      text: fillIn(manager === '' ? words.summaryNobody : words.summary, {
        count: accounts.length,
        changes: changesText(accounts, language),
      }),
    },
    {
      kind: 'table',
      heads: [words.account, words.tiers, words.score, words.moved, words.rank],
      widths: [32, 36, 10, 13, 9],
      rows: accounts.map((account) => tableRow(account, language)),
    },
    ...accounts.flatMap((account) => decisionBlocks(account, { date, language, policies })),
    {
      kind: 'signatures',
      lines: [
        { label: words.leader, signed: `${signedBy} ${date}` },
        ...(manager === '' ? [] : [{ label: words.received, signed: '' }]),
      ],
    },
  ]
}

function changesText(accounts: readonly LetterAccount[], language: Language): string {
  const words = LETTER_WORDS[language]
  const counts = { up: 0, down: 0, first: 0 }
  for (const { from, row } of accounts) {
    const to = tierOfStanding(row.standing)
    if (to === null) continue
    if (from === null) counts.first += 1
    else if (isBetter(to, from)) counts.up += 1
    else if (isBetter(from, to)) counts.down += 1
  }
  const parts = (['up', 'down', 'first'] as const).flatMap((what) =>
    counts[what] === 0 ? [] : [fillIn(words[what], { count: counts[what] })],
  )
  return parts.length === 0 ? words.none : parts.join(words.comma)
}

const tierOfStanding = (standing: Standing): Tier | null => TIERS.find((tier) => tier === standing) ?? null

const points = (tenths: number | null): string => (tenths === null ? '–' : (tenths / 10).toFixed(1))

const signed = (tenths: number): string =>
  tenths < 0 ? `−${points(-tenths)}` : tenths > 0 ? `+${points(tenths)}` : points(0)

function tableRow({ row, from, lastScore }: LetterAccount, language: Language): string[] {
  const { score, standing, rank, name } = row
  return [
    name,
    from === standing
      ? tierText(standing, language)
      : fillIn(LETTER_WORDS[language].arrow, {
          from: tierText(from, language),
          to: tierText(standing, language),
        }),
    points(score),
    score === null || lastScore === null ? '–' : signed(score - lastScore),
    rank === null ? '–' : String(rank),
  ]
}

const tierText = (standing: Standing | null, language: Language): string =>
  standing === null
    ? LETTER_WORDS[language].noTier
    : `${TIER_SIGNS[standing]} ${TIER_WORDS[language][standing]}`

/** What was decided on an account's tier, and what that means for it; nothing where all stays as it was. */
function decisionBlocks(
  { row, from }: LetterAccount,
  { date, language, policies }: Omit<Signature, 'signedBy'>,
): Block[] {
  const { decision, exception, standing, name } = row
  if (!decision && !exception && from === standing) return []
  const words = LETTER_WORDS[language]
  const title =
    from === standing
      ? fillIn(words.stays, { account: name, tier: tierText(standing, language) })
      : fillIn(words.change, {
          account: name,
          from: tierText(from, language),
          to: tierText(standing, language),
        })
  const decided = decisionText(row, language)
  const effects = effectLines(tierChange(from, standing, policies, date), language)
  return [
    { kind: 'heading', level: 2, text: title },
    ...(decided === '' ? [] : [{ kind: 'text' as const, text: decided }]),
    ...(effects.length === 0 ? [] : [{ kind: 'list' as const, items: effects }]),
  ]
}

function decisionText({ decision, exception }: ResultRow, language: Language): string {
  const words = LETTER_WORDS[language]
  const until = (expires: string | null): string[] =>
    expires === null ? [] : [fillIn(words.until, { day: expires })]
  const glue = language === 'zh' ? '' : ' '
  if (decision) {
    const { kind, by, at, expires } = decision
    return [
      fillIn(words.decided, { what: words[kind], by, date: dayOf(Date.parse(at)) }),
      ...until(expires),
      reasonText(decisionReason(decision, language), language),
    ].join(glue)
  }
  if (!exception) return ''
  return [
    `${words.exception}${words.comma}${exception.approver}${language === 'zh' ? '。' : '.'}`,
    ...until(exception.expires),
    reasonText(exception.reason, language),
  ].join(glue)
}

/** A reason as a sentence, whether or not whoever wrote it ended it with a full stop. */
const reasonText = (reason: string, language: Language): string =>
  fillIn(LETTER_WORDS[language].reason, { reason: reason.trim().replace(/[。.]$/, '') })

function effectLines({ differences, lossesFrom }: TierChange, language: Language): string[] {
  const words = LETTER_WORDS[language]
  const list = (effect: TermDifference['effect']): string =>
    differences
      .filter((each) => each.effect === effect)
      .map((each) => differenceText(each, language))
      .join(words.listComma)
  const [gained, lost] = [list('gain'), list('loss')]
  return [
    ...(gained === '' ? [] : [fillIn(words.gained, { list: gained })]),
    ...(lost === '' ? [] : [fillIn(words.lost, { list: lost, day: lossesFrom ?? '' })]),
  ]
}
