import { answerSurvey, recordSurveyCase, removeAnswers } from '../recovery/surveys/service/answers.ts'
import { surveyPaper } from '../recovery/surveys/service/paper.ts'
import { getSurvey, listSurveys } from '../recovery/surveys/service/read.ts'
import { importSurveyWorkbook, surveyWorkbook } from '../recovery/surveys/service/workbook.ts'
import { removeSurveys, saveSurvey } from '../recovery/surveys/service/write.ts'
import { engine } from './implementer.ts'

const { surveys } = engine

/** Surveys of satisfaction: contract to services. */
export const surveysRouter = {
  list: surveys.list.handler(({ context }) => listSurveys(context.kernel)),
  get: surveys.get.handler(({ context, input }) => getSurvey(context.kernel, input)),
  save: surveys.save.handler(({ context, input }) => saveSurvey(context.kernel, input)),
  remove: surveys.remove.handler(({ context, input }) => removeSurveys(context.kernel, input)),
  answer: surveys.answer.handler(({ context, input }) => answerSurvey(context.kernel, input)),
  removeAnswers: surveys.removeAnswers.handler(({ context, input }) => removeAnswers(context.kernel, input)),
  recordCase: surveys.recordCase.handler(({ context, input }) => recordSurveyCase(context.kernel, input)),
  paper: surveys.paper.handler(({ context, input }) => surveyPaper(context, input)),
  exportWorkbook: surveys.exportWorkbook.handler(({ context, input }) => surveyWorkbook(context, input)),
  importWorkbook: surveys.importWorkbook.handler(({ context, input, signal }) =>
    importSurveyWorkbook(context, input, { signal }),
  ),
}
