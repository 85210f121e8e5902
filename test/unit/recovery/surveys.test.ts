import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SURVEY_KINDS } from '../../../db/recovery/rules/words.ts'
import {
  distributionOf,
  fallsOf,
  figureOf,
  type SurveyFigure,
  trendOf,
} from '../../../db/recovery/surveys/rules/figures.ts'
import { questionsOf } from '../../../db/recovery/surveys/rules/questions.ts'
import {
  fitsScale,
  isBadScore,
  SCALES,
  type SurveyKind,
  scoresOf,
} from '../../../db/recovery/surveys/rules/scale.ts'
import { layOutSurveys } from '../../../db/recovery/surveys/rules/trendDrawing.ts'
import { usualDay } from '../../../db/recovery/surveys/rules/usualDay.ts'

const kind = fc.constantFrom<SurveyKind>(...SURVEY_KINDS)
const scoresFor = (of: SurveyKind, minLength = 1) =>
  fc.array(fc.integer({ min: SCALES[of].from, max: SCALES[of].to }), { minLength, maxLength: 60 })
const answered = kind.chain((of) => scoresFor(of).map((scores) => ({ of, scores })))

describe('net recommendation', () => {
  it('is the percent of promoters less that of detractors', () => {
    expect(figureOf('recommend', [10, 9, 8, 7, 6, 0])).toMatchObject({ value: 0, count: 6 })
    expect(figureOf('recommend', [10, 10, 9, 7, 3])?.value).toBeCloseTo(40)
    expect(figureOf('recommend', [0, 6])).toMatchObject({ value: -100, detractors: 1 })
    expect(figureOf('recommend', [])).toBeNull()
  })

  it('has shares of one whole, and lies between all detractors and all promoters', () => {
    fc.assert(
      fc.property(scoresFor('recommend'), (scores) => {
        const figure = figureOf('recommend', scores)
        if (figure?.kind !== 'recommend') throw new Error('no figure')
        expect(figure.promoters + figure.passives + figure.detractors).toBeCloseTo(1)
        expect(Math.abs(figure.value)).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('rises with a promoter more, falls with a detractor more, whatever was answered before', () => {
    fc.assert(
      fc.property(scoresFor('recommend'), (scores) => {
        const value = (more: number[]): number => figureOf('recommend', [...scores, ...more])?.value ?? 0
        expect(value([10])).toBeGreaterThanOrEqual(value([]) - 1e-9)
        expect(value([0])).toBeLessThanOrEqual(value([]) + 1e-9)
      }),
    )
  })
})

describe('contentment', () => {
  it('is the mean of five points, with the share of those who gave four or five', () => {
    expect(figureOf('content', [5, 4, 3, 2])).toEqual({ kind: 'content', value: 3.5, good: 0.5, count: 4 })
  })

  it('lies between the lowest and the highest score, in any order', () => {
    fc.assert(
      fc.property(scoresFor('content'), (scores) => {
        const value = figureOf('content', scores)?.value ?? Number.NaN
        expect(value).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9)
        expect(value).toBeLessThanOrEqual(Math.max(...scores) + 1e-9)
        expect(figureOf('content', scores.toReversed())?.value).toBeCloseTo(value)
      }),
    )
  })
})

describe('scores', () => {
  it('are counted once each, over the whole scale', () => {
    fc.assert(
      fc.property(answered, ({ of, scores }) => {
        const spread = distributionOf(of, scores)
        expect(spread.map(({ score }) => score)).toEqual(scoresOf(of))
        expect(spread.reduce((sum, { count }) => sum + count, 0)).toBe(scores.length)
      }),
    )
  })

  it('that are bad ask for a case: six of ten and less, two of five and less', () => {
    expect(scoresOf('recommend').filter((score) => isBadScore('recommend', score))).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ])
    expect(scoresOf('content').filter((score) => isBadScore('content', score))).toEqual([1, 2])
  })

  it('outside their scale, or between its points, don’t fit', () => {
    for (const [score, fits] of [
      [0, true],
      [10, true],
      [11, false],
      [-1, false],
      [7.5, false],
      [Number.NaN, false],
    ] as const)
      expect(fitsScale(score, SCALES.recommend)).toBe(fits)
    expect(fitsScale(0, SCALES.content)).toBe(false)
  })
})

const survey = (id: string, openedOn: string, scores: number[]) => ({
  id,
  openedOn,
  figure: figureOf('recommend', scores) satisfies SurveyFigure | null,
})

describe('the trend over surveys', () => {
  it('goes from the oldest to the newest, without those that nobody answered', () => {
    const trend = trendOf([
      survey('c', '2026-11-01', [10, 10, 8, 2]),
      survey('b', '2026-05-01', []),
      survey('a', '2026-01-01', [10, 0]),
    ])
    expect(trend.points.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(trend.change).toBeCloseTo(25)
    expect(trendOf([survey('a', '2026-01-01', [10])]).change).toBeNull()
  })

  it('is drawn over the whole range of its figure: what is higher stands higher, and nothing leaves the box', () => {
    const box = { left: 0, right: 100, top: 10, bottom: 90 }
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 9 }), (values) => {
        const points = values.map((value, at) => ({ id: String(at), value, text: '', day: '' }))
        const placed = layOutSurveys('recommend', points, box).points
        for (const [at, { x, y, value }] of placed.entries()) {
          expect(y >= box.top && y <= box.bottom && x >= box.left && x <= box.right).toBe(true)
          const next = placed[at + 1]
          if (next) expect(Math.sign(next.y - y) + Math.sign(next.value - value)).toBe(0)
        }
      }),
    )
  })
})

describe('the accounts that fell', () => {
  it('are those below their own last answer, the deepest first', () => {
    const scores = [
      { surveyId: 's1', accountId: 'deep', score: 9 },
      { surveyId: 's1', accountId: 'little', score: 9 },
      { surveyId: 's1', accountId: 'rose', score: 3 },
      { surveyId: 's1', accountId: 'silent', score: 10 },
      { surveyId: 's2', accountId: 'little', score: 10 },
      { surveyId: 's3', accountId: 'deep', score: 2 },
      { surveyId: 's3', accountId: 'little', score: 9.5 },
      { surveyId: 's3', accountId: 'rose', score: 8 },
      { surveyId: 's3', accountId: 'new', score: 0 },
      { surveyId: 'later', accountId: 'rose', score: 0 },
    ]
    expect(fallsOf(['s1', 's2', 's3'], scores)).toEqual([
      { accountId: 'deep', before: 9, now: 2 },
      { accountId: 'little', before: 10, now: 9.5 },
    ])
    expect(fallsOf(['s1'], scores)).toEqual([])
  })
})

describe('the questions of a survey', () => {
  const before = [
    { key: 'q1', text: '交货' },
    { key: 'q2', text: '服务' },
    { key: 'q3', text: '价格' },
  ]

  it('keep their keys when they are moved or corrected, so that answers stay theirs', () => {
    expect(questionsOf(['价格', '交货'], before)).toEqual([before[2], before[0]])
    expect(questionsOf(['交货准时', '服务', ' 价格 ', ''], before)).toEqual([
      { key: 'q1', text: '交货准时' },
      before[1],
      before[2],
    ])
  })

  it('never share a key, and give none of a dropped one to a new one', () => {
    expect(questionsOf(['交货', '服务', '价格', '技术'], before)[3]).toEqual({ key: 'q4', text: '技术' })
    const lines = fc.array(fc.constantFrom('交货', '服务', '价格', '技术', '交货', '  ', '态度'), {
      maxLength: 14,
    })
    fc.assert(
      fc.property(lines, (texts) => {
        const asked = questionsOf(texts, before)
        expect(asked.map(({ text }) => text)).toEqual(texts.filter((text) => text.trim() !== ''))
        expect(new Set(asked.map(({ key }) => key)).size).toBe(asked.length)
      }),
    )
  })
})

it('an answer without a day is of today, or of the day on which the survey was closed', () => {
  expect(usualDay({ closedOn: null }, '2026-11-24')).toBe('2026-11-24')
  expect(usualDay({ closedOn: '2026-11-30' }, '2026-11-24')).toBe('2026-11-24')
  expect(usualDay({ closedOn: '2026-11-20' }, '2026-11-24')).toBe('2026-11-20')
})
