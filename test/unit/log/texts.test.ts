import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../db/accounts/log/rules/cleanText.ts'
import { likelyFacts, sensitiveField } from '../../../db/accounts/log/rules/likelyFacts.ts'
import { excerptOf, mentionText, piecesOf, plainText } from '../../../db/accounts/log/rules/mentions.ts'
import { freeLabel, storedText, typedText } from '../../../db/accounts/log/rules/typedMentions.ts'
import { anyText } from './anyText.ts'

const ID = '01890000-0000-7000-8000-00000000000'
const ids = fc.constantFrom('1', '2', '3').map((end) => `${ID}${end}`)
const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: fc.constantFrom('见', '@', '#', '[', ']', '(', ')', ' ', '\n', 'a', '😀') }),
    fc.tuple(fc.constantFrom('person' as const, 'account' as const), ids),
  ),
)
const texts = pieces.map((parts) =>
  parts
    .map((part) => (typeof part === 'string' ? part : mentionText(part[0], part[1], `名${part[1].at(-1)}`)))
    .join(''),
)

describe('mentions', () => {
  it('come back as they were put together', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const again = piecesOf(text)
          .map((piece) =>
            piece.kind === 'text' ? piece.text : mentionText(piece.kind, piece.id, piece.name),
          )
          .join('')
        expect(again).toBe(text)
      }),
    )
  })

  it('survive being typed: opened for correction and saved untouched, a text is the same', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(storedText(typedText(text))).toBe(text)
      }),
    )
  })

  it('are told apart where two people have one name', () => {
    const text = `${mentionText('person', `${ID}1`, '王伟')}与${mentionText('person', `${ID}2`, '王伟')}`
    const typed = typedText(text)
    expect(typed.text).toBe('@王伟与@王伟2')
    expect(piecesOf(storedText(typed)).flatMap((piece) => ('id' in piece ? [piece.id] : []))).toEqual([
      `${ID}1`,
      `${ID}2`,
    ])
    expect(freeLabel(typed.mentions, 'person', '王伟')).toBe('王伟3')
  })

  it('can’t be broken out of by a name', () => {
    const text = mentionText('person', `${ID}1`, `](javascript:alert(1))[\n${'长'.repeat(300)}`)
    expect(piecesOf(text)).toMatchObject([{ kind: 'person', id: `${ID}1` }])
  })

  it('are never cut in half by an excerpt', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 40 }), (text, most) => {
        const excerpt = excerptOf(text, most)
        expect(plainText(excerpt.text).length).toBeLessThanOrEqual(most)
        expect(excerpt.cut).toBe(plainText(text).length > most)
        expect(excerpt.text.isWellFormed()).toBe(true)
      }),
    )
  })
})

describe('cleaning', () => {
  it('takes out what Word brings along and keeps words, emoji and lines', () => {
    expect(
      cleanText('\ufeff标题\r\n\r\n\r\n\r\n\uf0b7 要点\u000b续行 \r尾\u0007格\u00a0完\u200b👨‍👩‍👧\u0000'),
    ).toBe('标题\n\n· 要点\n续行\n尾\t格 完👨‍👩‍👧')
  })

  it('leaves no control sign or mark of direction, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text)
        expect(
          [...clean].filter(
            (sign) => /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(sign) && !/[\n\t]/.test(sign),
          ),
        ).toEqual([])
        expect(cleanText(clean)).toBe(clean)
      }),
    )
  })
})

describe('likely facts', () => {
  it.each([
    ['女儿在合肥读大学', 'family'],
    ['太太住院', 'family'],
    ['刚出院，不能喝酒', 'health'],
    ['子公司在合肥，要看样板', null],
  ])('%s belongs into the masked field %s', (words, field) => {
    expect(sensitiveField(words)).toBe(field)
  })

  it.each([
    ['唐总生日是农历四月初八，老家四川宜宾。', { birthday: '农历四月初八', nativePlace: '四川宜宾' }],
    ['11月26日生日，喜欢钓鱼和黄酒', { birthday: '11月26日', interests: '钓鱼和黄酒' }],
    ['新号码 138 1234 5678，晚上8点后有空', { phone: '13812345678', rhythm: '晚上8点后有空' }],
    ['郑总是江苏常熟人，1998年入行', { nativePlace: '江苏常熟', tradeSince: '1998' }],
    ['唐总的女儿今年高考，他血压有点高', { family: '女儿今年高考', health: '血压有点高' }],
    ['他爱人住院了，改约下周', { family: '爱人住院了' }],
    ['吴总上周住院三天', { health: '住院三天' }],
    [
      'Her daughter studies in Hefei, surgery in May',
      { family: 'daughter studies in Hefei', health: 'surgery in May' },
    ],
    ['单号 20261121138123456789，谈了账期', {}],
  ])('%s', (text, facts) => {
    expect(Object.fromEntries(likelyFacts(text).map(({ field, value }) => [field, value]))).toEqual(facts)
  })
})
