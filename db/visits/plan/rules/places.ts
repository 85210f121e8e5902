/** China's provinces, in the words with which the region of an account begins. */
const PROVINCES = [
  ...[
    '北京',
    '天津',
    '上海',
    '重庆',
    '河北',
    '山西',
    '辽宁',
    '吉林',
    '黑龙江',
    '江苏',
    '浙江',
    '安徽',
    '福建',
  ],
  ...['江西', '山东', '河南', '湖北', '湖南', '广东', '海南', '四川', '贵州', '云南', '陕西', '甘肃', '青海'],
  ...['内蒙古', '广西', '西藏', '宁夏', '新疆', '台湾', '香港', '澳门'],
]

/** The city and the wider area of a region such as 山东临沂 or 浙江省 湖州市; both empty where no region is known. */
export function placeOf(region: string): { city: string; area: string } {
  const text = region.trim()
  const area = PROVINCES.find((province) => text.startsWith(province))
  if (area === undefined) {
    const [first = '', ...rest] = text.split(/[\s,，·/-]+/)
    return { city: rest.at(-1) ?? first, area: first }
  }
  const city = text
    .slice(area.length)
    .replace(/^(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)/, '')
    .replace(/^[\s,，·/-]+/, '')
    .replace(/市$/, '')
  return { city: city === '' ? area : city, area }
}
