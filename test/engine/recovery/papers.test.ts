import { describe, expect, it } from 'vitest'
import { undo } from '../../../db/kernel/history.ts'
import { openPaper } from '../../../db/recovery/papers/service/paper.ts'
import { listPapers } from '../../../db/recovery/papers/service/sent.ts'
import { listTemplates, resetTemplate, saveTemplate } from '../../../db/recovery/papers/service/templates.ts'
import { noteCase } from '../../../db/recovery/service/change.ts'
import { mergeCases } from '../../../db/recovery/service/merge.ts'
import { BUILT_IN_PAPERS } from '../../../db/terms/paperTemplates.ts'
import { command } from '../newKernel.ts'
import { refused } from '../visits/newVisits.ts'
import { newCases, step } from './newCases.ts'
import { INSIDE, paperCase, papersOf, readHtml } from './paperCase.ts'

const LANGUAGES = ['zh', 'en'] as const
const ATTACK = `<img src=x onerror=alert(1)> "quoted" & 'single' {经过} # 👨‍👩‍👧 </w:t><script>`

describe('what a customer gets', () => {
  /** What each paper has to say of the case, whatever the language. */
  const TOLD = {
    acknowledgement: [
      '南浔木业',
      '费文娟',
      'C-0001',
      'UV 面漆发白',
      '下一批会不会再白',
      '检测报告',
      '顾长风',
    ],
    interim: ['费文娟', 'C-0001', '六组里四组发白', '换货 412 桶', '顾长风'],
    answer: [
      '六组里四组发白',
      '换料没有会签',
      '变更没有品质会签',
      '换货 412 桶',
      '变更必须会签',
      '是我们的错',
    ],
    report8d: [
      ...['D1', 'D8', '顾长风', '副总经理', '下一批会不会再白', '为什么发白', '残留水汽', 'QC-1118'],
      ...['出厂不测含水', '变更必须会签', '2026-12-24', '来料必测含水', '就这样办'],
    ],
  } as const

  it.each(LANGUAGES.flatMap((language) => Object.keys(TOLD).map((paper) => [language, paper] as const)))(
    '%s %s says what it must and nothing of ours, as PDF and as Word',
    async (language, name) => {
      const { paper } = paperCase()
      const kind = name as keyof typeof TOLD
      for (const format of ['pdf', 'docx'] as const) {
        const { text } = await paper({ paper: kind, language, format })
        const read = format === 'pdf' ? readHtml(text) : text
        for (const told of TOLD[kind]) expect(read).toContain(told)
        for (const inside of [...INSIDE, '何敬之']) expect(read).not.toContain(inside)
        expect(read).not.toMatch(/[{}]/)
      }
    },
  )

  it('names compensation once it is approved, and never what it costs us', async () => {
    const { kernel, caseId, paper } = paperCase()
    expect(readHtml((await paper()).text)).toContain('承担停线半天，6 万元')
    step(kernel, caseId, 'sendBack', { note: '再算' })
    const { text } = await paper()
    expect(readHtml(text)).toContain('承担停线半天（2026年12月1日前）')
    expect(readHtml(text)).not.toContain('万元')
  })

  it('knows nothing of ours: the facts that reach its screen have none', () => {
    const { kernel, caseId } = paperCase()
    const { facts } = openPaper(kernel, { caseId, paper: 'report8d', language: 'zh' })
    const known = JSON.stringify(facts)
    for (const inside of [...INSIDE, '何敬之', '严重 2 级']) expect(known).not.toContain(inside)
    expect(Object.keys(facts)).not.toContain('course')
  })
})

describe('the case file', () => {
  it.each(LANGUAGES)('in %s has everything, and says that it is internal', async (language) => {
    const { kernel, caseId, paper } = paperCase()
    await paper({ paper: 'acknowledgement' })
    const { text } = await paper({ paper: 'caseFile', language })
    const read = readHtml(text)
    for (const told of [
      '绝不能说是供应链的人漏的',
      '查批次',
      '何敬之',
      'QC-1118',
      '38%',
      '就这样办',
      '2026-12-24',
    ])
      expect(read).toContain(told)
    expect(read).toContain(language === 'zh' ? '9.4 万元' : 'CNY 94,000')
    expect(read).toContain(language === 'zh' ? '受理函' : 'Acknowledgement')
    const { frame } = openPaper(kernel, { caseId, paper: 'caseFile', language })
    expect(frame.headRight).toBe(language === 'zh' ? '内部资料，不外传' : 'Internal')
  })

  it('prints the whole course of 500 events in their order, and what was missed', async () => {
    const { kernel, clock, record } = newCases()
    const caseId = record({ impact: 2 })
    clock.now += 3 * 86_400_000
    for (let at = 1; at <= 500; at += 1)
      noteCase(kernel, { commandId: command(), caseId, text: `第 ${at} 条`, theirs: false, personId: null })
    const { text } = await papersOf(kernel, caseId)({ paper: 'caseFile' })
    const read = readHtml(text)
    const places = Array.from({ length: 500 }, (_, at) => read.lastIndexOf(`第 ${at + 1} 条`))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(read).toContain('答复受理到期未完成')
  })

  it('tells when something was written down long after it happened', async () => {
    const { kernel, clock, record } = newCases()
    const caseId = record({ cameAt: '2026-11-20T01:00:00Z' })
    clock.now = Date.parse('2026-11-24T02:00:00Z')
    step(kernel, caseId, 'acknowledge', { at: '2026-11-20T02:00:00Z' })
    const { text } = await papersOf(kernel, caseId)({ paper: 'caseFile' })
    expect(readHtml(text)).toMatch(/2026-11-20 \d\d:00答复受理.{0,20}（2026-11-24 \d\d:00 才记下）/)
  })
})

describe('facts that are missing', () => {
  it('stand there by name, are counted, and hold a customer’s paper up until somebody saw them', async () => {
    const { kernel, record } = newCases()
    const caseId = record()
    const paper = papersOf(kernel, caseId)
    await expect(paper({ despiteGaps: false })).rejects.toMatchObject({
      ...{ code: 'PAPER_HAS_GAPS', data: { count: 9 } },
    })
    expect(listPapers(kernel, { caseId }).papers).toEqual([])
    const { text } = await paper()
    for (const gap of ['还没有核实', '还没有道歉', '还没有补救措施', '还不知道是谁提出的'])
      expect(text).toContain(`<span class="gap">${gap}</span>`)
    expect((await paper({ format: 'docx' })).text).toContain('〔还没有核实〕')
    await expect(paper({ paper: 'caseFile', despiteGaps: false })).resolves.toBeDefined()
  })

  it('are filled for one paper by writing its lines anew', async () => {
    const { kernel, record, buyer, boss } = newCases()
    const caseId = record({ personId: buyer, ownerId: boss, words: '又白了', remedyAsked: '换货' })
    const paper = papersOf(kernel, caseId)
    const line = '“{客户原话}”'
    const given = { paper: 'acknowledgement', despiteGaps: false, rewritten: { [line]: ATTACK } } as const
    const { text } = await paper(given)
    expect(readHtml(text)).toContain(ATTACK)
    expect(readHtml(text)).not.toContain('又白了')
    expect(readHtml((await paper({ paper: 'acknowledgement' })).text)).toContain('又白了')
  })
})

describe('what customers wrote', () => {
  it.each([...LANGUAGES])('stays text in every paper in %s', async (language) => {
    const { paper } = paperCase({ words: ATTACK, title: `${ATTACK} 标题` })
    for (const kind of ['acknowledgement', 'report8d', 'caseFile'] as const) {
      const { text, name } = await paper({ paper: kind, language })
      expect(text).not.toContain('<img')
      expect(text).not.toContain('<script')
      expect(readHtml(text)).toContain(ATTACK)
      expect(name).not.toMatch(/[<>:"/\\|?*]/)
      const word = await paper({ paper: kind, language, format: 'docx' })
      expect(word.text).not.toContain('<img')
      expect(word.text).not.toContain('<script')
      expect(word.text).toContain('&lt;img src=x onerror=alert(1)&gt;')
    }
  })

  it('may hold what no file may: Word can open it', async () => {
    const { paper } = paperCase({ words: `前\u0001\u000B中\uD800后\n下一行` })
    const { text } = await paper({ paper: 'acknowledgement', format: 'docx' })
    expect(text.replaceAll(/\s/g, '')).not.toMatch(/[\p{Cc}\uFFFF]/u)
    expect(text).toContain('下一行')
    expect(text).toMatch(/前中.?后/)
  })
})

describe('papers that left', () => {
  it('are noted with who, when and how, stay noted after undo, and tell the language of their customer', async () => {
    const { kernel, caseId, paper, record } = paperCase()
    expect(listPapers(kernel, { caseId }).language).toBeNull()
    const { name } = await paper({ paper: 'interim', language: 'en', format: 'docx' })
    expect(name).toBe('Progress report – UV 面漆发白.docx')
    await paper({ paper: 'caseFile', language: 'zh' })
    const { papers, language } = listPapers(kernel, { caseId })
    expect(papers).toMatchObject([
      { paper: 'caseFile', language: 'zh', format: 'pdf' },
      { paper: 'interim', language: 'en', format: 'docx', at: kernel.now() },
    ])
    // the case file stays inside: it doesn't say how its customer is written to
    expect(language).toBe('en')
    const other = record({ title: '另一件' })
    expect(listPapers(kernel, { caseId: other })).toEqual({ papers: [], language: 'en' })
    undo(kernel, command())
    expect(listPapers(kernel, { caseId }).papers).toHaveLength(2)
  })

  it('go with a case that turned out to be the same', async () => {
    const { kernel, caseId, record } = paperCase()
    const other = record({ title: '同一件' })
    await papersOf(kernel, other)({ paper: 'acknowledgement' })
    mergeCases(kernel, { commandId: command(), caseId, otherId: other })
    expect(listPapers(kernel, { caseId }).papers).toMatchObject([{ paper: 'acknowledgement' }])
  })
})

describe('how the department words its papers', () => {
  const which = { paper: 'answer', language: 'zh' } as const
  const built = BUILT_IN_PAPERS.zh.answer

  it('is what papers say, can be taken back, and goes back to what is built in', async () => {
    const { kernel, paper } = paperCase()
    const save = (before: string, content: string) =>
      saveTemplate(kernel, { commandId: command(), ...which, before, content })
    const own = (): { content: string; own: boolean } | undefined =>
      listTemplates(kernel).find((one) => one.paper === 'answer' && one.language === 'zh')
    save(built, '# 致{客户}\n湖州涂料 {owner} 敬上')
    const { name, text } = await paper()
    expect(name).toBe('致南浔木业.pdf')
    expect(readHtml(text)).toContain('湖州涂料 顾长风 敬上')
    expect((await paper({ language: 'en' })).name).toContain('Our answer')
    save('# 致{客户}\n湖州涂料 {owner} 敬上', '# 又一种')
    undo(kernel, command())
    expect(own()).toMatchObject({ content: '# 致{客户}\n湖州涂料 {owner} 敬上', own: true })
    expect(() => save(built, '# 别的窗口')).toThrow(refused('TEMPLATE_CHANGED'))
    resetTemplate(kernel, { commandId: command(), ...which, before: own()?.content ?? '' })
    expect(own()).toMatchObject({ content: built, own: false })
    undo(kernel, command())
    expect(own()).toMatchObject({ own: true })
  })

  it('refuses places that there aren’t, and internal ones in what a customer gets', () => {
    const { kernel } = newCases()
    const save = (paper: 'answer' | 'caseFile', content: string) =>
      saveTemplate(kernel, {
        ...{ commandId: command(), paper, language: 'zh', content },
        before: BUILT_IN_PAPERS.zh[paper],
      })
    expect(() => save('answer', '致{客户名}、{谁}')).toThrow(
      refused('PLACES_UNKNOWN', { names: '客户名, 谁' }),
    )
    expect(() => save('answer', '{补救明细}')).toThrow(refused('PLACES_INSIDE', { names: '补救明细' }))
    save('caseFile', '{补救明细}')
  })
})
