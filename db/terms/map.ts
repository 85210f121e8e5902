import type { Attitude, DecisionRole, Relation } from '../accounts/people/rules/fields.ts'
import type { Language, Words } from './language.ts'

/** How a person stands towards us. */
export const ATTITUDE_WORDS: Words<Attitude> = {
  zh: { champion: '支持', friendly: '友好', neutral: '中立', cool: '保留', opponent: '反对' },
  en: { champion: 'champion', friendly: 'friendly', neutral: 'neutral', cool: 'cool', opponent: 'opponent' },
}

/** What a person does when their firm buys. */
export const ROLE_WORDS: Words<DecisionRole> = {
  zh: { decides: '拍板', approves: '审批', influences: '影响', uses: '使用', keepsGate: '把关' },
  en: {
    decides: 'decides',
    approves: 'approves',
    influences: 'influences',
    uses: 'uses',
    keepsGate: 'keeps the gate',
  },
}

/** Lines between people of an account, and those from ours to theirs. */
export const LINE_WORDS: Words<Relation | 'coverage'> = {
  zh: { reports: '汇报', influences: '影响', conflicts: '不合', coverage: '我方联系' },
  en: { reports: 'reports to', influences: 'influences', conflicts: 'at odds with', coverage: 'our contact' },
}

/** How well one of ours knows a person. */
export const DEPTH_WORDS: Readonly<Record<Language, readonly [string, string, string, string, string]>> = {
  zh: ['未接触', '认识', '有往来', '信任', '知交'],
  en: ['not yet', 'knows', 'works with', 'trusted', 'close'],
}

/** A depth's word. */
export const depthWord = (depth: number, language: Language): string => DEPTH_WORDS[language][depth] ?? ''

/** Words of the drawing and of its table, on paper and on the screen. `{name}` is replaced by `fillIn`. */
export const MAP_WORDS = {
  zh: {
    title: '关系图',
    printed: '{date} 打印',
    page: '第 {page} 页，共 {pages} 页',
    ours: '我方',
    unknown: '未知',
    noAttitude: '态度未知',
    shapes: '形状表示决策角色',
    colours: '颜色和符号表示态度',
    lines: '线',
    depth: '越粗越牢',
    wanted: '想要的',
    hole: '有缺口',
    from: '从',
    kind: '关系',
    to: '到',
    now: '现在',
    goal: '想要',
    note: '备注',
    holes: '缺口',
    noHoles: '没有缺口：每个人都有联系，也都没有冷下来。',
    noDecider: '还没有标出谁拍板。',
    noContact: '{name}拍板，我方还没有人认识。',
    onlyOne: '{name}只有{member}一人认识。',
    notMet: '{name}已 {days} 天没有往来（本级 {interval} 天）。',
    neverMet: '{name}没有任何往来记录。',
    thin: '{member}与{name}：现在{depth}，想要{wanted}。',
    weakest: '{name}这条线最弱：{parts}。',
    and: '，且',
    partNoContact: '由此人拍板却没有人认识',
    partOnlyOne: '只有{member}一人联系',
    partNotMet: '已有 {days} 天没有往来',
    partNeverMet: '没有往来记录',
    partThin: '{member}的联系还不够深',
  },
  en: {
    title: 'Relationship map',
    printed: 'printed {date}',
    page: 'page {page} of {pages}',
    ours: 'Our people',
    unknown: 'unknown',
    noAttitude: 'attitude unknown',
    shapes: 'shape: role in the decision',
    colours: 'colour and sign: attitude',
    lines: 'lines',
    depth: 'thicker is stronger',
    wanted: 'wanted',
    hole: 'has a hole',
    from: 'From',
    kind: 'Relation',
    to: 'To',
    now: 'Now',
    goal: 'Wanted',
    note: 'Note',
    holes: 'Holes',
    noHoles: 'No holes: we are in contact with everybody, and nobody has gone cold.',
    noDecider: 'Nobody is marked as the one who decides.',
    noContact: '{name} decides, and none of ours knows them.',
    onlyOne: 'Only {member} knows {name}.',
    notMet: '{name}: no contact for {days} days (this tier: {interval}).',
    neverMet: '{name}: no contact on record.',
    thin: '{member} and {name}: {depth} now, {wanted} wanted.',
    weakest: '{name} is our weakest line: {parts}.',
    and: ', and ',
    partNoContact: 'decides, yet none of ours knows them',
    partOnlyOne: 'only {member} is in contact',
    partNotMet: 'no contact for {days} days',
    partNeverMet: 'no contact on record',
    partThin: '{member} doesn’t know them as well as we want',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>
