import type { SurveyKind } from '../recovery/surveys/rules/scale.ts'
import type { Language } from './language.ts'

/** How a survey asks. */
export const SURVEY_KIND_WORDS = {
  zh: { recommend: '推荐意愿 0–10', content: '满意度 1–5' },
  en: { recommend: 'Recommends 0–10', content: 'Content 1–5' },
} as const satisfies Record<Language, Record<SurveyKind, string>>

/** Column headers of a survey's workbook; taking one in accepts those of either language. */
export const SURVEY_HEADERS = {
  zh: {
    answers: '答卷',
    code: '客户编号',
    account: '客户名称',
    person: '填答人',
    score: { recommend: '推荐分 0-10', content: '满意分 1-5' },
    words: '原话',
    answeredOn: '填答日期',
  },
  en: {
    answers: 'Answers',
    code: 'Account code',
    account: 'Account name',
    person: 'Who answered',
    score: { recommend: 'Recommends 0-10', content: 'Content 1-5' },
    words: 'In their words',
    answeredOn: 'Answered on',
  },
} as const

/** Words of a printed questionnaire and of a script for the phone. */
export const SURVEY_PAPER_WORDS = {
  zh: {
    questionnaire: '{name} 问卷',
    callScript: '{name} 电话稿',
    workbook: '{name} 答卷',
    head: '{name}',
    intro: '感谢您抽出两分钟。您的回答只用来改进我们的服务；不满意的地方，请照实写，我们会逐条回复。',
    account: '单位',
    person: '姓名',
    day: '日期',
    blank: '________________',
    ask: {
      recommend: '您有多大可能把我们推荐给同行？（0 = 绝不会，10 = 一定会）',
      content: '总的来说，您对我们满意吗？（1 = 很不满意，5 = 很满意）',
    },
    further: '请为下面各项打分（1 = 很不满意，5 = 很满意）',
    question: '问题',
    why: '为什么打这个分？还有什么要我们改进？',
    thanks: '谢谢！请交给您的联系人，或拍照发给我们。',
    opening: '开场',
    openingText: '“您好，我是……。想用两分钟请您评一评我们的服务。现在方便吗？”——不方便就约时间，不要硬问。',
    asking: '提问',
    askingRule: '逐字念问题，不解释、不提示、不争辩；分数由客户说。',
    low: '分数低时（{most} 分及以下）',
    lowRules: [
      '先谢谢他肯说。照他的原话记下，不替他总结。',
      '问一句：“是哪一件事让您这样打分？”',
      '不辩解，不当场许诺；说清谁在什么时候回复他。',
      '挂了电话就记个案，当天有人接手。',
    ],
    closing: '结束',
    closingText: '“谢谢您。结果和我们要改的，会再告诉您。”',
    sheet: '记录',
    score: '分数',
    words: '原话',
  },
  en: {
    questionnaire: '{name} – questionnaire',
    callScript: '{name} – call script',
    workbook: '{name} – answers',
    head: '{name}',
    intro:
      'Thank you for two minutes of your time. What you answer only serves to make our service better; please say plainly what does not satisfy you: we come back to each point.',
    account: 'Company',
    person: 'Name',
    day: 'Date',
    blank: '________________',
    ask: {
      recommend: 'How likely are you to recommend us to others in your trade? (0 = never, 10 = certainly)',
      content: 'All in all, how content are you with us? (1 = not at all, 5 = very)',
    },
    further: 'Please mark each of these (1 = not content at all, 5 = very content)',
    question: 'Question',
    why: 'Why this mark? What else should we do better?',
    thanks: 'Thank you! Please give it to your contact, or send us a photo of it.',
    opening: 'Opening',
    openingText:
      '“Good day, my name is … May I have two minutes for what you think of our service? Is this a good moment?” If it is not, agree on another; do not press.',
    asking: 'Asking',
    askingRule:
      'Read each question word by word; do not explain, prompt or argue. It is the customer who gives the mark.',
    low: 'Where the mark is low ({most} or less)',
    lowRules: [
      'Thank them for saying so. Write it down in their own words; do not sum up for them.',
      'Ask once: “Which thing was it that made you give this mark?”',
      'Do not defend, and promise nothing on the spot; say who will come back to them, and when.',
      'Record a case as soon as you hang up, so that somebody takes it up the same day.',
    ],
    closing: 'Closing',
    closingText: '“Thank you. We will tell you what came of it and what we change.”',
    sheet: 'Notes',
    score: 'Mark',
    words: 'In their words',
  },
} as const
