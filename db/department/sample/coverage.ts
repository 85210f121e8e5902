import type { Depth } from '../../accounts/people/rules/fields.ts'
import type { SampleFirm } from './firms.ts'
import { chanceOf } from './random.ts'
import type { Post, SampleCoverage, SamplePerson } from './shapes.ts'

/**
 * 恒岳's lines as the map of the pictures has them: depth now and wanted. Finance is the weakest: only 秦素 has ever
 * been in touch with 高卉.
 */
const HENGYUE: readonly (readonly [member: string, person: string, depth: Depth, wanted: Depth | null])[] = [
  ['顾长风', '吴国梁', 2, 2],
  ['顾长风', '吴思齐', 0, 2],
  ['何敬之', '吴国梁', 3, 3],
  ['何敬之', '吴思齐', 4, 4],
  ['何敬之', '高卉', 0, 2],
  ['林晓舟', '吴思齐', 2, 3],
  ['林晓舟', '郑明霞', 3, 3],
  ['林晓舟', '唐海平', 4, 4],
  ['唐棣', '唐海平', 2, 2],
  ['秦素', '郑明霞', 0, 2],
  ['秦素', '高卉', 1, 3],
]

/** Colleagues who also know somebody in a post, at accounts of a size: so often, with what depth wanted. */
const COLLEAGUES: readonly {
  readonly member: string
  readonly post: Post
  readonly sizes: readonly SampleFirm['size'][]
  readonly often: number
  readonly wanted: Depth
}[] = [
  { member: '沈知远', post: 'boss', sizes: ['key', 'main'], often: 0.6, wanted: 3 },
  { member: '顾长风', post: 'boss', sizes: ['key'], often: 0.5, wanted: 2 },
  { member: '何敬之', post: 'boss', sizes: ['key'], often: 0.6, wanted: 3 },
  { member: '罗雁', post: 'buying', sizes: ['key', 'main'], often: 0.3, wanted: 2 },
  { member: '秦素', post: 'money', sizes: ['key', 'main'], often: 0.7, wanted: 2 },
  { member: '唐棣', post: 'quality', sizes: ['key', 'main'], often: 0.9, wanted: 3 },
  { member: '唐棣', post: 'making', sizes: ['key', 'main'], often: 0.4, wanted: 2 },
  { member: '马骁', post: 'making', sizes: ['key', 'main'], often: 0.5, wanted: 2 },
  { member: '赵敏', post: 'buying', sizes: ['key', 'main', 'ordinary'], often: 0.4, wanted: 2 },
]

/** How well an account's owner comes to know somebody in a post. */
const OWNER: Readonly<Record<Post, readonly [low: Depth, high: Depth, wanted: Depth]>> = {
  boss: [1, 3, 3],
  buying: [2, 4, 4],
  making: [1, 3, 3],
  money: [1, 2, 2],
  quality: [1, 3, 3],
}

/** Who of ours covers whom. A few decision makers of small accounts nobody has met yet: holes for the map to show. */
export function makeCoverage(
  firms: readonly SampleFirm[],
  people: readonly SamplePerson[],
): readonly SampleCoverage[] {
  const byName = new Map(firms.map((firm) => [firm.name, firm]))
  const lines: SampleCoverage[] = HENGYUE.map(([member, person, depth, wanted]) => ({
    person,
    member,
    depth,
    wanted,
  }))
  for (const person of people) {
    const firm = byName.get(person.jobs[0].account)
    if (!firm || firm.name === '恒岳家居集团') continue
    lines.push(...linesTo(person, firm))
  }
  return lines
}

function linesTo({ name, post, jobs }: SamplePerson, firm: SampleFirm): SampleCoverage[] {
  const chance = chanceOf(`coverage of ${name}`)
  const [low, high, wanted] = OWNER[post]
  const unmet = post === 'boss' && firm.size === 'small' && chance.happens(0.25)
  const depth = unmet ? 0 : depthOf(chance.between(low, high))
  const lines: SampleCoverage[] = [{ person: name, member: firm.owner, depth, wanted }]
  for (const colleague of COLLEAGUES) {
    if (colleague.post !== post || !colleague.sizes.includes(firm.size) || !chance.happens(colleague.often))
      continue
    const known = chance.happens(0.75)
    lines.push({
      person: name,
      member: colleague.member,
      depth: known ? depthOf(chance.between(1, colleague.wanted)) : 0,
      wanted: colleague.wanted,
    })
  }
  // who knew them where they worked before still does
  const former = FORMER_OWNERS[name]
  if (former !== undefined && jobs.length > 1)
    lines.push({ person: name, member: former, depth: 3, wanted: null })
  return lines
}

const FORMER_OWNERS: Readonly<Record<string, string>> = { 钱学军: '林晓舟' }

function depthOf(number: number): Depth {
  if (number <= 0) return 0
  if (number === 1) return 1
  if (number === 2) return 2
  return number === 3 ? 3 : 4
}
