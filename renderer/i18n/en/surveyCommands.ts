import type { Words } from '../words.ts'
import type { surveyCommand as zh } from '../zh/surveyCommands.ts'

/** What commands about surveys did, as in `commands.ts`. */
export const surveyCommand = {
  addSurvey: 'Added the survey “{{name}}”',
  changeSurvey: 'Changed the survey “{{name}}”',
  removeSurveys: 'Deleted the survey “{{name}}”',
  removeSurveys_many: 'Deleted {{count, number}} surveys',
  answerSurvey: 'Wrote an answer to “{{name}}” down',
  answerSurvey_many: 'Wrote {{count, number}} answers to “{{name}}” down',
  removeSurveyAnswers: 'Deleted the answer of “{{name}}”',
  removeSurveyAnswers_many: 'Deleted {{count, number}} answers',
  importSurveyAnswers:
    'Imported {{count, number}} {{count, plural(one: answer; other: answers)}} to “{{name}}” from “{{file}}”',
  correctSurveyAnswers: 'Corrected the earlier answer of the same person to “{{name}}”',
  correctSurveyAnswers_many:
    'Wrote {{count, number}} answers to “{{name}}” down; {{corrected, number}} of them corrected earlier ones of the same person',
  importSurveyCorrections:
    'Imported {{count, number}} {{count, plural(one: answer; other: answers)}} to “{{name}}” from “{{file}}”; {{corrected, number}} corrected earlier ones',
} satisfies Words<typeof zh>
