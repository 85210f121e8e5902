import { beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../../db/contract.ts'
import { fileErrors } from '../../../db/exchange/contract.ts'
import { ANSWER_REFUSALS } from '../../../db/recovery/surveys/contract.ts'
import { fileReasonText } from '../../../db/terms/fileReasons.ts'
import { en, zh } from '../../../renderer/i18n/catalogues.ts'
import { i18n } from '../../../renderer/i18n/i18n.ts'
import { problemText } from '../../../renderer/i18n/problemText.ts'
import { moneyUnitStore } from '../../../renderer/ui/moneyUnit.ts'
import { speakForTests } from './speak.ts'

/** Every error code of the contract, with the reasons its data may give, found by walking the tree. */
function codes(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null) return found
  if ('~orpc' in node) {
    const inner = node['~orpc']
    if (typeof inner === 'object' && inner !== null && 'errorMap' in inner)
      for (const code of Object.keys(inner.errorMap ?? {})) found.add(code)
    return found
  }
  for (const child of Object.values(node)) codes(child, found)
  return found
}

/** Those that are thrown, and those that an output tells of. */
const CODES = [...new Set([...codes(contract), ...ANSWER_REFUSALS])].sort()
const LANGUAGES = ['zh', 'en'] as const

describe.each(LANGUAGES)('errors in %s', (language) => {
  beforeAll(() => speakForTests(language))

  it('the walk finds the contract’s errors', () => {
    expect(CODES).toContain('CELLS_CHANGED')
    expect(CODES.length).toBeGreaterThan(30)
  })

  it.each(CODES)('%s says what happened, why, and what to do next', (code) => {
    const catalogue: Record<string, Record<string, string> | undefined> = { zh, en }[language].error
    const texts = catalogue[code]
    expect(texts, `error.${code} is missing`).toBeDefined()
    for (const part of ['what', 'why', 'next']) expect(texts?.[part], `${code}.${part}`).toBeTruthy()
  })
})

describe('a problem in words', () => {
  beforeAll(() => speakForTests('zh'))

  it('fills in what the error knows', () => {
    const text = problemText({ code: 'CODE_TAKEN', data: { code: 'A-7', name: '南浔木业' } }, i18n.t)
    expect(text.what).toContain('A-7')
    expect(text.why).toContain('南浔木业')
    expect(text.code).toBe('CODE_TAKEN')
  })

  it('gives the reason that the error names', () => {
    const full = problemText({ code: 'NOT_SAVED', data: { reason: 'diskFull' } }, i18n.t)
    expect(full.why).toBe(zh.error.NOT_SAVED.why_diskFull)
    const html = problemText({ code: 'FILE_UNREADABLE', data: { reason: 'html', detail: '' } }, i18n.t)
    expect(html.why).toContain('HTML')
    expect(html.next).toContain('Excel')
  })

  it('knows every reason for which a file can’t be read, and gives cards advice of their own', () => {
    for (const reason of fileErrors.FILE_UNREADABLE.data.shape.reason.options) {
      const data = { reason, detail: '4' }
      const text = problemText({ code: 'FILE_UNREADABLE', data }, i18n.t)
      expect(text.why, reason).toBe(fileReasonText(reason, '4', 'zh'))
    }
    for (const reason of ['vcardOpen', 'notAVcard', 'tooManyCards']) {
      const { next } = problemText({ code: 'FILE_UNREADABLE', data: { reason, detail: '4' } }, i18n.t)
      expect(next, reason).toContain('.vcf')
      expect(next, reason).not.toContain('Excel')
    }
  })

  it('names the command of a conflict and the field of a refused value', () => {
    const label = { command: 'removeAccounts', params: { count: 3, name: '' } }
    const conflict = problemText(
      { code: 'UNDO_CONFLICT', data: { label, conflicts: 2, table: 'account' } },
      i18n.t,
    )
    expect(conflict.what).toContain('删除 3 个客户')
    const refused = problemText(
      { code: 'VALUE_REFUSED', data: { name: '甲', field: 'phone', value: 'x' } },
      i18n.t,
    )
    expect(refused.what).toContain('电话')
  })

  it('tells an instant by the clock on the wall, and that it is past or to come', () => {
    const data = { at: new Date('1970-01-01T00:00:00').toISOString(), reason: 'past', from: '2021-11-23' }
    const { why } = problemText({ code: 'ASKED_AT_REFUSED', data }, i18n.t)
    expect(why).toContain('1970-01-01 周四 00:00 太早')
    expect(why).not.toMatch(/T\d|Z/)
    const ahead = { ...data, at: new Date('2030-05-01T09:05:00').toISOString(), reason: 'future' }
    expect(problemText({ code: 'ASKED_AT_REFUSED', data: ahead }, i18n.t).why).toContain('09:05 还没有到')
  })

  it('tells refused input by what the screen calls it, and never by the name of a path', () => {
    const why = (...paths: (string | number)[][]) =>
      problemText({ code: 'REFUSED_INPUT', data: { paths } }, i18n.t).why
    expect(why(['edits', 0, 'finding'])).toBe(`“${i18n.t('mystery.field.finding')}”太长或格式不对。`)
    // a name that rooms use for different things, and one that none of them knows
    for (const name of ['why', 'nonsense']) expect(why([name])).toBe('有的值超出长度或格式不对。')
  })

  it('names the field that another window wrote into, and speaks of its content where nobody says which', () => {
    const why = (data: object) => problemText({ code: 'CELLS_CHANGED', data }, i18n.t).why
    const data = { cells: 1, name: 'V-0050', current: '定日期' }
    expect(why({ ...data, field: 'wished' })).toContain(i18n.t('visits.field.wished'))
    expect(why({ ...data, field: 'city' })).toContain(i18n.t('visits.column.city'))
    expect(why(data)).toContain(i18n.t('app.someValue'))
  })

  it('tells money that another window entered in the unit it is shown in', () => {
    const data = { cells: 1, name: '甲', field: '年交易额', current: 684_200_000, unit: 'money' }
    const why = () => problemText({ code: 'CELLS_CHANGED', data }, i18n.t).why
    expect(why()).toContain('“684.2 万元”')
    moneyUnitStore.set('yuan')
    expect(why()).toContain('“6,842,000 元”')
    moneyUnitStore.set('tenThousand')
  })

  it('tells a code it doesn’t know as unexpected, with the code and the log’s id for support', () => {
    const text = problemText({ code: 'INTERNAL', data: { logId: 'L-42' } }, i18n.t)
    expect(text.what).toBe(zh.error.UNEXPECTED.what)
    expect(text.code).toBe('INTERNAL L-42')
  })
})
