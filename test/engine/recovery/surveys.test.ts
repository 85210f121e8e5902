import { describe, expect, it } from 'vitest'
import { merge } from '../../../db/accounts/merging/service/merge.ts'
import { redo, undo } from '../../../db/kernel/history.ts'
import type { SurveyId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { NewCase } from '../../../db/recovery/contract.ts'
import { getCase } from '../../../db/recovery/service/sheet.ts'
import type { SurveyDraft, WrittenAnswer } from '../../../db/recovery/surveys/contract.ts'
import {
  answerSurvey,
  recordSurveyCase,
  removeAnswers,
} from '../../../db/recovery/surveys/service/answers.ts'
import { getSurvey, listSurveys } from '../../../db/recovery/surveys/service/read.ts'
import { removeSurveys, saveSurvey } from '../../../db/recovery/surveys/service/write.ts'
import { command } from '../newKernel.ts'
import { refused } from '../visits/newVisits.ts'
import { newCases } from './newCases.ts'

const TODAY = '2026-11-24'
const QUESTIONS = [
  { key: 'q1', text: '交货准时' },
  { key: 'q2', text: '有问必答' },
]

const save = (kernel: Kernel, given: Partial<SurveyDraft> = {}, surveyId: SurveyId | null = null): SurveyId =>
  saveSurvey(kernel, {
    commandId: command(),
    surveyId,
    survey: {
      ...{
        name: '2026 下半年',
        kind: 'recommend',
        questions: QUESTIONS,
        openedOn: '2026-11-01',
        closedOn: null,
      },
      ...given,
    },
  }).surveyId

const said = (given: Partial<WrittenAnswer> = {}): WrittenAnswer => ({
  ...{ answerId: null, account: '南浔木业', person: '', score: 9, answers: {}, words: '', answeredOn: TODAY },
  ...given,
})
const answer = (kernel: Kernel, surveyId: SurveyId, ...answers: Partial<WrittenAnswer>[]) =>
  answerSurvey(kernel, { commandId: command(), surveyId, answers: answers.map(said) })
const read = (kernel: Kernel, surveyId: SurveyId) => getSurvey(kernel, { surveyId })

/** A department with a survey that is open. */
function newSurvey() {
  const department = newCases()
  return { ...department, surveyId: save(department.kernel) }
}

describe('a survey', () => {
  it('has a figure, shares by question, and says which accounts fell against the survey before', () => {
    const { kernel, surveyId } = newSurvey()
    const before = save(kernel, { name: '2026 上半年', openedOn: '2026-05-01', closedOn: '2026-06-30' })
    answer(
      kernel,
      before,
      { score: 10, answeredOn: '2026-05-20' },
      { account: '恒岳家居集团', score: 6, answeredOn: '2026-05-20' },
    )
    answer(
      kernel,
      surveyId,
      { score: 3, person: '沈木生', answers: { q1: 2, q2: 4 } },
      { score: 9, person: '费文娟', answers: { q1: 5 } },
      { account: '恒岳家居集团', score: 10 },
    )
    const { survey, result } = read(kernel, surveyId)
    expect(survey).toMatchObject({ answers: 3, figure: { kind: 'recommend', count: 3 } })
    expect(survey.figure?.value).toBeCloseTo(100 / 3)
    expect(result).toMatchObject({
      accounts: 2,
      ofAccounts: 2,
      questions: [
        { text: '交货准时', mean: 3.5, count: 2 },
        { text: '有问必答', mean: 4, count: 1 },
      ],
      falls: [{ account: '南浔木业', before: 10, now: 6 }],
    })
    expect(result.trend.points.map(({ name }) => name)).toEqual(['2026 上半年', '2026 下半年'])
    expect(result.trend.change).toBeCloseTo(100 / 3)
    expect(listSurveys(kernel).rows.map(({ name, answers }) => [name, answers])).toEqual([
      ['2026 下半年', 3],
      ['2026 上半年', 2],
    ])
    removeSurveys(kernel, { commandId: command(), surveyIds: [before] })
    expect(read(kernel, surveyId).result).toMatchObject({ falls: [], trend: { change: null } })
    undo(kernel, command())
    expect(read(kernel, surveyId).result.falls).toHaveLength(1)
  })

  it('asks at its head what it asked once somebody answered; what is asked besides may change', () => {
    const { kernel, surveyId } = newSurvey()
    save(kernel, { kind: 'content' }, surveyId)
    save(kernel, {}, surveyId)
    answer(kernel, surveyId, { answers: { q1: 3 } })
    expect(() => save(kernel, { kind: 'content' }, surveyId)).toThrow(
      refused('SURVEY_ANSWERED', { name: '2026 下半年' }),
    )
    save(kernel, { questions: [{ key: 'q1', text: '准时交货' }] }, surveyId)
    expect(read(kernel, surveyId).result.questions).toEqual([
      { key: 'q1', text: '准时交货', mean: 3, count: 1 },
    ])
    expect(() => save(kernel, { openedOn: '2026-11-20', closedOn: '2026-11-10' }, surveyId)).toThrow(
      refused('DAYS_OUT_OF_ORDER'),
    )
  })
})

describe('an answer', () => {
  it.each([
    [{ account: '没有这家' }, 'ANSWER_ACCOUNT_UNKNOWN'],
    [{ person: '无名氏' }, 'ANSWER_PERSON_UNKNOWN'],
    [{ score: 11 }, 'SCORE_OUTSIDE'],
    [{ score: -1 }, 'SCORE_OUTSIDE'],
    [{ answers: { q1: 0 } }, 'SCORE_OUTSIDE'],
    [{ answeredOn: '2026-11-25' }, 'DAY_TO_COME'],
    [{ answeredOn: '2026-10-31' }, 'SURVEY_NOT_OPEN'],
  ] as const)(
    'that says %j is refused with %s, and the good ones of the block are written in one step',
    (given, code) => {
      const { kernel, surveyId } = newSurvey()
      const { refused: bad } = answer(kernel, surveyId, { account: '恒岳家居集团' }, given, { score: 7 })
      expect(bad).toMatchObject([{ at: 1, code }])
      const written = read(kernel, surveyId).answers.map(({ account, score }) => `${account} ${score}`)
      expect(written.sort()).toEqual(['南浔木业 7', '恒岳家居集团 9'])
      undo(kernel, command())
      expect(read(kernel, surveyId).answers).toEqual([])
    },
  )

  it('that is refused says each its own reason; where all are, nothing is left to undo', () => {
    const { kernel, surveyId } = newSurvey()
    const { txnId, refused: bad } = answer(kernel, surveyId, { account: '没有这家' }, { score: 11 })
    expect(txnId).toBeNull()
    expect(bad).toEqual([
      { at: 0, code: 'ANSWER_ACCOUNT_UNKNOWN', data: { name: '没有这家' } },
      { at: 1, code: 'SCORE_OUTSIDE', data: { account: '南浔木业', value: 11, from: 0, to: 10 } },
    ])
  })

  it('to a closed survey is taken while it is of a day on which it was open', () => {
    const { kernel, surveyId } = newSurvey()
    save(kernel, { closedOn: '2026-11-20' }, surveyId)
    expect(answer(kernel, surveyId, {}).refused).toEqual([
      { at: 0, code: 'SURVEY_CLOSED', data: { name: '2026 下半年', day: TODAY, closed: '2026-11-20' } },
    ])
    answer(kernel, surveyId, { answeredOn: '2026-11-20' })
    const [first] = read(kernel, surveyId).answers
    if (!first) throw new Error('no answer')
    // its day stays what it was, so its words may still be corrected
    save(kernel, { openedOn: '2026-11-01', closedOn: '2026-11-10' }, surveyId)
    answer(kernel, surveyId, { answerId: first.id, answeredOn: '2026-11-20', words: '不错' })
    expect(read(kernel, surveyId).answers).toMatchObject([{ words: '不错', answeredOn: '2026-11-20' }])
  })

  it('of the same person corrects the earlier one, which is said; an undo brings that back', () => {
    const { kernel, surveyId } = newSurvey()
    expect(answer(kernel, surveyId, { score: 4 }, { score: 5, person: '沈木生' })).toMatchObject({
      corrected: 0,
    })
    expect(answer(kernel, surveyId, { score: 8, words: '改口了' })).toMatchObject({ corrected: 1 })
    const given = () => read(kernel, surveyId).answers.map(({ person, score }) => [person, score])
    expect(given()).toEqual([
      [null, 8],
      ['沈木生', 5],
    ])
    expect(
      answer(kernel, surveyId, { score: 1, person: '费文娟' }, { score: 2, person: '费文娟' }),
    ).toMatchObject({
      corrected: 1,
    })
    undo(kernel, command())
    undo(kernel, command())
    expect(given()).toEqual([
      [null, 4],
      ['沈木生', 5],
    ])
  })

  it('moves to whom it turns out to be from, with the case that came of it', () => {
    const { kernel, surveyId, nanxun } = newSurvey()
    answer(kernel, surveyId, { score: 2 })
    const [first] = read(kernel, surveyId).answers
    if (!first) throw new Error('no answer')
    const added = NewCase.parse({ accountId: nanxun, title: '打了 2 分', kind: 'survey' })
    const { caseId } = recordSurveyCase(kernel, { commandId: command(), answerId: first.id, case: added })
    answer(kernel, surveyId, { answerId: first.id, person: '沈木生', score: 3 })
    expect(read(kernel, surveyId).answers).toMatchObject([
      { person: '沈木生', score: 3, caseId, caseCode: 'C-0001' },
    ])
    undo(kernel, command())
    expect(read(kernel, surveyId).answers).toMatchObject([{ person: null, score: 2, caseId }])
    undo(kernel, command())
    expect(read(kernel, surveyId).answers).toMatchObject([{ caseId: null }])
    expect(() => getCase(kernel, { caseId })).toThrow(refused('CASE_NOT_FOUND'))
    redo(kernel, command())
    expect(getCase(kernel, { caseId }).case).toMatchObject({ kind: 'survey', title: '打了 2 分' })
    removeAnswers(kernel, { commandId: command(), answerIds: [first.id] })
    expect(read(kernel, surveyId).answers).toEqual([])
    expect(() => removeAnswers(kernel, { commandId: command(), answerIds: [first.id] })).toThrow(
      refused('ANSWER_NOT_FOUND'),
    )
  })
})

describe('merging who answered', () => {
  it('keeps the answer of an account that answered under both names once, and an undo brings both back', () => {
    const { kernel, surveyId, nanxun, hengyue } = newSurvey()
    answer(kernel, surveyId, { score: 9 }, { account: '恒岳家居集团', score: 2, words: '报告晚了' })
    merge(kernel, { commandId: command(), subject: 'account', keepId: nanxun, goneId: hengyue, take: [] })
    expect(read(kernel, surveyId).answers).toMatchObject([{ accountId: nanxun, score: 9, words: '报告晚了' }])
    // a further answer of the kept account is a correction, not a second one
    expect(answer(kernel, surveyId, { score: 7 })).toMatchObject({ corrected: 1 })
    expect(read(kernel, surveyId).answers).toHaveLength(1)
    undo(kernel, command())
    undo(kernel, command())
    expect(read(kernel, surveyId).answers.map(({ account, score }) => [account, score])).toEqual([
      ['南浔木业', 9],
      ['恒岳家居集团', 2],
    ])
  })

  it('keeps the answer of a person who was there twice once, and lets a corrected one be theirs', () => {
    const { kernel, surveyId, chairman, buyer } = newSurvey()
    answer(kernel, surveyId, { score: 9, person: '沈木生' }, { score: 4, person: '费文娟' }, { score: 6 })
    merge(kernel, { commandId: command(), subject: 'person', keepId: buyer, goneId: chairman, take: [] })
    const given = () => read(kernel, surveyId).answers.map(({ person, score }) => [person, score])
    expect(given()).toEqual([
      [null, 6],
      ['费文娟', 4],
    ])
    expect(answer(kernel, surveyId, { score: 5, person: '费文娟' })).toMatchObject({ corrected: 1 })
    undo(kernel, command())
    undo(kernel, command())
    expect(given()).toHaveLength(3)
  })
})
