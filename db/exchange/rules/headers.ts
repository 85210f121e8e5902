/** Header texts that people would call the same: width, case, blanks and punctuation don't count. */
export const foldHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s%()[\]{}·:._\-/\\*#'"“”（）【】]/g, '')

/** Where each wanted column stands among the headers; the first match wins, later ones are told as twins. */
export function findColumns<Key extends string>(
  headers: readonly string[],
  synonyms: Readonly<Record<Key, readonly string[]>>,
): { columns: Partial<Record<Key, number>>; twins: { key: Key; column: number }[] } {
  const keys = Object.keys(synonyms).filter((key): key is Key => key in synonyms)
  const keyOf = new Map(keys.flatMap((key) => synonyms[key].map((word) => [foldHeader(word), key] as const)))
  const columns: Partial<Record<Key, number>> = {}
  const twins: { key: Key; column: number }[] = []
  headers.forEach((header, column) => {
    const key = keyOf.get(foldHeader(header))
    if (key === undefined) return
    if (columns[key] === undefined) columns[key] = column
    else twins.push({ key, column })
  })
  return { columns, twins }
}

/** What the columns of a grading sheet may be headed. */
export const SHEET_SYNONYMS = {
  code: ['科目编号', '编号', '科目代码', 'code', 'indicator code'],
  indicator: ['评价科目', '科目', '科目名称', '评价指标', '指标', 'indicator', 'indicator name', 'name'],
  weight: ['权重%', '权重', '比重', 'weight%', 'weight'],
  excellent: ['优秀10', '优秀', '优秀10分', 'excellent10', 'excellent'],
  good: ['良好8', '良好', '良好8分', 'good8', 'good'],
  fair: ['合格6', '合格', '合格6分', 'fair6', 'fair'],
  poor: ['较差4', '较差', '较差4分', 'poor4', 'poor'],
  failing: ['不合格2', '不合格', '不合格2分', 'failing2', 'failing'],
  figure: ['数据', '数据项', '对应数据', 'figure', 'data'],
} as const

/** What the columns that name an account may be headed. */
export const ACCOUNT_SYNONYMS = {
  code: [
    '客户编号',
    '编号',
    '客户代码',
    '客户编码',
    'code',
    'account code',
    'customer code',
    'customer id',
    'id',
  ],
  name: [
    '客户名称',
    '名称',
    '客户',
    '客户名',
    '单位名称',
    'name',
    'account name',
    'customer name',
    'account',
    'customer',
  ],
} as const
