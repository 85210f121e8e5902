import type { Seat } from '../../evaluation/ballots/rules/group.ts'
import type { Mark } from '../../evaluation/rules/marks.ts'
import { SAMPLE_ACCOUNTS } from './accounts.ts'
import { chanceOf } from './random.ts'
import { SAMPLE_INDICATORS } from './story.ts'

/** An evaluator of the sample's round by ballots. */
export interface SampleEvaluator {
  readonly name: string
  readonly seat: Seat
  /** how many of ten marks lie a grade off what most see, below (negative) or above */
  readonly leaning: number
  /** how many more of ten are a grade too high on accounts of their own */
  readonly ownLeaning: number
  /** gives most accounts one and the same mark throughout */
  readonly halo: boolean
}

const evaluator = (
  name: string,
  seat: Seat,
  { leaning = 0, ownLeaning = 0, halo = false }: Partial<Omit<SampleEvaluator, 'name' | 'seat'>> = {},
): SampleEvaluator => ({ name, seat, leaning, ownLeaning, halo })

/** The evaluation group (A1): a severe deputy, two salesmen who are fond of their own accounts, one who doesn't look closely. */
export const SAMPLE_EVALUATORS: readonly SampleEvaluator[] = [
  evaluator('顾长风', 'leader'),
  evaluator('何敬之', 'deputy', { leaning: -8 }),
  evaluator('罗雁', 'deputy', { leaning: 2 }),
  evaluator('秦素', 'deputy', { leaning: -2 }),
  evaluator('沈知远', 'member'),
  evaluator('林晓舟', 'member', { ownLeaning: 10 }),
  evaluator('周启明', 'member', { ownLeaning: 10 }),
  evaluator('许若岚', 'member'),
  evaluator('陈立川', 'member', { halo: true }),
  evaluator('方佩', 'member'),
]

/** Cells over which the sample's group is divided: the marks in the order of {@link SAMPLE_EVALUATORS}. */
const DIVIDED: readonly (readonly [account: string, indicator: string, marks: readonly Mark[]])[] = [
  ['南浔木业', '忠诚度', [6, 2, 8, 4, 4, 8, 6, 6, 4, 2]],
  ['南浔木业', '增长潜力', [6, 4, 6, 4, 6, 8, 6, 8, 6, 4]],
  ['川渝宏泰建材', '经营理念', [8, 6, 8, 8, 8, 8, 10, 6, 8, 8]],
  ['临沂鲁南板材', '规模管理', [8, 6, 8, 6, 8, 8, 8, 10, 8, 8]],
  ['东莞利昌五金', '忠诚度', [10, 6, 10, 8, 10, 10, 10, 10, 10, 10]],
  ['郑州中原涂料商行', '下游满意', [6, 4, 6, 6, 6, 8, 6, 6, 6, 6]],
  ['宁波甬东五金机电', '规模管理', [6, 4, 4, 4, 6, 8, 4, 4, 6, 6]],
]

/** What somebody wrote beside a mark that the meeting will talk about. */
export const SAMPLE_REMARKS: readonly {
  readonly evaluator: string
  readonly account: string
  readonly indicator: string
  readonly text: string
}[] = [
  {
    evaluator: '秦素',
    account: '南浔木业',
    indicator: '忠诚度',
    text: '份额从 57% 降到 48%，10 月三次拿他牌报价压价。',
  },
  {
    evaluator: '林晓舟',
    account: '南浔木业',
    indicator: '忠诚度',
    text: '十一年老客户，这次是批次质量惹的。',
  },
  { evaluator: '何敬之', account: '南浔木业', indicator: '忠诚度', text: '近两个月下单比基线低 38%。' },
  { evaluator: '方佩', account: '南浔木业', indicator: '忠诚度', text: '已经在试他牌面漆。' },
]

/** Judged marks that are blank in the sample's shared sheet. */
const BLANK_FILLED: Mark = 6

/** What an evaluator gives an account for each judged indicator; the same on every laptop. */
export function sampleMarks({ name, leaning, ownLeaning, halo }: SampleEvaluator, account: string): Mark[] {
  const row = SAMPLE_ACCOUNTS.find(([candidate]) => candidate === account)
  if (!row) throw new Error(`no account ${account} in the sample`)
  const [, owner] = row
  const strip = row[8]
  const judged = SAMPLE_INDICATORS.filter(({ figure }) => figure === null)
  const seen = judged.map((_, at) => markOf(strip[at]))
  const place = SAMPLE_EVALUATORS.findIndex((candidate) => candidate.name === name)
  const chance = chanceOf(`ballot ${name} ${account}`)
  const flat = flatMark(account, seen)
  const lean = leaning + (owner === name ? ownLeaning : 0)
  return judged.map((indicator, at) => {
    const divided = DIVIDED.find(([who, what]) => who === account && what === indicator.name)
    const given = divided?.[2][place]
    if (given !== undefined) return given
    const common = seen[at] ?? BLANK_FILLED
    const side = sideOf(account, indicator.name, common, flat)
    const wanted = halo && flat !== null ? flat - common : 0
    const leans = chance.happens(Math.abs(lean) / 10) ? lean : 0
    return graded(common, Math.sign(wanted || leans) === side ? side : 0)
  })
}

/** The one mark that somebody who doesn't look closely gives throughout an account; null where they do look. */
const flatMark = (account: string, seen: readonly Mark[]): Mark | null =>
  chanceOf(`flat ${account}`).happens(0.8) ? median(seen) : null

/** To which side of what most see a cell's marks may lie: to one alone, so that the group is divided only where the story says so. */
function sideOf(account: string, indicator: string, common: Mark, flat: Mark | null): -1 | 1 {
  if (flat !== null && flat !== common) return flat > common ? 1 : -1
  return chanceOf(`side ${account} ${indicator}`).happens(0.5) ? 1 : -1
}

const markOf = (char: string | undefined): Mark => {
  switch (char) {
    case 'X':
      return 10
    case '8':
      return 8
    case '4':
      return 4
    case '2':
      return 2
    default:
      return BLANK_FILLED
  }
}

/** A mark, or the grade beside it. */
function graded(common: Mark, side: -1 | 0 | 1): Mark {
  const near = Math.min(10, Math.max(2, common + side * 2))
  return markOf(near === 10 ? 'X' : String(near))
}

const median = (marks: readonly Mark[]): Mark =>
  marks.toSorted((a, b) => a - b)[Math.floor(marks.length / 2)] ?? BLANK_FILLED
