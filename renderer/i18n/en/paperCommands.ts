/** What commands of papers did, as in `commands.ts`. */
export const paperCommand = {
  takeAcknowledgement: 'Acknowledgement written for “{{name}}”',
  takeInterim: 'Interim news written for “{{name}}”',
  takeAnswer: 'Final answer written for “{{name}}”',
  takeReport: '8D report written for “{{name}}”',
  takeCaseFile: 'Case file made of “{{name}}”',
  wordPaper: 'Template “{{name}}” changed',
  unwordPaper: 'Built-in wording of “{{name}}” restored',
} as const
