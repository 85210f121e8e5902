/** What commands of papers did, as in `commands.ts`. */
export const paperCommand = {
  takeAcknowledgement: '为“{{name}}”出受理函',
  takeInterim: '为“{{name}}”出进展通报',
  takeAnswer: '为“{{name}}”出处理答复',
  takeReport: '为“{{name}}”出 8D 报告',
  takeCaseFile: '出“{{name}}”的案卷',
  wordPaper: '修改“{{name}}”的模板',
  unwordPaper: '恢复“{{name}}”原有的措辞',
} as const
