/** Facts that belong into fields which are masked until somebody looks. */
type SensitiveFact = 'family' | 'health'

/** A fact about a person that a text seems to tell, in the words of people.edit. */
export interface LikelyFact {
  readonly field: 'birthday' | 'nativePlace' | 'phone' | 'interests' | 'rhythm' | 'tradeSince' | SensitiveFact
  readonly value: string
}

const MONTH_DAY =
  '(?:农历|阴历|旧历)?(?:(?:19|20)\\d\\d年)?(?:闰)?(?:\\d{1,2}|[正一二三四五六七八九十冬腊]{1,2})月(?:\\d{1,2}[日号]?|[初十廿卅一二三四五六七八九]{2,3})'
const PLACE = '[\\u4e00-\\u9fff]{2,8}?'
const END = '(?=[，。；、,;.!！？?\\s）)]|的|$)'

const FAMILY =
  '(?:女儿|儿子|孩子|小孩|双胞胎|太太|妻子|爱人|夫人|老婆|老公|丈夫|父亲|母亲|父母|爸爸|妈妈|岳父|岳母|公公|婆婆|孙子|孙女|外孙|家人|结婚|离婚|二胎|\\b(?:daughter|son|child|children|kids|wife|husband|mother|father|parents|divorced?|married)\\b)'
const HEALTH =
  '(?:住院|出院|手术|生病|病了|患病|病情|看病|体检|血压|血糖|血脂|糖尿病|痛风|心脏病|胃病|胃不好|腰椎|颈椎|骨折|过敏|忌口|戒酒|戒烟|化疗|癌|抑郁|怀孕|\\b(?:hospital|surgery|illness|diabetes|cancer|allerg(?:y|ic)|pregnant)\\b)'
/** To the end of the clause. */
const ON = '[^，。；、,;.!！？?\\n@#]{0,40}'

const RULES: readonly (readonly [LikelyFact['field'], RegExp])[] = [
  ['birthday', new RegExp(`生日[是在为:：]*(${MONTH_DAY})`)],
  ['birthday', new RegExp(`(${MONTH_DAY})(?:是(?:他|她|其)?的?|过)?生日`)],
  ['nativePlace', new RegExp(`(?:老家|籍贯|家乡)[是在为:：]*(${PLACE})(?:人)?${END}`)],
  ['nativePlace', new RegExp(`(?:他|她|总)是(${PLACE})人${END}`)],
  ['phone', /(?<!\d)(1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?!\d)/],
  ['family', new RegExp(`(${FAMILY}${ON})`, 'i')],
  // a daughter in hospital is the daughter's health: it was told with the family
  ['health', new RegExp(`(?<!${FAMILY}${ON})(${HEALTH}${ON})`, 'i')],
  ['interests', /(?:喜欢|爱好|酷爱|迷上了?|爱(?!人))[是:：]?([^，。；,;.!！？?\n@#]{2,20})/],
  [
    'rhythm',
    /((?:早上|上午|中午|下午|傍晚|晚上|周[一二三四五六日至到、]+)[^，。；,;\n]{0,10}(?:打电话|接电话|找他|找她|有空|回微信))/,
  ],
  ['tradeSince', /((?:19|20)\d\d)年(?:就)?(?:入行|进入?(?:这一?|本)?行)/],
]

/** Facts about a person that simple rules see in a text, each field once. */
export function likelyFacts(text: string): LikelyFact[] {
  const facts = new Map<LikelyFact['field'], LikelyFact>()
  for (const [field, rule] of RULES) {
    const value = rule.exec(text)?.[1]?.trim()
    if (value && !facts.has(field)) facts.set(field, { field, value: tidied(field, value) })
  }
  return [...facts.values()]
}

const SENSITIVE = [
  ['family', new RegExp(FAMILY, 'i')],
  ['health', new RegExp(HEALTH, 'i')],
] as const satisfies readonly (readonly [SensitiveFact, RegExp])[]

/** The masked field that words about a person belong into; null where they speak of neither family nor health. */
export const sensitiveField = (words: string): SensitiveFact | null =>
  SENSITIVE.find(([, rule]) => rule.test(words))?.[0] ?? null

const tidied = (field: LikelyFact['field'], value: string): string =>
  field === 'phone' ? value.replaceAll(/[ -]/g, '') : value
