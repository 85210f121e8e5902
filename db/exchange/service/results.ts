import { figureToDecimal } from '../../accounts/rules/figures.ts'
import type { EngineContext } from '../../context.ts'
import type { PublicationSummary } from '../../evaluation/contract.ts'
import type { GradedRound } from '../../evaluation/service/gradedRound.ts'
import { gradedRoundFor } from '../../evaluation/service/publishing.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { AccountId, PublicationId, RoundId } from '../../kernel/ids.ts'
import type { Language } from '../../terms/language.ts'
import type { Graded, GradedRow } from '../graded.ts'
import { rankingHtml } from '../write/rankingHtml.ts'
import { resultPlans } from '../write/resultPlan.ts'
import { writeWorkbook, xlsxFile } from '../write/workbook.ts'

interface ResultInput {
  readonly roundId: RoundId
  readonly publicationId: PublicationId | null
  readonly language: Language
}

const RESULT = { zh: '评级结果', en: 'result' } as const
const RANKING = { zh: '客户排名', en: 'ranking' } as const

/** A publication, or the round as it stands, as a workbook with live formulas. @throws Refusal ROUND_NOT_FOUND, PUBLICATION_NOT_FOUND */
export async function exportResult(context: EngineContext, input: ResultInput): Promise<File> {
  const graded = gradedFor(context, input)
  const bytes = await writeWorkbook(resultPlans(graded, input.language))
  return xlsxFile(bytes, `${graded.title}-${RESULT[input.language]}.xlsx`)
}

/** The ranking as PDF, A4. @throws Refusal ROUND_NOT_FOUND, PUBLICATION_NOT_FOUND, NO_PRINTER */
export async function exportRanking(context: EngineContext, input: ResultInput): Promise<File> {
  const graded = gradedFor(context, input)
  if (!context.printPdf) throw new Refusal('NO_PRINTER')
  const today = new Date(context.kernel.now()).toISOString()
  const pdf = await context.printPdf(rankingHtml(graded, today, input.language))
  return new File([new Uint8Array(pdf)], `${graded.title}-${RANKING[input.language]}.pdf`, {
    type: 'application/pdf',
  })
}

const gradedFor = ({ kernel }: EngineContext, { roundId, publicationId }: ResultInput): Graded =>
  gradedOf(gradedRoundFor(kernel, roundId, publicationId))

/** A graded round as exports show it, best rank first. */
export function gradedOf(
  round: GradedRound & { readonly summary: PublicationSummary | null },
): Omit<Graded, 'rows'> & { readonly rows: readonly (GradedRow & { readonly accountId: AccountId })[] } {
  return {
    title: round.roundName,
    sheetName: round.sheetName,
    publishedAt: round.summary?.publishedAt ?? null,
    revision: round.summary?.revision ?? null,
    borders: round.borders,
    pooled: round.pooling !== 'shared',
    indicators: round.indicators.map((indicator, at) => ({
      ...indicator,
      figure: round.figures[at] ?? null,
    })),
    rows: round.results
      .map((row) => ({
        ...row,
        figures: row.figures.map((value, at) => {
          const figure = round.figures[at]
          return value === null || !figure ? null : figureToDecimal(value, figure.unit)
        }),
      }))
      .sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER)),
  }
}
