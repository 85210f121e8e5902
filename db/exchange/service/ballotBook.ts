import { v7 as uuidv7 } from 'uuid'
import type { EngineContext } from '../../context.ts'
import { ballotRound } from '../../evaluation/ballots/service/presence.ts'
import { CommandId, type MemberId, type RoundId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Language } from '../../terms/language.ts'
import { ballotPlans } from '../write/ballotPlan.ts'
import { writeWorkbook, xlsxFile, zipFile } from '../write/workbook.ts'
import { type BallotPaper, insertPaper, layOut } from './ballotPapers.ts'

const NAME = { zh: '评分表', en: 'ballot' } as const

interface Issue {
  readonly commandId: CommandId
  readonly roundId: RoundId
  readonly language: Language
}

/** One evaluator's ballot as a workbook. @throws Refusal as the contract says */
export async function ballotWorkbook(
  { kernel }: EngineContext,
  input: Issue & { readonly memberId: MemberId; readonly ticket: string | null },
): Promise<File> {
  const { memberId, ...rest } = input
  const papers = layOut(kernel, { ...rest, memberIds: [memberId] })
  const [file] = await filesOf(papers, ballotRound(kernel, input.roundId).name)
  if (!file) throw new Error('one evaluator, one ballot')
  record(kernel, input, papers)
  return file
}

/** The blank ballots of several evaluators as one .zip. @throws Refusal as the contract says */
export async function ballotWorkbooks(
  { kernel }: EngineContext,
  input: Issue & { readonly memberIds: readonly MemberId[] },
): Promise<File> {
  const papers = layOut(kernel, { ...input, memberIds: [...new Set(input.memberIds)], ticket: null })
  const name = ballotRound(kernel, input.roundId).name
  const file = await zipFile(await filesOf(papers, name), `${fileName(name)}-${NAME[input.language]}.zip`)
  record(kernel, input, papers)
  return file
}

const fileName = (name: string): string => name.replaceAll(/[\\/:*?"<>|]/g, ' ').trim()

async function filesOf(papers: readonly BallotPaper[], round: string): Promise<File[]> {
  const taken = new Map<string, number>()
  const files: File[] = []
  for (const { layout, digest, evaluator, start } of papers) {
    const bytes = await writeWorkbook(ballotPlans(layout, digest, start))
    const name = fileName(`${round}-${NAME[layout.language]}-${evaluator}`)
    const count = (taken.get(name) ?? 0) + 1
    taken.set(name, count)
    files.push(xlsxFile(bytes, `${name}${count > 1 ? ` (${count})` : ''}.xlsx`))
  }
  return files
}

/** Writes down which ballots were sent out. Undoing that would make strangers of workbooks that are on their way. */
function record(
  kernel: Kernel,
  { commandId, roundId }: Omit<Issue, 'language'>,
  papers: readonly BallotPaper[],
): void {
  const { name } = ballotRound(kernel, roundId)
  const label = { command: 'sendBallots', params: { count: papers.length, name } }
  const [paperId] = papers.map(({ layout }) => layout.paperId)
  const write = (id: CommandId) =>
    kernel.write({ commandId: id, label, final: [] }, (tx) => {
      for (const paper of papers) insertPaper(tx, paper)
      return { paperId }
    })
  // asked again after a lost answer, these are other workbooks than those on record
  if (write(commandId).paperId !== paperId) write(CommandId.parse(uuidv7()))
}
