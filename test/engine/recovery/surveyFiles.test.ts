import { describe, expect, it } from 'vitest'
import type { EngineContext } from '../../../db/context.ts'
import { undo } from '../../../db/kernel/history.ts'
import { answerSurvey } from '../../../db/recovery/surveys/service/answers.ts'
import { surveyPaper } from '../../../db/recovery/surveys/service/paper.ts'
import { getSurvey } from '../../../db/recovery/surveys/service/read.ts'
import { importSurveyWorkbook, surveyWorkbook } from '../../../db/recovery/surveys/service/workbook.ts'
import { saveSurvey } from '../../../db/recovery/surveys/service/write.ts'
import { textsOf } from '../exchange/files.ts'
import { type RawCell, xlsxOf } from '../exchange/makeXlsx.ts'
import { refusalOf } from '../exchange/refusal.ts'
import { command } from '../newKernel.ts'
import { newCases } from './newCases.ts'

/** A department with an open survey of two questions, and one that prints as its HTML. */
function newSurvey() {
  const { kernel } = newCases()
  const { surveyId } = saveSurvey(kernel, {
    commandId: command(),
    surveyId: null,
    survey: {
      ...{ name: '2026 下半年', kind: 'recommend', openedOn: '2026-11-01', closedOn: null },
      questions: [
        { key: 'q1', text: '交货准时' },
        { key: 'q2', text: '有问必答' },
      ],
    },
  })
  const printed: string[] = []
  const context: EngineContext = {
    kernel,
    logError: () => 'log',
    printPdf: async (html) => {
      // what keeps figures together on a line is no part of what is said
      printed.push(html.replaceAll(/<[^>]*>|\u2060/g, '').replaceAll('\u00a0', ' '))
      return new Uint8Array([37, 80, 68, 70])
    },
  }
  const take = (rows: readonly (readonly RawCell[])[]) =>
    importSurveyWorkbook(context, { commandId: command(), surveyId, file: xlsxOf(rows, '答卷.xlsx') })
  const answers = () =>
    getSurvey(kernel, { surveyId }).answers.map((each) => [
      ...[each.account, each.person, each.score, each.answers, each.words, each.answeredOn],
    ])
  return { kernel, surveyId, context, printed, take, answers }
}

const HEAD = ['客户名称', '填答人', '推荐分 0-10', '1. 交货准时', '有问必答', '原话', '填答日期']

describe('the workbook of a survey', () => {
  it('lists whoever hasn’t answered, and comes back filled, in either language, as one step', async () => {
    const { kernel, surveyId, context, answers } = newSurvey()
    const one = { answerId: null, account: '南浔木业', person: '沈木生', answeredOn: '2026-11-20' }
    const said = [{ ...one, score: 9, answers: { q2: 4 }, words: '不错' }]
    answerSurvey(kernel, { commandId: command(), surveyId, answers: said })
    const file = await surveyWorkbook(context, { surveyId, language: 'en' })
    expect(file.name).toBe('2026 下半年 – answers.xlsx')
    const [head = [], ...rows] = await textsOf(file, 'Answers')
    expect(rows.map((row) => row.slice(1))).toEqual([
      ['南浔木业', '沈木生', '9', '', '4', '不错', '2026-11-20'],
      ['恒岳家居集团', '', '', '', '', '', ''],
    ])
    const filled = [rows[0] ?? [], ['', '恒岳家居集团', '', 3, 2, '', '报告晚了两天', '']]
    const back = xlsxOf([head, ...filled], 'back.xlsx')
    const done = await importSurveyWorkbook(context, { commandId: command(), surveyId, file: back })
    expect(done).toMatchObject({ answers: 2, corrected: 1 })
    expect(answers()).toEqual([
      ['南浔木业', '沈木生', 9, { q2: 4 }, '不错', '2026-11-20'],
      ['恒岳家居集团', null, 3, { q1: 2 }, '报告晚了两天', '2026-11-24'],
    ])
    undo(kernel, command())
    expect(answers()).toHaveLength(1)
  })

  it('with bad cells is refused with all of them explained, and nothing is written', async () => {
    const { take, answers } = newSurvey()
    const { code, data } = await refusalOf(
      take([
        HEAD,
        ['南浔木业', '', 11, 3, 3, '', ''],
        ['南浔木叶', '', 8, '', '', '', ''],
        ['南浔木业', '无名氏', '很好', 6, 2.5, '', '2026-12-01'],
        ['恒岳家居集团', '', '', 4, '', '', '2026-10-01'],
        ['恒岳家居集团', '', '', '', '', '', ''],
        ['', '', 7, '', '', '', '昨天吧'],
      ]),
    )
    expect(code).toBe('CELLS_FAULTY')
    const faults = (data as { faults: { cell: string; problem: { code: string } }[] }).faults
    expect(faults.map(({ cell, problem }) => `${cell} ${problem.code}`).sort()).toEqual(
      [
        ...['C2 scoreOutside', 'A3 accountUnknown', 'C4 notNumber', 'D4 scoreOutside', 'E4 notWhole'],
        ...['G4 entryInFuture', 'B4 personUnknown', 'C5 scoreMissing', 'G5 answeredBefore'],
        ...['A7 nameMissing', 'G7 dayUnknown'],
      ].sort(),
    )
    expect(answers()).toEqual([])
  })

  it('without a column of scores, or without a single answer, says so', async () => {
    const { take } = newSurvey()
    for (const [rows, wanted] of [
      [
        [
          ['客户名称', '原话'],
          ['南浔木业', '好'],
        ],
        'scoreColumnMissing',
      ],
      [
        [
          ['推荐分', '原话'],
          [9, '好'],
        ],
        'headerMissing',
      ],
      [[HEAD, ['南浔木业', '', '', '', '', '', '']], 'noAnswers'],
    ] as const) {
      const { data } = await refusalOf(take(rows))
      expect((data as { faults: { problem: { code: string } }[] }).faults[0]?.problem.code).toBe(wanted)
    }
  })
})

describe('the papers of a survey', () => {
  it('ask in Chinese and in English, and the script lists whom to call', async () => {
    const { context, surveyId, printed } = newSurvey()
    const make = (what: 'questionnaire' | 'callScript', language: 'zh' | 'en') =>
      surveyPaper(context, { surveyId, what, format: 'pdf', language })
    expect((await make('questionnaire', 'zh')).name).toBe('2026 下半年 问卷.pdf')
    expect(printed[0]).toContain('您有多大可能把我们推荐给同行')
    expect(printed[0]).toContain('□ 10')
    expect(printed[0]).toContain('2. 有问必答')
    expect((await make('callScript', 'en')).name).toBe('2026 下半年 – call script.pdf')
    expect(printed[1]).toContain('Where the mark is low (6 or less)')
    expect(printed[1]).toContain('恒岳家居集团')
    const word = await surveyPaper(context, { surveyId, what: 'callScript', format: 'docx', language: 'zh' })
    expect(word.name).toBe('2026 下半年 电话稿.docx')
    expect(word.size).toBeGreaterThan(5_000)
    const noPrinter = surveyPaper(
      { ...context, printPdf: null },
      { surveyId, what: 'questionnaire', format: 'pdf', language: 'zh' },
    )
    expect(await refusalOf(noPrinter)).toMatchObject({ code: 'NO_PRINTER' })
  })
})
