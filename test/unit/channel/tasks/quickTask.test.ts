import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayMean, type Named, pairsOf, readQuickTask } from '../../../../db/channel/tasks/rules/quickTask.ts'

// a Tuesday
const TODAY = '2026-11-24'
const ACCOUNTS: Named[] = [
  '恒岳家居集团',
  '佛山美颂家具',
  '南浔木业',
  '川渝宏泰建材',
  '昆明滇池建材',
  'Harbour Coatings Ltd',
].map((name) => ({ id: name, name }))
const MEMBERS: Named[] = ['林晓舟', '方佩'].map((name) => ({ id: name, name }))
const read = (text: string) => readQuickTask(text, { today: TODAY, accounts: ACCOUNTS, members: MEMBERS })

describe('a sentence', () => {
  it.each([
    ['周五前给恒岳送样', '给恒岳送样', '2026-11-27', '恒岳家居集团'],
    ['明天下午3点拜访南浔', '拜访南浔', '2026-11-25', '南浔木业'],
    ['12月5日之前美颂家具续签合同', '美颂家具续签合同', '2026-12-05', '佛山美颂家具'],
    ['下周一 给宏泰打电话', '给宏泰打电话', '2026-11-30', '川渝宏泰建材'],
    ['月底前对账', '对账', '2026-11-30', null],
    ['3天后回访', '回访', '2026-11-27', null],
    ['2027-01-08 年会', '年会', '2027-01-08', null],
    ['call Harbour by friday', 'call Harbour', '2026-11-27', 'Harbour Coatings Ltd'],
    ['送样', '送样', null, null],
    // no day of this month either
    ['送样 2月30日', '送样 2月30日', null, null],
    ['30日送样', '送样', '2026-11-30', null],
  ])('%s', (text, title, dueOn, account) => {
    const found = read(text)
    expect([found.title, found.dueOn, found.account?.name ?? null]).toEqual([title, dueOn, account])
  })

  it('says the time, whose it is and what sort of thing', () => {
    expect(read('明天下午3点半拜访南浔')).toMatchObject({ dueTime: '15:30', kind: 'visit' })
    expect(read('周五 16:00 请方佩回访美颂')).toMatchObject({
      dueTime: '16:00',
      kind: 'call',
      owner: { name: '方佩' },
      account: { name: '佛山美颂家具' },
    })
    expect(read('25:99 送样').dueTime).toBe('')
  })

  it('takes no account where several may be meant, and says which', () => {
    const found = read('问一下建材的行情')
    expect(found.account).toBeNull()
    expect(found.ambiguous.map(({ name }) => name)).toEqual(['川渝宏泰建材', '昆明滇池建材'])
  })

  it('keeps something to call the task, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { title, dueOn } = read(text)
        expect(title === '').toBe(text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim() === '')
        if (dueOn !== null) expect(dueOn).toMatch(/^\d{4}-\d\d-\d\d$/)
      }),
    )
  })

  it('is weighed against every account that it may mean', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACCOUNTS), fc.string({ maxLength: 8 }), ({ name }, more) => {
        expect(mayMean(pairsOf(`${more}${name}`), name)).toBe(true)
      }),
    )
  })
})
