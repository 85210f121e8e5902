/** Refusals about surveys, in the three sentences of `errors.ts`. */
export const surveyError = {
  SURVEY_NOT_FOUND: {
    what: '找不到这个调查。',
    why: '它可能已经删除，或者新增它的一步被撤销了。',
    next: '到调查列表里再找找；删除的按 Ctrl+Z 找回，刚撤销的按 Ctrl+Y。',
  },
  ANSWER_NOT_FOUND: {
    what: '找不到这份答复，没有改动。',
    why: '它可能已经删除，或者刚在别的窗口里改成了别的客户的。',
    next: '看看列表里现在的样子，再改一次。',
  },
  SURVEY_ANSWERED: {
    what: '调查“{{name}}”的问法没有改。',
    why: '已经有人答过：十分制和五分制的分数混在一起就没法算了。',
    next: '另建一个新调查，或先删除已有的答复。',
  },
  ANSWER_ACCOUNT_UNKNOWN: {
    what: '答复没有记下。',
    why: '没有名称、简称或编号是“{{name}}”的客户。',
    next: '改正客户名称，或先到“客户”里新增它。',
  },
  ANSWER_ACCOUNT_AMBIGUOUS: {
    what: '答复没有记下。',
    why: '有 {{count, number}} 个客户叫“{{name}}”，分不清是哪一个。',
    next: '改填客户编号。',
  },
  ANSWER_PERSON_UNKNOWN: {
    what: '答复没有记下。',
    why: '“{{account}}”没有叫“{{name}}”的联系人。',
    next: '改正姓名，留空也可以；或先到客户页里新增联系人。',
  },
  ANSWER_PERSON_AMBIGUOUS: {
    what: '答复没有记下。',
    why: '“{{account}}”有 {{count, number}} 个联系人叫“{{name}}”，分不清是哪一个。',
    next: '先到“联系人”里把他们区分开或合并。',
  },
  SCORE_OUTSIDE: {
    what: '答复没有记下。',
    why: '“{{account}}”的 {{value, number}} 不在 {{from, number}} 到 {{to, number}} 分之间。',
    next: '改正分数。',
  },
  SURVEY_CLOSED: {
    what: '答复没有记下。',
    why: '调查“{{name}}”在 {{closed}} 结束了，而答复的日期是 {{day}}。',
    next: '改正答复的日期，或先修改调查的结束日期。',
  },
  SURVEY_NOT_OPEN: {
    what: '答复没有记下。',
    why: '调查“{{name}}”从 {{opened}} 才开始，而答复的日期是 {{day}}。',
    next: '改正答复的日期，或先修改调查的开始日期。',
  },
} as const
