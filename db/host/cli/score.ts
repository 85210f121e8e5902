import { z } from 'zod'
import { CellFault, fileErrors } from '../../exchange/contract.ts'
import { gradeWorkbooks, outsideBands, resultFile } from '../../exchange/service/score.ts'
import { fileReasonText } from '../../terms/fileReasons.ts'
import type { Language } from '../../terms/language.ts'
import { problemText } from '../../terms/problems.ts'
import { type CommandCall, type ExitCode, fileAt, needed, refuseTarget, writeWhole } from './io.ts'
import { say } from './words.ts'

const Faulty = z.object({
  code: z.literal('CELLS_FAULTY'),
  data: z.object({ fileName: z.string(), faults: z.array(CellFault), more: z.int() }),
})
const Unreadable = z.object({
  code: z.literal('FILE_UNREADABLE'),
  data: fileErrors.FILE_UNREADABLE.data.extend({ fileName: z.string().optional() }),
})

/** What is wrong with the workbooks, one line for each bad cell; null when the error is of another kind. */
function faultLines(error: unknown, language: Language): string[] | null {
  const faulty = Faulty.safeParse(error)
  if (faulty.success) {
    const { fileName, faults, more } = faulty.data.data
    const lines = faults.map(
      ({ worksheet, cell, problem }) => `${fileName}!${worksheet}!${cell}: ${problemText(problem, language)}`,
    )
    return more > 0 ? [...lines, say(language, 'more', { count: more })] : lines
  }
  const unreadable = Unreadable.safeParse(error)
  if (!unreadable.success) return null
  const { reason, detail, fileName } = unreadable.data.data
  const text = fileReasonText(reason, detail, language)
  return [fileName === undefined ? text : `${fileName}: ${text}`]
}

/** `score`: grades a marks workbook by a sheet workbook. No data folder is opened; on bad input nothing is written. */
export async function score(call: CommandCall): Promise<ExitCode> {
  const { io, language } = call
  const [sheetPath, marksPath, out] = ['sheet', 'marks', 'out'].map((option) => needed(call, option))
  const sheet = await fileAt(io, sheetPath ?? '')
  const marks = await fileAt(io, marksPath ?? '')
  await refuseTarget(io, out ?? '', [sheetPath ?? '', marksPath ?? ''])
  try {
    const graded = await gradeWorkbooks({ sheet, marks })
    await writeWhole(io, out ?? '', await resultFile(graded, language))
    io.stdout(`${say(language, 'written', { file: out ?? '' })}\n`)
    for (const { indicator, accounts } of outsideBands(graded))
      io.stderr(
        `${say(language, 'outsideBands', { indicator, count: accounts.length, name: accounts[0] ?? '' })}\n`,
      )
    return 0
  } catch (error) {
    const lines = faultLines(error, language)
    if (lines === null) throw error
    io.stderr(`${lines.join('\n')}\n`)
    return 2
  }
}
