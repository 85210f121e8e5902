import { changeSettings } from '../../../db/department/settings.ts'
import { openArchive } from '../../../db/exchange/read/zip.ts'
import type { CaseId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { doAction, saveAction } from '../../../db/recovery/causes/service/actions.ts'
import { saveWhy, setRoot } from '../../../db/recovery/causes/service/whys.ts'
import type { NewCase } from '../../../db/recovery/contract.ts'
import { makePaper } from '../../../db/recovery/papers/service/paper.ts'
import type { RemedyFields } from '../../../db/recovery/remedies/contract.ts'
import { saveRemedy } from '../../../db/recovery/remedies/service/remedies.ts'
import {
  changeCases,
  noteCase,
  writeAnswer,
  writeApology,
  writeFinding,
} from '../../../db/recovery/service/change.ts'
import { setCaseMember } from '../../../db/recovery/service/links.ts'
import { command } from '../newKernel.ts'
import { newCases, step } from './newCases.ts'

type MakeInput = Parameters<typeof makePaper>[1]

/** fen */
const WAN = 1_000_000

/** What nobody outside may read: costs, notes, names, how it compares. */
export const INSIDE = [
  '9.4',
  '94,000',
  '41 万',
  '绝不能说',
  '林晓舟',
  '供应链的人',
  '查批次',
  '38%',
  '7 问题',
]

/** A case that was worked to its end by 顾长风, with all that papers tell, and much that they must not. */
export function paperCase(given: Partial<NewCase> = {}) {
  const department = newCases()
  const { kernel, boss, deputy, buyer, record } = department
  changeSettings(kernel, { me: boss })
  const caseId = record({
    ...{ personId: buyer, ownerId: boss, happenedOn: '2026-11-23', cameAt: '2026-11-23T02:00:00Z' },
    ...{ words: '下一批会不会再白', remedyAsked: '检测报告', impact: 2, ...given },
  })
  const edit = (field: 'explanation' | 'escapeCause' | 'loss' | 'place', after: string | number): void => {
    const before = field === 'loss' ? null : ''
    changeCases(kernel, { commandId: command(), edits: [{ id: caseId, field, before, after }] })
  }
  edit('explanation', '换料没有会签')
  edit('escapeCause', '出厂不测含水')
  edit('loss', 41 * WAN)
  edit('place', '2 号线')
  noteCase(kernel, {
    commandId: command(),
    caseId,
    text: '绝不能说是供应链的人漏的',
    theirs: false,
    personId: null,
  })
  setCaseMember(kernel, { commandId: command(), caseId, memberId: deputy, part: '查批次', there: true })
  const remedy = (kind: RemedyFields['kind'], what: string, amount: number): unknown =>
    saveRemedy(kernel, {
      ...{ commandId: command(), caseId, remedyId: null },
      remedy: { kind, what, ownerId: deputy, dueOn: '2026-12-01', amount: amount * WAN },
    })
  writeFinding(kernel, {
    commandId: command(),
    caseId,
    before: null,
    after: { true: 'yes', what: '六组里四组发白' },
  })
  for (const event of ['acknowledge', 'grade', 'contain', 'check'] as const) step(kernel, caseId, event)
  remedy('exchange', '换货 412 桶', 9.4)
  remedy('compensation', '承担停线半天', 6)
  saveWhy(kernel, {
    ...{ commandId: command(), caseId, whyId: null, parentId: null },
    ...{ question: '为什么发白', answer: '残留水汽', ours: true, evidence: 'QC-1118' },
  })
  setRoot(kernel, {
    ...{ commandId: command(), caseId },
    root: { name: '变更没有品质会签', lossCause: 'unresolved', force: 'ours' },
  })
  const action = (kind: 'corrective' | 'preventive', what: string) =>
    saveAction(kernel, {
      ...{ commandId: command(), caseId, actionId: null },
      ...{ kind, what, ownerId: deputy, dueOn: '2026-12-01' },
    }).actionId
  const done = action('corrective', '变更必须会签')
  doAction(kernel, { commandId: command(), actionId: done, done: true, note: '绝不能说的备注' })
  action('preventive', '来料必测含水')
  for (const event of ['agree', 'approve'] as const) step(kernel, caseId, event)
  writeApology(kernel, {
    ...{ commandId: command(), caseId, before: null },
    after: { memberId: boss, personId: buyer, on: '2026-11-24', how: 'phone', words: '是我们的错，对不起' },
  })
  writeAnswer(kernel, {
    ...{ commandId: command(), caseId, before: null },
    after: { answer: 'accepts', words: '就这样办', personId: buyer, unasked: '' },
  })
  return { ...department, caseId, paper: papersOf(kernel, caseId) }
}

/** Makes papers of a case; for PDF with the page that was printed, for Word with its text. */
export const papersOf =
  (kernel: Kernel, caseId: CaseId) =>
  async (more: Partial<MakeInput> = {}): Promise<{ name: string; text: string }> => {
    const pages: string[] = []
    const input: MakeInput = {
      ...{ commandId: command(), caseId, paper: 'answer', language: 'zh', format: 'pdf' },
      ...{ rewritten: {}, despiteGaps: true },
      ...more,
    }
    const printPdf = async (html: string): Promise<Uint8Array> => {
      pages.push(html)
      return new Uint8Array()
    }
    const file = await makePaper({ kernel, printPdf, logError: () => '' }, input)
    return { name: file.name, text: pages[0] ?? (await wordText(file)) }
  }

/** The body of a Word file as it is written. */
async function wordText(file: File): Promise<string> {
  const archive = openArchive(Buffer.from(await file.arrayBuffer()))
  return String(await archive.read('word/document.xml'))
}

/** A printed page as it is read: without what lays it out, with what was escaped. */
export const readHtml = (html: string): string =>
  html
    .slice(html.indexOf('<body'))
    .replaceAll(/<(?!br)[^>]*>/g, '')
    .replaceAll('<br>', '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
