import { beforeAll, expect, it } from 'vitest'
import { en } from '../../../renderer/i18n/catalogues.ts'
import { i18n } from '../../../renderer/i18n/i18n.ts'
import { speakForTests } from './speak.ts'

beforeAll(() => speakForTests('en'))

/** The catalogues of the channel and of Today, where counts are often one. */
const ROOMS = [
  ...(['today', 'tasks', 'requests', 'quality', 'incentives', 'mystery', 'club'] as const),
  ...(['consultations', 'effort', 'figures', 'policies', 'channel', 'notices', 'error'] as const),
]

/** Every text that counts something, by its key. */
function* counted(node: unknown, path: string): Generator<readonly [key: string, text: string]> {
  if (typeof node === 'string') {
    if (/\{\{\w+(, number)?\}\}/.test(node)) yield [path, node]
  } else if (typeof node === 'object' && node !== null)
    for (const [key, child] of Object.entries(node)) yield* counted(child, `${path}.${key}`)
}

/** “1 incidents”, “1 severe incidents”, “1 accounts have”; what counts in a bound (“of 1 … at most”) is no fault. */
const WRONG =
  /(?:^|[^\d\p{L}])1 (?:(?:severe|late|key|more|working) )?(?!is\b|was\b|has\b|less\b|goes\b|comes\b)\p{L}+s\b/u

/** Never said of one: lines are too many from 5,001 on, and “every 2 days” begins at two. */
const NEVER_ONE = [
  /_many$/,
  /PASTE_TOO_LONG/,
  /tooMany$/,
  /everyN/,
  /error\.(?!.*(POLICY|EXCEPTION|LEDGER|RULE|LEVEL|TOLD|POINTS))/,
]

it.each(ROOMS.flatMap((room) => [...counted(en[room], room)]))('%s reads well of one', (key, text) => {
  if (NEVER_ONE.some((pattern) => pattern.test(key))) return
  const names = [...text.matchAll(/\{\{(\w+)(, \w+)?/g)].map(([, name, format]) => [
    name,
    format === undefined && name !== 'count' && name !== 'more' ? '…' : 1,
  ])
  expect(i18n.t(key, Object.fromEntries(names))).not.toMatch(WRONG)
})
