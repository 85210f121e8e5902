import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gradeBallots } from '../../../db/evaluation/consensus/service/gradeBallots.ts'
import { readFile } from '../../../db/exchange/read/file.ts'
import { consensusWorkbook } from '../../../db/exchange/service/consensusBook.ts'
import { exportResult } from '../../../db/exchange/service/results.ts'
import { TIER_WORDS } from '../../../db/terms/grading.ts'
import { newKernel } from '../newKernel.ts'
import { forgetValues } from './forgetValues.ts'
import { firstSheetsRecalculated, officeOf } from './libreOffice.ts'
import { ACCOUNTS, keepRound, makeDepartment, randomRound } from './randomRounds.ts'

/** The rounds are always these; another seed makes others. */
const SEED = 20_261_122
const ROUNDS = 200

test('LibreOffice comes to the engine’s marks, totals, tiers and ranks on 200 random rounds', {
  timeout: 900_000,
}, async (testing) => {
  const office = officeOf(testing)
  const kernel = newKernel()
  const context = { kernel, printPdf: null, logError: () => '' }
  const department = makeDepartment(kernel)
  const made = fc.sample(randomRound, { seed: SEED, numRuns: ROUNDS })
  const roundIds = made.map((round) => keepRound(kernel, department, round))
  const files: File[] = []
  for (const roundId of roundIds)
    files.push(
      await forgetValues(await consensusWorkbook(context, { roundId, publicationId: null, language: 'zh' })),
    )
  const results: File[] = []
  for (const roundId of roundIds.slice(0, ROUNDS / 10))
    results.push(
      await forgetValues(await exportResult(context, { roundId, publicationId: null, language: 'zh' })),
    )
  const theirs = await firstSheetsRecalculated(office, [...files, ...results])
  for (const [at, roundId] of roundIds.entries()) {
    const ours = expected(gradeBallots(kernel.db, roundId).results)
    expect(await calculated(theirs[at], { header: 1, first: 3, width: ours.width }), `round ${at}`).toEqual(
      ours.rows,
    )
    if (at >= results.length) continue
    const told = await calculated(theirs[ROUNDS + at], { header: 0, first: 2, width: ours.width })
    expect(told, `result of round ${at}`).toEqual(ours.rows)
  }
})

type Results = ReturnType<typeof gradeBallots>['results']

/** Marks, total, tier and rank of each account as texts, by name. */
function expected(results: Results): { rows: Record<string, string[]>; width: number } {
  expect(results).toHaveLength(ACCOUNTS)
  const number = (value: number | null): string => (value === null ? '' : String(value))
  return {
    width: (results[0]?.marks.length ?? 0) + 3,
    rows: Object.fromEntries(
      results.map(({ name, marks, score, standing, rank }) => [
        name,
        [
          ...marks.map(number),
          number(score === null ? null : score / 10),
          TIER_WORDS.zh[standing],
          number(rank),
        ],
      ]),
    ),
  }
}

/** The same out of what LibreOffice saved: the rows below the header row. */
async function calculated(
  file: File | undefined,
  { header, first, width }: { readonly header: number; readonly first: number; readonly width: number },
): Promise<Record<string, string[]>> {
  const [table] = file ? (await readFile(file)).tables : []
  const rows = table?.rows.slice(header + 1) ?? []
  return Object.fromEntries(
    rows.map(({ cells }) => [
      cells[1]?.text ?? '',
      Array.from({ length: width }, (_, at) => cells[first + at]?.text ?? ''),
    ]),
  )
}
