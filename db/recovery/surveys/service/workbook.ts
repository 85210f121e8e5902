import { dayOf } from '../../../accounts/rules/days.ts'
import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import type { EngineContext } from '../../../context.ts'
import { type Fault, faultAt } from '../../../exchange/rules/problem.ts'
import { firstTable, refuseFaulty } from '../../../exchange/service/score.ts'
import { type WorksheetPlan, writeWorkbook, xlsxFile } from '../../../exchange/write/workbook.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { fillIn } from '../../../terms/ranking.ts'
import { SURVEY_HEADERS, SURVEY_PAPER_WORDS } from '../../../terms/surveys.ts'
import type { surveys } from '../contract.ts'
import { type AnswerSheet, questionHeader, readAnswerSheet } from '../rules/answerSheet.ts'
import { answerWriter, corrections, type ReadAnswer } from './answers.ts'
import { accountFinder, personFinder } from './names.ts'
import { answersOf } from './read.ts'
import { readSurvey, type StoredSurvey } from './stored.ts'

interface Asked {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** A workbook to be filled in: the answers so far, then the accounts that haven't answered. @throws Refusal SURVEY_NOT_FOUND */
export async function surveyWorkbook(
  { kernel }: EngineContext,
  { surveyId, language }: InputOf<typeof surveys.exportWorkbook>,
): Promise<File> {
  const survey = readSurvey(kernel.db, surveyId)
  const name = fillIn(SURVEY_PAPER_WORDS[language].workbook, { name: survey.name })
  const plan = worksheetOf(kernel, survey, language)
  return xlsxFile(await writeWorkbook([plan]), `${name.replaceAll(/[\\/:*?"<>|]/g, ' ').trim()}.xlsx`)
}

function worksheetOf(kernel: Kernel, survey: StoredSurvey, language: 'zh' | 'en'): WorksheetPlan {
  const words = SURVEY_HEADERS[language]
  const accounts = kernel.db
    .prepare<[], Asked>("SELECT id, code, name FROM account WHERE deleted = 0 ORDER BY code = '', code, name")
    .all()
  const codes = new Map(accounts.map(({ id, code }) => [id, code]))
  const answers = answersOf(kernel.db, survey.id)
  const answered = new Set<string>(answers.map(({ accountId }) => accountId))
  const blank = [null, ...survey.questions.map(() => null), null, null]
  return {
    name: words.answers,
    title: survey.name,
    frozenColumns: 3,
    columns: [
      { header: words.code, width: 12, kind: 'text' },
      { header: words.account, width: 26, kind: 'text' },
      { header: words.person, width: 14, kind: 'text' },
      { header: words.score[survey.kind], width: 12, kind: 'whole' },
      ...survey.questions.map(
        (question, at) => ({ header: questionHeader(question, at), width: 16, kind: 'whole' }) as const,
      ),
      { header: words.words, width: 40, kind: 'wrappedText' },
      { header: words.answeredOn, width: 14, kind: 'text' },
    ],
    rows: [
      ...answers.map((answer) => [
        codes.get(answer.accountId) ?? '',
        answer.account,
        answer.person ?? '',
        answer.score,
        ...survey.questions.map(({ key }) => answer.answers[key] ?? null),
        answer.words,
        answer.answeredOn,
      ]),
      ...accounts.filter(({ id }) => !answered.has(id)).map(({ code, name }) => [code, name, '', ...blank]),
    ],
  }
}

/** Takes answers in from a filled workbook, all or none. @throws Refusal as the contract says */
export async function importSurveyWorkbook(
  { kernel }: EngineContext,
  { commandId, surveyId, file }: InputOf<typeof surveys.importWorkbook>,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Outcome<{ answers: number; corrected: number }>> {
  const survey = readSurvey(kernel.db, surveyId)
  const table = await firstTable(file, signal)
  const sheet = readAnswerSheet(table, survey, dayOf(kernel.now()))
  const { read, faults } = named(kernel, sheet)
  // in one go: whoever mends the file sees all of it
  refuseFaulty(file, table, [...sheet.faults, ...faults])
  const corrected = corrections(kernel.db, surveyId, read)
  const params = { name: survey.name, file: file.name, count: read.length, corrected }
  const command = corrected === 0 ? 'importSurveyAnswers' : 'importSurveyCorrections'
  return kernel.write({ commandId, label: { command, params }, source: 'import' }, (tx) => {
    const write = answerWriter(tx, readSurvey(tx.db, surveyId))
    for (const answer of read) {
      write(answer)
      tx.breathe()
    }
    return { answers: read.length, corrected }
  })
}

/** The rows of a workbook with whom they name; who isn't known, or can't be told apart, is a fault. */
function named(
  { db }: Kernel,
  { rows, accountColumn, personColumn }: AnswerSheet,
): { read: ReadAnswer[]; faults: Fault[] } {
  const accountsOf = accountFinder(db)
  const peopleOf = personFinder(db)
  const faults: Fault[] = []
  const read = rows.flatMap(({ number, code, account, person, ...answer }): ReadAnswer[] => {
    const byCode = code === '' ? [] : accountsOf(code)
    const accounts = byCode.length > 0 ? byCode : accountsOf(account)
    const [accountId] = accounts
    if (accountId === undefined || accounts.length > 1) {
      // a row without a name is told already
      if (account !== '' || code !== '')
        faults.push(
          accountId === undefined
            ? faultAt(number, accountColumn, 'accountUnknown', { text: account || code })
            : faultAt(number, accountColumn, 'nameAmbiguous', { count: accounts.length }),
        )
      return []
    }
    const people = person === '' ? [] : peopleOf(accountId, person)
    if (person !== '' && people.length !== 1) {
      faults.push(
        people.length === 0
          ? faultAt(number, personColumn, 'personUnknown', { text: person, company: account || code })
          : faultAt(number, personColumn, 'personAmbiguous', { text: person, count: people.length }),
      )
      return []
    }
    return [{ ...answer, answerId: null, accountId, personId: people[0] ?? null }]
  })
  return { read, faults }
}
