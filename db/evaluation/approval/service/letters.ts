import { dayOf } from '../../../accounts/rules/days.ts'
import type { TierPolicies } from '../../../channel/policies/rules/differences.ts'
import { policiesOn } from '../../../channel/policies/service/termsOf.ts'
import type { EngineContext } from '../../../context.ts'
import { paperFile } from '../../../exchange/documents/paperFile.ts'
import type { PaperDocument } from '../../../exchange/rules/document.ts'
import type { PaperFormat } from '../../../exchange/rules/paperFormat.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { PublicationId } from '../../../kernel/ids.ts'
import type { Language } from '../../../terms/language.ts'
import { LETTER_WORDS } from '../../../terms/letters.ts'
import { fillIn } from '../../../terms/ranking.ts'
import type { Publication } from '../../contract.ts'
import { readPublication } from '../../service/publishing.ts'
import type { StoodBefore } from '../contract.ts'
import { stoodBefore } from './before.ts'
import { type LetterAccount, letterBlocks } from './letterBlocks.ts'

interface LetterInput {
  readonly publicationId: PublicationId
  readonly manager: string | null
  readonly language: Language
  readonly format: PaperFormat
}

/**
 * Result letters of a publication to one account manager, or to all of them, by name.
 * @throws Refusal PUBLICATION_NOT_FOUND, MANAGER_NOT_FOUND, NO_PRINTER
 */
export function resultLetters(context: EngineContext, input: LetterInput): Promise<File> {
  const { kernel } = context
  const publication = readPublication(kernel, input.publicationId)
  const before = stoodBefore(kernel, input.publicationId)
  const madeAt = new Date(kernel.now()).toISOString()
  const date = dayOf(Date.parse(publication.summary.publishedAt))
  const policies = policiesOn(kernel.db, date)
  return paperFile(
    context,
    lettersPaper(publication, before, { ...input, madeAt, date, policies }),
    input.format,
  )
}

function lettersPaper(
  publication: Publication,
  before: StoodBefore,
  {
    manager,
    language,
    madeAt,
    date,
    policies,
  }: Pick<LetterInput, 'manager' | 'language'> & {
    readonly madeAt: string
    /** of the publication, YYYY-MM-DD, with what every tier got on it */
    readonly date: string
    readonly policies: TierPolicies
  },
): PaperDocument {
  const words = LETTER_WORDS[language]
  const { roundName, sheetName, summary } = publication
  const byManager = accountsByManager(publication, before)
  const wanted = manager === null ? [...byManager] : [...byManager].filter(([name]) => name === manager)
  if (wanted.length === 0) throw new Refusal('MANAGER_NOT_FOUND')
  const title =
    manager === null
      ? fillIn(words.title, { round: roundName })
      : fillIn(words.titleFor, { round: roundName, manager: manager || words.noManager })
  return {
    title,
    subtitle: fillIn(words.subtitle, { revision: summary.revision, date, sheet: sheetName }),
    head: title,
    madeAt,
    language,
    blocks: wanted.flatMap(([name, accounts], at) => [
      ...(at === 0 ? [] : [{ kind: 'pageBreak' as const }]),
      ...letterBlocks(name, accounts, { signedBy: summary.publishedBy, date, language, policies }),
    ]),
  }
}

/** The accounts of each manager as published, best rank first; managers by name, those without one last. */
function accountsByManager(
  { results }: Publication,
  before: StoodBefore,
): ReadonlyMap<string, readonly LetterAccount[]> {
  const placeOf = new Map(before.accountIds.map((id, place) => [id, place]))
  const byManager = new Map<string, LetterAccount[]>()
  for (const row of results) {
    const place = placeOf.get(row.accountId) ?? -1
    const accounts = byManager.get(row.owner) ?? []
    accounts.push({ row, from: before.tiers[place] ?? null, lastScore: before.scores[place] ?? null })
    byManager.set(row.owner, accounts)
  }
  return new Map(
    [...byManager].sort(([a], [b]) =>
      a === '' || b === '' ? (a === '' ? 1 : 0) - (b === '' ? 1 : 0) : a.localeCompare(b, 'zh-CN'),
    ),
  )
}
