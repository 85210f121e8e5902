import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, plainOf } from '../../../db/exchange/rules/document.ts'
import {
  type Facts,
  faultsOf,
  fillPaper,
  paperBlocks,
  titleOf,
} from '../../../db/recovery/papers/rules/filling.ts'
import { placeNamed } from '../../../db/recovery/papers/rules/names.ts'
import { OPEN_PLACES, PLACES, type Place } from '../../../db/recovery/papers/rules/places.ts'
import { isInside, PAPER_KINDS, PAPER_LANGUAGES } from '../../../db/recovery/papers/rules/words.ts'
import { GAP_WORDS, PLACE_WORDS } from '../../../db/terms/papers.ts'
import { BUILT_IN_PAPERS } from '../../../db/terms/paperTemplates.ts'

/** What a reader reads of blocks, line by line. */
function read(blocks: readonly Block[]): string[] {
  return blocks.flatMap(readBlock)
}

function readBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'text':
      return [plainOf(block.text)]
    case 'list':
      return block.items.map(plainOf)
    case 'facts':
      return block.rows.map((row) => row.join(' '))
    case 'table':
      return block.rows.map((row) => row.map(plainOf).join(' '))
    case 'checks':
    case 'pageBreak':
    case 'signatures':
      return []
  }
}

const said = (content: string, facts: Facts, rewritten = {}): string[] =>
  read(paperBlocks(fillPaper(content, facts, 'zh', rewritten).parts))

const place = fc.constantFrom<Place>(...PLACES)
/** Words with no sign that a template reads. */
const words = fc
  .stringMatching(/^[A-Za-z0-9，。、 ]{1,40}$/)
  .map((text) => text.trim())
  .filter((text) => text !== '')
const known = fc
  .dictionary(place, fc.option(words, { nil: '' }))
  .map(
    (texts): Facts =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, { kind: 'text', text }])),
  )

describe('a template that is filled', () => {
  it('has every place filled or named as missing, and no raw place left', () => {
    const line = fc.tuple(words, place, words)
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), known, (lines, facts) => {
        const content = lines
          .map(([before, name, behind]) => `${before}{${PLACE_WORDS.zh[name]}}${behind}`)
          .join('\n')
        const { parts, gaps } = fillPaper(content, facts, 'zh')
        const told = read(parts.flatMap(({ blocks }) => blocks)).join('\n')
        expect(told).not.toMatch(/[{}]/)
        for (const [, name] of lines) {
          const value = facts[name]
          const text = value?.kind === 'text' ? value.text : ''
          if (text === '') {
            expect(gaps).toContain(name)
            expect(told).toContain(GAP_WORDS.zh[name])
          } else {
            expect(gaps).not.toContain(name)
            expect(told).toContain(text)
          }
        }
      }),
    )
  })

  it('without places says what it says', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), known, (lines, facts) => {
        expect(said(lines.join('\n'), facts)).toEqual(lines)
        expect(fillPaper(lines.join('\n'), facts, 'zh').gaps).toEqual([])
      }),
    )
  })

  it('never reads what a customer wrote as a template', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }), (wrote) => {
        fc.pre(wrote.trim() !== '')
        const facts: Facts = {
          words: { kind: 'text', text: wrote },
          owner: { kind: 'text', text: '林晓舟' },
        }
        expect(said('他说：{客户原话}。', facts)).toEqual([`他说：${wrote}。`])
      }),
    )
    const facts: Facts = { words: { kind: 'text', text: '# {负责人}\n- {经过}' } }
    expect(said('{客户原话}', facts)).toEqual(['# {负责人}\n- {经过}'])
  })

  it('takes places by either name, between wide braces too, and says which it doesn’t know', () => {
    const facts: Facts = { account: { kind: 'text', text: '南浔木业' } }
    expect(said('致｛客户｝、{ Account }', facts)).toEqual(['致南浔木业、南浔木业'])
    expect(faultsOf('answer', '{客户}{客户名}{没有}{客户名}')).toEqual({
      unknown: ['客户名', '没有'],
      inside: [],
    })
    expect(said('致{客户名}', facts)).toEqual(['致没有“客户名”这一项'])
  })

  it('keeps what is internal out of every paper but the case file', () => {
    for (const paper of PAPER_KINDS)
      expect(faultsOf(paper, '{客户}{补救明细}').inside).toEqual(isInside(paper) ? [] : ['补救明细'])
  })

  it('makes a list of items that follow each other, and leaves lists and tables whole in a sentence', () => {
    const facts: Facts = {
      remedies: { kind: 'list', items: ['换货', '返修'] },
      whys: { kind: 'table', heads: ['a', 'b'], widths: [50, 50], rows: [['1', '2']] },
    }
    const blocks = paperBlocks(fillPaper('- 一\n- 二\n{补救措施}\n先{补救措施}。', facts, 'zh').parts)
    expect(blocks).toEqual([
      { kind: 'list', items: ['一', '二', '换货', '返修'] },
      { kind: 'text', text: '先换货；返修。' },
    ])
    expect(read(paperBlocks(fillPaper('为什么：{五问}。', facts, 'zh').parts))).toEqual(['为什么：', '1 2'])
  })

  it('lets a list be written anew, an item a line, and a table not', () => {
    const facts: Facts = {
      remedies: { kind: 'list', items: ['换货', '返修'] },
      whys: { kind: 'table', heads: ['a'], widths: [100], rows: [['为什么']] },
    }
    const rewritten = { '{补救措施}': 'Exchange\n\n{返修}', '{五问}': '不问了' }
    expect(said('{补救措施}\n{五问}', facts, rewritten)).toEqual(['Exchange', '{返修}', '为什么'])
    const plain = fillPaper('{补救措施}\n{五问}', facts, 'zh').parts.map((part) => part.plain)
    expect(plain).toEqual(['换货\n返修', null])
    expect(said('{补救措施}', facts, { '{补救措施}': '' })).toEqual([])
  })

  it('says what somebody wrote for this once, and still names what they left empty', () => {
    const content = '# 关于{事由}\n结论：{核实结论}\n负责人：{负责人}'
    const line = '结论：{核实结论}'
    const { parts, gaps } = fillPaper(content, {}, 'zh')
    expect(gaps).toEqual(['title', 'finding', 'owner'])
    expect(parts[0]?.plain).toBe('结论：〔还没有核实〕')
    const left = fillPaper(content, {}, 'zh', { [line]: '我们正在查。〔还没有核实〕' })
    expect(left.gaps).toContain('finding')
    const written = fillPaper(content, {}, 'zh', { [line]: '# 正在{查}，周五前答复' })
    expect(written.gaps).not.toContain('finding')
    expect(read(paperBlocks(written.parts))[0]).toBe('# 正在{查}，周五前答复')
    expect(said(content, {}, { [line]: ' ' })).toEqual(['负责人：没有负责人'])
    expect(titleOf(fillPaper(content, {}, 'zh', { '# 关于{事由}': '致歉函' }), 'answer', 'zh')).toBe('致歉函')
  })
})

describe('the built-in templates', () => {
  it.each(PAPER_LANGUAGES.flatMap((language) => PAPER_KINDS.map((paper) => [language, paper] as const)))(
    '%s %s name no place that there isn’t, and none that its reader may not see',
    (language, paper) => {
      expect(faultsOf(paper, BUILT_IN_PAPERS[language][paper])).toEqual({ unknown: [], inside: [] })
      expect(BUILT_IN_PAPERS[language][paper]).toMatch(/^# /)
    },
  )

  it('call every place by a name of its own in each language', () => {
    for (const language of PAPER_LANGUAGES)
      for (const one of PLACES) expect(placeNamed(PLACE_WORDS[language][one])).toBe(one)
    expect(OPEN_PLACES.length).toBeLessThan(PLACES.length)
  })
})
