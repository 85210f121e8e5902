import { dayOf } from '../../../accounts/rules/days.ts'
import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import type { EngineContext } from '../../../context.ts'
import { paperFile } from '../../../exchange/documents/paperFile.ts'
import type { PaperDocument } from '../../../exchange/rules/document.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { CaseId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { Language } from '../../../terms/language.ts'
import { PAPER_WORDS } from '../../../terms/papers.ts'
import { fillIn } from '../../../terms/ranking.ts'
import { caseName } from '../../service/stored.ts'
import type { OpenedPaper, papers } from '../contract.ts'
import { type Facts, type FilledPaper, fillPaper, paperBlocks, titleOf } from '../rules/filling.ts'
import { isInside, type PaperKind } from '../rules/words.ts'
import { insideFacts } from './insideFacts.ts'
import { openFacts } from './openFacts.ts'
import { type Source, sourceOf } from './source.ts'
import { templateOf } from './templates.ts'

/** What fills a paper: what its reader may know of the case. */
const factsFor = (source: Source, paper: PaperKind): Facts =>
  isInside(paper) ? { ...openFacts(source), ...insideFacts(source) } : openFacts(source)

/** What a paper is made from: its template, the facts, and what stands around it. @throws Refusal CASE_NOT_FOUND */
export function openPaper(
  kernel: Kernel,
  { caseId, paper, language }: InputOf<typeof papers.open>,
): OpenedPaper {
  const source = sourceOf(kernel, caseId, language)
  return {
    template: templateOf(kernel.db, { paper, language }),
    facts: factsFor(source, paper),
    frame: frameOf(source, paper),
  }
}

/** What stands around a paper: whose it is; on what stays inside, that it does. */
function frameOf({ sheet, now, language }: Source, paper: PaperKind): OpenedPaper['frame'] {
  const words = PAPER_WORDS[language]
  const { account, code, title } = sheet
  return {
    subtitle: fillIn(words.subtitle, { account, code, day: dayOf(now) }),
    head: isInside(paper) ? fillIn(words.insideHead, { code, title }) : account,
    headRight: isInside(paper) ? words.inside : code,
  }
}

/**
 * A paper as a file; that it left is written down before it is handed out.
 * @throws Refusal as the contract says
 */
export async function makePaper(context: EngineContext, input: InputOf<typeof papers.make>): Promise<File> {
  const { kernel } = context
  const { caseId, paper, language, format, rewritten, despiteGaps } = input
  if (format === 'pdf' && !context.printPdf) throw new Refusal('NO_PRINTER')
  const { template, facts, frame } = openPaper(kernel, { caseId, paper, language })
  const filled = fillPaper(template.content, facts, language, rewritten)
  const count = filled.gaps.length
  // what stays inside is honest about what is missing; a customer gets it only where somebody saw that
  if (count > 0 && !despiteGaps && !isInside(paper)) throw new Refusal('PAPER_HAS_GAPS', { count })
  const file = await paperFile(context, documentOf(kernel, filled, frame, paper, language), format)
  recordPaper(kernel, input)
  return file
}

function documentOf(
  kernel: Kernel,
  filled: FilledPaper,
  frame: OpenedPaper['frame'],
  paper: PaperKind,
  language: Language,
): PaperDocument {
  return {
    ...frame,
    title: titleOf(filled, paper, language),
    madeAt: new Date(kernel.now()).toISOString(),
    language,
    wholeFigures: true,
    ...(isInside(paper) ? { contents: PAPER_WORDS[language].contents } : {}),
    blocks: paperBlocks(filled.parts),
  }
}

/** What history calls a paper that left. */
const LEAVES = {
  acknowledgement: { command: 'takeAcknowledgement' },
  interim: { command: 'takeInterim' },
  answer: { command: 'takeAnswer' },
  report8d: { command: 'takeReport' },
  caseFile: { command: 'takeCaseFile' },
} as const satisfies Record<PaperKind, { command: string }>

/** That a paper left the workstation can't be taken back. */
function recordPaper(
  kernel: Kernel,
  { commandId, caseId, paper, language, format }: InputOf<typeof papers.make>,
): void {
  const label = { ...LEAVES[paper], params: { name: nameOf(kernel, caseId) } }
  kernel.write({ commandId, label, final: [] }, (tx) => {
    tx.db
      .prepare(
        'INSERT INTO case_paper (id, case_id, paper, language, format, by, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(tx.newId(), caseId, paper, language, format, kernel.actorName(), tx.now)
    return {}
  })
}

const nameOf = (kernel: Kernel, caseId: CaseId): string => caseName(kernel.db, caseId)
