import { newestStandings } from '../../../accounts/service/standings.ts'
import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import type { EngineContext } from '../../../context.ts'
import { TIERS } from '../../../evaluation/rules/tiers.ts'
import { paperFile } from '../../../exchange/documents/paperFile.ts'
import type { AccountId, SurveyId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { fillIn } from '../../../terms/ranking.ts'
import { SURVEY_PAPER_WORDS } from '../../../terms/surveys.ts'
import type { surveys } from '../contract.ts'
import { callScriptBlocks, questionnaireBlocks } from '../rules/paper.ts'
import { readSurvey } from './stored.ts'

const RANKS: readonly (string | null | undefined)[] = TIERS

/** Most accounts that a script lists: what one person calls in some days. */
const MOST_CALLS = 60

/** A questionnaire or call script as a file. @throws Refusal SURVEY_NOT_FOUND, NO_PRINTER */
export function surveyPaper(
  context: EngineContext,
  { surveyId, what, format, language }: InputOf<typeof surveys.paper>,
): Promise<File> {
  const { kernel } = context
  const survey = readSurvey(kernel.db, surveyId)
  const { name, openedOn, closedOn } = survey
  const say = SURVEY_PAPER_WORDS[language]
  const paper = {
    title: fillIn(say[what], { name }),
    subtitle: closedOn === null ? openedOn : `${openedOn} – ${closedOn}`,
    head: fillIn(say.head, { name }),
    madeAt: new Date(kernel.now()).toISOString(),
    language,
    wholeFigures: true,
    blocks:
      what === 'questionnaire'
        ? questionnaireBlocks(survey, language)
        : callScriptBlocks(survey, unasked(kernel, surveyId), language),
  }
  return paperFile(context, paper, format)
}

/** The accounts that haven't answered, those that weigh most first, by name. */
function unasked({ db }: Kernel, surveyId: SurveyId): string[] {
  const standings = newestStandings(db)
  const rank = (id: AccountId): number => {
    const tier = standings.get(id)?.tier
    const at = RANKS.indexOf(tier)
    return at === -1 ? TIERS.length : at
  }
  return db
    .prepare<[SurveyId], { id: AccountId; name: string }>(
      `SELECT a.id, a.name FROM account a WHERE a.deleted = 0 AND NOT EXISTS (
         SELECT 1 FROM survey_answer s WHERE s.survey_id = ? AND s.account_id = a.id AND s.deleted = 0)
       ORDER BY a.name, a.id`,
    )
    .all(surveyId)
    .toSorted((one, other) => rank(one.id) - rank(other.id))
    .slice(0, MOST_CALLS)
    .map(({ name }) => name)
}
