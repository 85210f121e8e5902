import { describe, expect, it } from 'vitest'
import { openArchive } from '../../../db/exchange/read/zip.ts'
import { MemberId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { arrangeBrief } from '../../../db/visits/briefing/service/arrange.ts'
import { freezeBrief } from '../../../db/visits/briefing/service/freeze.ts'
import { briefPaper } from '../../../db/visits/briefing/service/paper.ts'
import { getBrief } from '../../../db/visits/briefing/service/sheet.ts'
import { live } from '../accounts/rows.ts'
import { command, refusal } from '../newKernel.ts'
import { change, hengyueVisit, idOf } from './hengyue.ts'

type Input = Parameters<typeof briefPaper>[1]

const LONG_NAME = '恒岳家居集团（浙江）智能制造与供应链管理股份有限公司东阳分公司'.repeat(3).slice(0, 80)

type Story = ReturnType<typeof hengyueVisit>

/** A visit whose brief is frozen. */
function frozen(): Story {
  const story = hengyueVisit()
  freezeBrief(story.kernel, { commandId: command(), visitId: story.visitId, reason: '' })
  return story
}

/** A paper of it for who leads, but for what is said; for PDF also the page that was printed. */
async function paper(
  { kernel, visitId }: Story,
  more: Partial<Input>,
): Promise<{ file: File; html: string }> {
  const pages: string[] = []
  const file = await briefPaper(contextOf(kernel, pages), {
    ...{
      commandId: command(),
      visitId,
      what: 'brief',
      audience: 'executive',
      reader: '',
      format: 'pdf',
      page: 'a4',
    },
    ...{ readerId: MemberId.parse(idOf(kernel, 'member', '何敬之')), version: 1, language: 'zh' },
    ...more,
  })
  return { file, html: pages[0] ?? '' }
}

describe('papers of a brief', () => {
  it('a named reader’s has everything; the watermark is a picture, not text', async () => {
    const story = frozen()
    const { html } = await paper(story, {})
    expect(html).toContain('不要主动提 D 牌')
    expect(html).toContain('家庭：')
    expect(html).toContain('底线未填')
    const body = html.slice(html.indexOf('<body'))
    expect(body).not.toContain('2026-11-24 09:30')
    expect(html).toContain(encodeURIComponent('何敬之 2026-11-24 09:30'))
  })

  it('companions’ says how much it hides, and hides it', async () => {
    const story = frozen()
    const { html } = await paper(story, { audience: 'companions' })
    const { privateFacts } = getBrief(story.kernel, { visitId: story.visitId, version: 1 })
    expect(html).toContain(`随行版隐去 <span class="n">${privateFacts} 项</span>`)
    expect(html).not.toMatch(/不要主动提|家庭：|52 天|旧账/)
  })

  it('an executive’s for somebody who is no named reader hides the same', async () => {
    const story = frozen()
    const readerId = MemberId.parse(idOf(story.kernel, 'member', '林晓舟'))
    const { html } = await paper(story, { readerId })
    expect(html).toContain('林晓舟不在指定读者之列')
    expect(html).not.toMatch(/不要主动提|家庭：|52 天|旧账/)
  })

  it('the customer’s has agenda, people and place, and nothing of ours', async () => {
    const story = frozen()
    const { html } = await paper(story, { audience: 'customer', readerId: null, reader: '恒岳 郑明霞' })
    for (const text of ['议程', '吴国梁', '东阳']) expect(html).toContain(text)
    expect(html).not.toMatch(/底线|6,842|重要客户|支持|德诺|目的|138 5550|V-0001/)
  })

  it('each one that is made is recorded with its version and its reader, and its masked facts as looked at', async () => {
    const story = frozen()
    const { kernel, visitId } = story
    const looks = live(kernel, 'reveal').length
    await paper(story, { audience: 'companions' })
    expect(live(kernel, 'reveal')).toHaveLength(looks)
    await paper(story, { page: 'phone' })
    expect(live(kernel, 'reveal').length).toBeGreaterThan(looks)
    expect(getBrief(kernel, { visitId, version: null }).exports[0]).toMatchObject({
      ...{ version: 1, audience: 'executive', reader: '何敬之', format: 'pdf phone' },
    })
  })

  it('somebody must be named', async () => {
    const story = frozen()
    await expect(paper(story, { readerId: null })).rejects.toMatchObject(refusal('BRIEF_WITHOUT_READER'))
  })

  it('the page of changes says what was and what is, or that nothing changed', async () => {
    const story = frozen()
    expect((await paper(story, { what: 'changes' })).html).toContain('没有变化')
    change(story.kernel, story.visitId, 'place', '工厂会议室')
    const { html } = await paper(story, { what: 'changes', page: 'phone' })
    expect(html).toContain('size: 90mm 195mm')
    expect(html).toMatch(/class="was">东阳 总部 <span class="n">3<\/span> 楼会议室/)
    expect(html).toContain('东阳 工厂会议室')
  })

  it('Word has headings, Chinese fonts and a watermark, in English too', async () => {
    const story = frozen()
    const { file } = await paper(story, { format: 'docx', language: 'en' })
    const archive = openArchive(Buffer.from(await file.arrayBuffer()))
    const part = async (name: string) => String(await archive.read(name))
    const document = await part('word/document.xml')
    expect(document).toContain('w:val="Heading1"')
    expect(document).toContain('1. Summary')
    expect(await part('word/styles.xml')).toContain('w:eastAsia="Microsoft YaHei"')
    const headers = await Promise.all(archive.names.filter((name) => /header\d*\.xml$/.test(name)).map(part))
    expect(headers.join()).toContain('何敬之 2026-11-24 09:30')
  })

  it('sections come in the order that was chosen, the others not at all', async () => {
    const story = frozen()
    const { kernel, visitId } = story
    const { arrangement } = getBrief(kernel, { visitId, version: null })
    const after = { ...arrangement, sections: ['agenda', 'summary'] as const }
    arrangeBrief(kernel, {
      commandId: command(),
      visitId,
      before: null,
      after: { ...after, sections: [...after.sections] },
    })
    const { html } = await paper(story, {})
    expect([...html.matchAll(/<h2[^>]*>([^<]*)/g)].map((match) => match[1])).toEqual([
      ...['一、议题与底线', '二、一页摘要'],
    ])
  })

  it('a company’s name of 80 characters keeps its head and its end in the running head', async () => {
    const story = frozen()
    const { kernel } = story
    kernel.write({ commandId: command(), label: { command: 'editAccount', params: {} } }, (tx) => {
      tx.db.prepare('UPDATE account SET name = ? WHERE name = ?').run(LONG_NAME, '恒岳家居集团')
      return {}
    })
    const { html } = await paper(story, { version: null })
    const head = /@top-left \{ content: "([^"]*)"/.exec(html)?.[1] ?? ''
    const text = head.replace(/\\([0-9a-f]+) /g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    expect(text.startsWith('恒岳家居集团（浙江）')).toBe(true)
    expect(text).toContain('…')
    expect([...text].length).toBeLessThan(42)
    expect(html).toContain(`<h1>拜访${LONG_NAME}</h1>`)
  })
})

const contextOf = (kernel: Kernel, pages: string[]) => ({
  kernel,
  logError: () => '',
  printPdf: (html: string) => {
    pages.push(html)
    return Promise.resolve(new Uint8Array([1]))
  },
})
