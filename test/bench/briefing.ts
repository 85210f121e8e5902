import { join } from 'node:path'
import { addDays, dayOf } from '../../db/accounts/rules/days.ts'
import { loadSample } from '../../db/department/service/sample.ts'
import { openEngine } from '../../db/engine.ts'
import { wordFile } from '../../db/exchange/documents/wordFile.ts'
import { printPdf } from '../../db/host/printPdf.ts'
import { AccountId, MemberId, PersonId, type VisitId } from '../../db/kernel/ids.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'
import { composeBrief } from '../../db/visits/briefing/service/compose.ts'
import { briefPaper } from '../../db/visits/briefing/service/paper.ts'
import { addVisits } from '../../db/visits/service/add.ts'
import { getVisit } from '../../db/visits/service/sheet.ts'
import { newCommand, withFolder } from './largeDepartment.ts'
import { inTurn, type Measured } from './measure.ts'

const RUNS = 20
const PAPERS = 5
/** Accounts and people that make a brief of about twelve pages. */
const SIZE = { accounts: 8, people: 60 } as const

/**
 * A brief of twelve pages on the sample department: composed in the engine beside reading the visit alone, then as PDF
 * beside an empty page by the same browser, and as Word beside a document of one line.
 */
export const briefingBench = (): Promise<{ lines: Measured[]; facts: string[] }> =>
  withFolder(async (folder) => {
    const engine = await openEngine({ dataFolder: join(folder, 'data'), appVersion: 'bench' })
    try {
      const { kernel } = engine
      loadSample(kernel, { commandId: newCommand() })
      const visitId = largeVisit(kernel)
      const composed = await inTurn(
        RUNS,
        () => composeBrief(kernel, visitId),
        () => getVisit(kernel, { visitId }),
      )
      const paper = paperMaker(kernel, visitId)
      const word = await inTurn(
        PAPERS,
        () => paper('docx'),
        () => wordFile({ ...ONE_LINE, madeAt: new Date(kernel.now()).toISOString() }, 'a.docx'),
      )
      const print = printPdf
      const pages = print === null ? 0 : pagesOf(Buffer.from(await (await paper('pdf')).arrayBuffer()))
      const lines: Measured[] = [
        {
          name: `a brief of ${SIZE.people} people composed`,
          yardstick: 'the visit alone, read',
          target: { most: 500 },
          ...composed,
        },
        { name: 'the same as Word', yardstick: 'a line as Word', target: { most: 1_000 }, ...word },
      ]
      if (print === null) return { lines, facts: ['no browser to print with'] }
      const pdf = await inTurn(
        PAPERS,
        () => paper('pdf'),
        () => print('<!doctype html><p>1</p>'),
      )
      lines.push({
        name: 'the same as PDF',
        yardstick: 'an empty page as PDF',
        target: { most: 2_000 },
        ...pdf,
      })
      return { lines, facts: [`brief of ${pages} pages`] }
    } finally {
      await engine.close()
    }
  })

const ONE_LINE = { title: '1', subtitle: '', head: '', language: 'zh', blocks: [] } as const

function largeVisit(kernel: Kernel): VisitId {
  const ids = (table: 'account' | 'person' | 'member', most: number): string[] =>
    kernel.db.prepare<[number], string>(`SELECT id FROM ${table} WHERE deleted = 0 LIMIT ?`).pluck().all(most)
  const { visitIds } = addVisits(kernel, {
    commandId: newCommand(),
    visits: [
      {
        ...{ title: '', day: addDays(dayOf(kernel.now()), 10), objective: '听取对明年服务的意见' },
        leadId: ids('member', 1).map((id) => MemberId.parse(id))[0] ?? null,
        memberIds: [],
        accountIds: ids('account', SIZE.accounts).map((id) => AccountId.parse(id)),
        personIds: ids('person', SIZE.people).map((id) => PersonId.parse(id)),
      },
    ],
  })
  const [visitId] = visitIds
  if (visitId === undefined) throw new Error('no visit')
  return visitId
}

function paperMaker(kernel: Kernel, visitId: VisitId): (format: 'pdf' | 'docx') => Promise<File> {
  const context = { kernel, printPdf, logError: () => '' }
  const { visit } = getVisit(kernel, { visitId })
  return (format) =>
    briefPaper(context, {
      ...{ commandId: newCommand(), visitId, what: 'brief', audience: 'executive', format, page: 'a4' },
      ...{ readerId: visit.leadId, reader: '', version: null, language: 'zh' },
    })
}

/** Pages of a PDF as the browser writes it. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
