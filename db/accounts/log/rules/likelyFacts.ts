/** A fact about a person that a text seems to tell, in the words of people.edit. */
export interface LikelyFact {
  readonly field: 'birthday' | 'nativePlace' | 'phone' | 'interests' | 'rhythm' | 'tradeSince'
  readonly value: string
}

const MONTH_DAY =
  '(?:农历|阴历|旧历)?(?:(?:19|20)\\d\\d年)?(?:闰)?(?:\\d{1,2}|[正一二三四五六七八九十冬腊]{1,2})月(?:\\d{1,2}[日号]?|[初十廿卅一二三四五六七八九]{2,3})'
const PLACE = '[\\u4e00-\\u9fff]{2,8}?'
const END = '(?=[，。；、,;.!！？?\\s）)]|的|$)'

const RULES: readonly (readonly [LikelyFact['field'], RegExp])[] = [
  ['birthday', new RegExp(`生日[是在为:：]*(${MONTH_DAY})`)],
  ['birthday', new RegExp(`(${MONTH_DAY})(?:是(?:他|她|其)?的?|过)?生日`)],
  ['nativePlace', new RegExp(`(?:老家|籍贯|家乡)[是在为:：]*(${PLACE})(?:人)?${END}`)],
  ['nativePlace', new RegExp(`(?:他|她|总)是(${PLACE})人${END}`)],
  ['phone', /(?<!\d)(1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?!\d)/],
  ['interests', /(?:喜欢|爱好|酷爱|迷上了?|爱)[是:：]?([^，。；,;.!！？?\n@#]{2,20})/],
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

const tidied = (field: LikelyFact['field'], value: string): string =>
  field === 'phone' ? value.replaceAll(/[ -]/g, '') : value
