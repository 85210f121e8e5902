import type Database from 'better-sqlite3'
import { dayOf } from '../../../accounts/rules/days.ts'
import { checkHappened } from '../../../channel/ledger/service/days.ts'
import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, CaseId, PersonId, SurveyAnswerId, SurveyId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { insertCase } from '../../service/record.ts'
import { AnswerRefusal, type RefusedAnswer, type surveys, type WrittenAnswer } from '../contract.ts'
import { FIVE, fitsScale, SCALES } from '../rules/scale.ts'
import { accountFinder, personFinder } from './names.ts'
import { answerIdOf, readSurvey, type StoredSurvey } from './stored.ts'

/** An answer whose customer is known. */
export interface ReadAnswer {
  /** the answer that it corrects; null for a new one */
  readonly answerId: SurveyAnswerId | null
  readonly accountId: AccountId
  readonly personId: PersonId | null
  readonly score: number
  readonly answers: Readonly<Record<string, number>>
  readonly words: string
  /** YYYY-MM-DD */
  readonly answeredOn: string
}

/** Writes down what can be written of some answers, and says of the others why not. @throws Refusal as the contract says */
export function answerSurvey(
  kernel: Kernel,
  { commandId, surveyId, answers }: InputOf<typeof surveys.answer>,
): Outcome<{ corrected: number; refused: RefusedAnswer[] }> {
  const survey = readSurvey(kernel.db, surveyId)
  const { known, refused } = sorted(kernel, survey, answers)
  const corrected = corrections(kernel.db, surveyId, known)
  const params = { name: survey.name, count: known.length, corrected }
  const command = corrected === 0 ? 'answerSurvey' : 'correctSurveyAnswers'
  return kernel.write({ commandId, label: { command, params } }, (tx) => {
    const write = answerWriter(tx, survey)
    for (const answer of known) {
      write(answer)
      tx.breathe()
    }
    return { corrected, refused }
  })
}

/** Written answers, those that can be written down apart from the others. */
function sorted(
  { db, now }: Kernel,
  survey: StoredSurvey,
  answers: readonly WrittenAnswer[],
): { readonly known: readonly ReadAnswer[]; readonly refused: RefusedAnswer[] } {
  const today = dayOf(now())
  const read = answerReader(db)
  const dayBefore = db
    .prepare<[SurveyAnswerId | null], string>('SELECT answered_on FROM survey_answer WHERE id = ?')
    .pluck()
  const check = (answer: WrittenAnswer): ReadAnswer => {
    checkScores(survey, answer)
    // a day that stays as it was may be one that couldn't be typed any more
    if (answer.answeredOn !== dayBefore.get(answer.answerId)) checkDay(survey, answer.answeredOn, today)
    return read(answer)
  }
  const known: ReadAnswer[] = []
  const refused: RefusedAnswer[] = []
  for (const [at, answer] of answers.entries()) {
    try {
      known.push(check(answer))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push({ at, ...AnswerRefusal.parse({ code: error.code, data: error.data ?? {} }) })
    }
  }
  return { known, refused }
}

/** How many answers correct an earlier one of the same customer that they weren't opened as: the last one counts. */
export function corrections(
  db: Database.Database,
  surveyId: SurveyId,
  answers: readonly Pick<ReadAnswer, 'answerId' | 'accountId' | 'personId'>[],
): number {
  const select = db
    .prepare<[SurveyAnswerId], number>('SELECT 1 FROM survey_answer WHERE id = ? AND deleted = 0')
    .pluck()
  const seen = new Set<SurveyAnswerId>()
  return answers.filter(({ answerId, accountId, personId }) => {
    const id = answerIdOf(surveyId, accountId, personId)
    const again = seen.has(id) || (id !== answerId && select.get(id) !== undefined)
    seen.add(id)
    return again
  }).length
}

/** @throws Refusal SCORE_OUTSIDE */
function checkScores({ kind }: StoredSurvey, { account, score, answers }: WrittenAnswer): void {
  const check = (value: number, scale: { readonly from: number; readonly to: number }): void => {
    if (!fitsScale(value, scale)) throw new Refusal('SCORE_OUTSIDE', { account, value, ...scale })
  }
  check(score, SCALES[kind])
  for (const value of Object.values(answers)) check(value, FIVE)
}

/** @throws Refusal DAY_TO_COME, DAY_OUT_OF_RANGE, SURVEY_NOT_OPEN, SURVEY_CLOSED */
function checkDay(survey: StoredSurvey, day: string, today: string): void {
  const { name, openedOn: opened, closedOn: closed } = survey
  checkHappened(day, today)
  if (day < opened) throw new Refusal('SURVEY_NOT_OPEN', { name, day, opened })
  if (closed !== null && day > closed) throw new Refusal('SURVEY_CLOSED', { name, day, closed })
}

interface Stored {
  readonly accountId: AccountId
  readonly account: string
  readonly personId: PersonId | null
  readonly person: string | null
}

/**
 * Reads whom written answers name. An answer that is corrected keeps its customer where their
 * names stay as they were, though others may be called the same. The reader throws a Refusal where that can't be told.
 */
function answerReader(db: Database.Database): (answer: WrittenAnswer) => ReadAnswer {
  const accountsOf = accountFinder(db)
  const peopleOf = personFinder(db)
  const select = db.prepare<[SurveyAnswerId], Stored>(
    `SELECT s.account_id AS accountId, a.name AS account, p.id AS personId, p.name AS person
     FROM survey_answer s JOIN account a ON a.id = s.account_id
     LEFT JOIN person p ON p.id = s.person_id WHERE s.id = ? AND s.deleted = 0`,
  )
  return ({ account, person, ...rest }) => {
    const before = rest.answerId === null ? undefined : select.get(rest.answerId)
    if (rest.answerId !== null && !before) throw new Refusal('ANSWER_NOT_FOUND')
    const found = before?.account === account ? [before.accountId] : accountsOf(account)
    const [accountId] = found
    if (accountId === undefined) throw new Refusal('ANSWER_ACCOUNT_UNKNOWN', { name: account })
    if (found.length > 1)
      throw new Refusal('ANSWER_ACCOUNT_AMBIGUOUS', { name: account, count: found.length })
    if (person === '') return { ...rest, accountId, personId: null }
    const isSame = before?.accountId === accountId && before.person === person
    const people = isSame ? [before.personId] : peopleOf(accountId, person)
    const [personId] = people
    const named = { name: person, account }
    if (personId === undefined) throw new Refusal('ANSWER_PERSON_UNKNOWN', named)
    if (people.length > 1) throw new Refusal('ANSWER_PERSON_AMBIGUOUS', { ...named, count: people.length })
    return { ...rest, accountId, personId }
  }
}

/** Writes answers inside a command: one of the same customer takes the place of an earlier one. */
export function answerWriter(tx: Tx, survey: StoredSurvey): (answer: ReadAnswer) => void {
  const caseOf = tx.db
    .prepare<[SurveyAnswerId], CaseId | null>(
      'SELECT case_id FROM survey_answer WHERE id = ? AND deleted = 0',
    )
    .pluck()
  const remove = tx.db.prepare('UPDATE survey_answer SET deleted = 1 WHERE id = ?')
  const insert = tx.db.prepare(
    `INSERT INTO survey_answer (id, survey_id, account_id, person_id, score, answers, words, answered_on, case_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET score = excluded.score, answers = excluded.answers, words = excluded.words,
       answered_on = excluded.answered_on, case_id = excluded.case_id, deleted = 0`,
  )
  return ({ answerId, accountId, personId, score, answers, words, answeredOn }) => {
    const id = answerIdOf(survey.id, accountId, personId)
    const there = caseOf.get(id)
    const moves = answerId !== null && answerId !== id
    // the case that came of an answer stays with it, whoever it turns out to be from
    const caseId = there ?? (moves ? caseOf.get(answerId) : null) ?? null
    if (moves) remove.run(answerId)
    const values = [score, JSON.stringify(answers), words, answeredOn, caseId]
    insert.run(id, survey.id, accountId, personId, ...values)
  }
}

/** Deletes answers. @throws Refusal ANSWER_NOT_FOUND */
export function removeAnswers(
  kernel: Kernel,
  { commandId, answerIds }: InputOf<typeof surveys.removeAnswers>,
): Outcome<object> {
  const unique = [...new Set(answerIds)]
  const params = { count: unique.length, name: answerName(kernel.db, unique[0]) }
  return kernel.write({ commandId, label: { command: 'removeSurveyAnswers', params } }, (tx) => {
    const remove = tx.db.prepare('UPDATE survey_answer SET deleted = 1 WHERE id = ? AND deleted = 0')
    for (const id of unique) {
      if (remove.run(id).changes === 0) throw new Refusal('ANSWER_NOT_FOUND')
      tx.breathe()
    }
    return {}
  })
}

/** What history calls an answer: whose it is. */
const answerName = (db: Database.Database, id: SurveyAnswerId | undefined): string =>
  (id &&
    db
      .prepare<[SurveyAnswerId], string>(
        'SELECT a.name FROM survey_answer s JOIN account a ON a.id = s.account_id WHERE s.id = ?',
      )
      .pluck()
      .get(id)) ??
  ''

/** Records a case because of a bad answer, in one step with the answer's naming it. @throws Refusal as the contract says */
export function recordSurveyCase(
  kernel: Kernel,
  { commandId, answerId, case: added }: InputOf<typeof surveys.recordCase>,
): Outcome<{ caseId: CaseId; code: string }> {
  const label = { command: 'recordCase', params: { name: added.title } }
  return kernel.write({ commandId, label }, (tx) => {
    const recorded = insertCase(tx, kernel.now(), added)
    const { changes } = tx.db
      .prepare('UPDATE survey_answer SET case_id = ? WHERE id = ? AND deleted = 0')
      .run(recorded.caseId, answerId)
    if (changes === 0) throw new Refusal('ANSWER_NOT_FOUND')
    return recorded
  })
}
