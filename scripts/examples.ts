import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { searchIndex } from '../db/accounts/search/service/upkeep.ts'
import { actorName } from '../db/department/settings.ts'
import { inProcessClient } from '../db/host/inProcess.ts'
import { printPdf } from '../db/host/printPdf.ts'
import { CommandId } from '../db/kernel/ids.ts'
import { openKernel } from '../db/kernel/open.ts'
import { caseRows } from '../db/recovery/rules/caseTable.ts'
import { ROOT } from './pages.ts'

/** Where the example papers lie. */
const OUT = join(ROOT, 'docs', 'examples')
const DAY = 86_400_000

/**
 * Makes the example papers anew, as the workstation hands them out: of the sample department's repair visit to 南浔木业,
 * from its frozen brief to minutes for both sides, and of the case that it is paid for. `node scripts/examples.ts`
 */
async function makeExamples(): Promise<void> {
  process.env.TZ = 'Asia/Shanghai'
  let now = Date.parse('2026-11-24T02:00:00Z')
  const dataFolder = mkdtempSync(join(tmpdir(), 'yushui-examples-'))
  const kernel = openKernel({
    dataFolder,
    appVersion: '0',
    now: () => now,
    derived: searchIndex,
    actor: actorName,
  })
  const engine = inProcessClient({ kernel, printPdf, logError: () => '' })
  const commandId = (): CommandId => CommandId.parse(uuidv7())
  mkdirSync(OUT, { recursive: true })
  const keep = async (name: string, file: File): Promise<void> =>
    writeFileSync(join(OUT, name), Buffer.from(await file.arrayBuffer()))
  try {
    await engine.department.loadSample({ commandId: commandId() })
    const { rows } = await engine.visits.list({})
    const visit = rows.find(({ account, kind }) => account === '南浔木业' && kind === 'repair')
    const boss = (await engine.department.members()).find(({ name }) => name === '顾长风')
    if (!visit || !boss) throw new Error('the sample has no repair visit')
    const visitId = visit.id
    const step = (event: 'confirm' | 'hold' | 'finish' | 'record'): Promise<object> =>
      engine.visits.step({ commandId: commandId(), visitIds: [visitId], event })
    const paper = (
      what: 'brief' | 'changes',
      format: 'pdf' | 'docx',
      page: 'a4' | 'phone',
      language: 'zh' | 'en' = 'zh',
    ): Promise<File> =>
      engine.briefing.paper({
        ...{ commandId: commandId(), visitId, what, format, page, language },
        ...{ audience: 'executive', readerId: boss.id, version: what === 'brief' ? 1 : null },
      })
    await step('confirm')
    for (const what of ['issues', 'figures'] as const)
      await engine.visits.review({ commandId: commandId(), visitId, what })
    await engine.briefing.freeze({ commandId: commandId(), visitId, reason: '' })
    now += DAY
    await engine.promises.add({
      commandId: commandId(),
      promises: [{ accountId: visit.accountId ?? '', what: '送来换料会签的新流程', dueOn: '2026-11-28' }],
    })
    await engine.visits.change({
      commandId: commandId(),
      edits: [{ id: visitId, field: 'place', before: '南浔木业 2 楼', after: '南浔木业 3 楼会议室' }],
    })
    await keep('brief.zh.a4.pdf', await paper('brief', 'pdf', 'a4'))
    await keep('brief.zh.phone.pdf', await paper('brief', 'pdf', 'phone'))
    await keep('brief.en.a4.pdf', await paper('brief', 'pdf', 'a4', 'en'))
    await keep('brief.zh.docx', await paper('brief', 'docx', 'a4'))
    await keep('changes.zh.phone.pdf', await paper('changes', 'pdf', 'phone'))
    await keep('visit.ics', await engine.visitCalendar.file({ visitIds: [visitId], language: 'zh' }))
    now = Date.parse('2026-11-30T04:00:00Z')
    await step('hold')
    await engine.minutes.addNote({
      ...{ commandId: commandId(), visitId, topicId: null, kind: 'plan', text: '明年三月上第二条 UV 线' },
    })
    await engine.minutes.addNote({
      ...{ commandId: commandId(), visitId, topicId: null, kind: 'note', text: '对方同意先恢复七成订单' },
    })
    await engine.minutes.addNote({
      ...{ commandId: commandId(), visitId, topicId: null, kind: 'note', text: '费总还在看对手的报价' },
      ours: true,
    })
    await step('finish')
    const { visit: sheet } = await engine.visits.get({ visitId })
    const [first] = sheet.asks
    await engine.visits.writeOutcome({
      ...{ commandId: commandId(), visitId, before: sheet.outcome },
      after: {
        answers: first ? { [first.key]: 'partly' } : {},
        ...{ reach: 'partly', note: '接受道歉和补偿方案，订单分两步恢复', nextOn: '2026-12-28' },
      },
    })
    await engine.promises.add({
      commandId: commandId(),
      promises: [
        {
          ...{ accountId: visit.accountId ?? '', what: '换料会签新流程书面送达', dueOn: '2026-12-04' },
          ...{ memberId: boss.id, source: 'visit', sourceId: visitId },
        },
      ],
    })
    await step('record')
    for (const audience of ['executive', 'customer'] as const)
      for (const format of ['pdf', 'docx'] as const)
        await keep(
          `minutes.${audience}.zh.${format}`,
          await engine.minutes.paper({ visitId, audience, format, language: 'zh' }),
        )
    await casePapers(engine, commandId, keep)
  } finally {
    await kernel.close()
    rmSync(dataFolder, { recursive: true })
  }
}

/** The 8D report and the answer of the sample's case C-0037, once it was worked to its end: nothing is missing in them. */
async function casePapers(
  engine: ReturnType<typeof inProcessClient>,
  commandId: () => CommandId,
  keep: (name: string, file: File) => Promise<void>,
): Promise<void> {
  const found = caseRows(await engine.cases.list({ show: 'all' })).find(({ code }) => code === 'C-0037')
  const boss = (await engine.department.members()).find(({ name }) => name === '顾长风')
  if (!found || !boss) throw new Error('the sample has no case C-0037')
  const caseId = found.id
  const { case: sheet } = await engine.cases.get({ caseId })
  await engine.cases.writeApology({
    ...{ commandId: commandId(), caseId, before: sheet.apology },
    after: {
      ...{ memberId: boss.id, personId: sheet.personId, on: '2026-11-30', how: 'visit' },
      words: '停线半天，是我们换料没有把好关。我代表公司向您道歉。',
    },
  })
  const step = (event: 'approve' | 'carryOut' | 'tell' | 'accept' | 'close'): Promise<object> =>
    engine.cases.step({ commandId: commandId(), caseIds: [caseId], event })
  await step('approve')
  await step('carryOut')
  const { remedies } = await engine.remedies.list({ caseId })
  for (const { id, kind } of remedies)
    if (kind !== 'improvement')
      await engine.remedies.end({ commandId: commandId(), remedyId: id, as: 'delivered' })
  await step('tell')
  await engine.cases.writeAnswer({
    ...{ commandId: commandId(), caseId, before: sheet.answer },
    after: { answer: 'accepts', words: '报告看了，就按这个办。', personId: sheet.personId, unasked: '' },
  })
  await step('accept')
  await step('close')
  for (const [paper, language, format] of EXAMPLES)
    await keep(
      `${paper}.${language}.${format}`,
      await engine.papers.make({ commandId: commandId(), caseId, paper, language, format }),
    )
}

const EXAMPLES = [
  ['report8d', 'zh', 'pdf'],
  ['report8d', 'en', 'docx'],
  ['answer', 'zh', 'docx'],
  ['answer', 'en', 'pdf'],
] as const

await makeExamples()
