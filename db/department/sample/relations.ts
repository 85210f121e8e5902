import type { SampleFirm } from './firms.ts'
import type { Post, SamplePerson, SampleRelation, SampleWarning } from './shapes.ts'

const line = (
  account: string,
  from: string,
  to: string,
  kind: SampleRelation['kind'],
  note = '',
): SampleRelation => ({ account, from, to, kind, note })

/** Lines that the story tells beside the reporting lines. */
const TOLD: readonly SampleRelation[] = [
  line('恒岳家居集团', '吴思齐', '吴国梁', 'reports', '父子'),
  line('恒岳家居集团', '唐海平', '吴国梁', 'influences', '十多年的老部下，用料听他的'),
  line('恒岳家居集团', '高卉', '郑明霞', 'conflicts', '压账期压到采购头上'),
  line('南浔木业', '潘玉琴', '姚建华', 'conflicts', '换料不问车间'),
  line('南浔木业', '陆芳', '费志明', 'influences', '停线以后，放不放行听她的'),
  line('佛山美颂家具', '黎志强', '何嘉欣', 'influences', '试样结果说了算'),
  line('苏州新垲整木', '陶建国', '罗天成', 'influences', '一起创业'),
]

/** Who reports to whom: everybody to the head of their firm, and what the story adds. */
export function makeRelations(
  firms: readonly SampleFirm[],
  people: readonly SamplePerson[],
): SampleRelation[] {
  const lines = [...TOLD]
  for (const { name } of firms) {
    const there = people.filter(({ jobs }) => jobs[0].account === name)
    const heads = there.filter(({ post }) => post === 'boss')
    // where a chairman and a general manager lead, people report to the latter
    const head = heads.at(-1)
    if (!head || name === '湖州南太湖竹业') continue
    for (const person of there)
      if (person.post !== 'boss') lines.push(line(name, person.name, head.name, 'reports'))
  }
  return lines
}

/** Signs that money is at risk, by account and post; who recorded them is its owner. */
const SIGNS: readonly {
  readonly account: string
  readonly post: Post
  readonly sign: string
  readonly why: string
  readonly ago: number
}[] = [
  {
    account: '贵阳黔山装饰',
    post: 'boss',
    sign: '好赌，常去外地打牌',
    why: '两位同行都这么说，货款又逾期 85 天，先款后货',
    ago: 66,
  },
  {
    account: '镇江丹阳灯具',
    post: 'boss',
    sign: '替别人担保被起诉',
    why: '公开的开庭公告上有他的名字，已分三期收尾款',
    ago: 92,
  },
  {
    account: '金华永康门业',
    post: 'buying',
    sign: '暗示要回扣',
    why: '两次说“别家都有表示”，已报沈知远，改由两人同去',
    ago: 140,
  },
]

/** Warning signs (A2) with who recorded them and why. */
export const makeWarnings = (
  firms: readonly SampleFirm[],
  people: readonly SamplePerson[],
): SampleWarning[] =>
  SIGNS.flatMap(({ account, post, ...sign }) => {
    const person = people.find(({ post: held, jobs }) => held === post && jobs[0].account === account)
    const firm = firms.find(({ name }) => name === account)
    return person && firm ? [{ person: person.name, by: firm.owner, ...sign }] : []
  })
