/** What commands about surveys did, as in `commands.ts`. */
export const surveyCommand = {
  addSurvey: '新增调查“{{name}}”',
  changeSurvey: '修改调查“{{name}}”',
  removeSurveys: '删除调查“{{name}}”',
  removeSurveys_many: '删除 {{count, number}} 个调查',
  answerSurvey: '写下“{{name}}”的一份答复',
  answerSurvey_many: '写下“{{name}}”的 {{count, number}} 份答复',
  removeSurveyAnswers: '删除“{{name}}”的答复',
  removeSurveyAnswers_many: '删除 {{count, number}} 份答复',
  importSurveyAnswers: '从“{{file}}”导入 {{count, number}} 份答复到“{{name}}”',
  correctSurveyAnswers: '写下“{{name}}”的答复，更正了同一人的前一份',
  correctSurveyAnswers_many:
    '写下“{{name}}”的 {{count, number}} 份答复，其中 {{corrected, number}} 份更正了同一人的前一份',
  importSurveyCorrections:
    '从“{{file}}”导入 {{count, number}} 份答复到“{{name}}”，其中 {{corrected, number}} 份更正了同一人的前一份',
} as const
