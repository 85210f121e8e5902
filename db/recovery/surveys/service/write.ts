import { dayOf } from '../../../accounts/rules/days.ts'
import { checkOrder, checkReach } from '../../../channel/ledger/service/days.ts'
import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import { PLANNED } from '../../../channel/rules/reach.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { SurveyId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { surveys } from '../contract.ts'
import { readSurvey, surveyName } from './stored.ts'

/** Makes a survey, or changes one. @throws Refusal as the contract says */
export function saveSurvey(
  kernel: Kernel,
  { commandId, surveyId, survey }: InputOf<typeof surveys.save>,
): Outcome<{ surveyId: SurveyId }> {
  const { name, kind, questions, openedOn, closedOn } = survey
  const command = surveyId === null ? 'addSurvey' : 'changeSurvey'
  return kernel.write({ commandId, label: { command, params: { name } } }, (tx) => {
    const before = surveyId === null ? null : readSurvey(tx.db, surveyId)
    const today = dayOf(kernel.now())
    if (openedOn !== before?.openedOn) checkReach(openedOn, PLANNED, today)
    if (closedOn !== before?.closedOn) checkReach(closedOn, PLANNED, today)
    checkOrder(openedOn, closedOn)
    if (before && before.kind !== kind) refuseAnswered(tx, before.id, before.name)
    const id = surveyId ?? SurveyId.parse(tx.newId())
    tx.db
      .prepare(
        `INSERT INTO survey (id, name, kind, questions, opened_on, closed_on) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, questions = excluded.questions,
           opened_on = excluded.opened_on, closed_on = excluded.closed_on`,
      )
      .run(id, name, kind, JSON.stringify(questions), openedOn, closedOn)
    return { surveyId: id }
  })
}

/** A score of ten and one of five can't be told apart once they stand in one survey. @throws Refusal SURVEY_ANSWERED */
function refuseAnswered(tx: Tx, surveyId: SurveyId, name: string): void {
  const answered = tx.db
    .prepare<[SurveyId], number>('SELECT 1 FROM survey_answer WHERE survey_id = ? AND deleted = 0 LIMIT 1')
    .pluck()
    .get(surveyId)
  if (answered !== undefined) throw new Refusal('SURVEY_ANSWERED', { name })
}

/** Deletes surveys; what was answered is no longer read, and comes back with them. @throws Refusal SURVEY_NOT_FOUND */
export function removeSurveys(
  kernel: Kernel,
  { commandId, surveyIds }: InputOf<typeof surveys.remove>,
): Outcome<object> {
  const unique = [...new Set(surveyIds)]
  const params = { count: unique.length, name: surveyName(kernel.db, unique[0]) }
  return kernel.write({ commandId, label: { command: 'removeSurveys', params } }, (tx) => {
    const remove = tx.db.prepare('UPDATE survey SET deleted = 1 WHERE id = ? AND deleted = 0')
    for (const id of unique) if (remove.run(id).changes === 0) throw new Refusal('SURVEY_NOT_FOUND')
    return {}
  })
}
