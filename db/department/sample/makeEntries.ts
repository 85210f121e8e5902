import { daysBetween } from '../../accounts/rules/days.ts'
import type { Calendar } from './calendar.ts'
import { addFacts } from './entries/facts.ts'
import { HENGYUE_ENTRIES } from './entries/hengyue.ts'
import { fillSlots, type Talk } from './entries/slots.ts'
import type { StoryEntry } from './entries/story.ts'
import { THREAD_ENTRIES } from './entries/threads.ts'
import { TOPICS, type Topic } from './entries/topics.ts'
import type { SampleFirm } from './firms.ts'
import { type Chance, chanceOf } from './random.ts'
import type { SampleCoverage, SampleEntry, SampleNextStep, SamplePerson } from './shapes.ts'

/** An entry while promises and facts may still be added to its text. */
export interface Draft {
  readonly entry: SampleEntry
  /** what the story calls it; empty for made-up ones */
  readonly key: string
  readonly ago: number
  /** what may be promised in it */
  readonly vow: string | null
}

/** How often we talk in two years, by size; and how long the last contact may lie back, in days. */
const COUNTS: Readonly<
  Record<
    SampleFirm['size'],
    { readonly entries: readonly [number, number]; readonly last: readonly [number, number] }
  >
> = {
  key: { entries: [75, 150], last: [2, 12] },
  main: { entries: [26, 52], last: [4, 26] },
  ordinary: { entries: [7, 18], last: [8, 55] },
  small: { entries: [1, 7], last: [30, 190] },
}
const HENGYUE_COUNT = 214
/** Days of 恒岳 that the pictures show whole: nothing made up is newer. */
const HENGYUE_TOLD = 27

/** Two years of contacts: the story's own and made-up ones, oldest first. Nothing is on a day to come. */
export function makeEntries(
  calendar: Calendar,
  firms: readonly SampleFirm[],
  people: readonly SamplePerson[],
  coverage: readonly SampleCoverage[],
): Draft[] {
  const story = [...HENGYUE_ENTRIES, ...THREAD_ENTRIES]
  const drafts = story.map((entry) => storyDraft(entry, calendar))
  const untold = new Set(
    people.flatMap(({ name, facts }) => Object.keys(facts).map((field) => `${name} ${field}`)),
  )
  for (const firm of firms) {
    const told = story.filter(({ account }) => account === firm.name)
    drafts.push(...firmDrafts(firm, told, { calendar, people, coverage, untold }))
  }
  return drafts.sort((one, other) => other.ago - one.ago)
}

function storyDraft(
  { key, ago, exact, next, text, learned = [], account, member, people, channel }: StoryEntry,
  calendar: Calendar,
): Draft {
  const on = exact ? calendar.day(-ago) : calendar.workday(-ago)
  const step: SampleNextStep | null = next
    ? {
        step: next.step,
        on: next.doneAgo === undefined ? calendar.day(next.in) : calendar.workday(next.in),
        by: next.by,
        doneOn: next.doneAgo === undefined ? null : calendar.workday(-next.doneAgo),
      }
    : null
  return {
    key,
    ago,
    vow: null,
    entry: { account, member, people, on, channel, text: calendar.say(text), next: step, tells: [], learned },
  }
}

interface World {
  readonly calendar: Calendar
  readonly people: readonly SamplePerson[]
  readonly coverage: readonly SampleCoverage[]
  /** facts that no entry has told yet: `name field` */
  readonly untold: Set<string>
}

function firmDrafts(firm: SampleFirm, told: readonly StoryEntry[], world: World): Draft[] {
  const chance = chanceOf(`entries of ${firm.name}`)
  const { entries, last } = COUNTS[firm.size]
  const hengyue = firm.name === '恒岳家居集团'
  const count = (hengyue ? HENGYUE_COUNT : chance.between(...entries)) - told.length
  const newest = hengyue
    ? HENGYUE_TOLD
    : told.length > 0
      ? Math.min(...told.map(({ ago }) => ago)) + 1
      : chance.between(...last)
  const oldest = Math.min(720, daysBetween(firstDay(firm.cooperationSince), world.calendar.today))
  const used = new Set<string>()
  const drafts: Draft[] = []
  // the newest is where the firm's quiet time ends; the rest lie anywhere before it
  for (let at = 0; at < count; at += 1) {
    const ago = at === 0 && told.length === 0 ? newest : chance.between(newest, Math.max(newest, oldest - 3))
    const draft = makeDraft(firm, ago, { ...world, chance, used })
    if (draft) drafts.push(draft)
  }
  return drafts
}

/** The first day of a year or month. */
export const firstDay = (since: string): string => `${since}-01-01`.slice(0, 10)

interface Scene extends World {
  readonly chance: Chance
  readonly used: Set<string>
}

/** One contact so many days ago with somebody who worked there then and whom one of ours knows. */
function makeDraft(firm: SampleFirm, ago: number, scene: Scene): Draft | undefined {
  const { chance, calendar, used } = scene
  const on = calendar.workday(-ago)
  const present = scene.people.filter((person) => worksAt(person, firm.name, on))
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const topic = chance.pick(TOPICS)
    const suited = fits(topic, firm, on) ? partners(topic, present, chance) : []
    if (suited.length === 0) continue
    const person = chance.pick(suited)
    const member = talker(person, topic, firm, scene)
    if (member === undefined) continue
    const channel = chance.pick(topic.channels)
    const talk: Talk = { firm, person, chance, calendar, on }
    const text = fillSlots(sentenceOf(topic, firm, chance), talk)
    if (used.has(text)) continue
    used.add(text)
    const told =
      channel === 'email' ? { text, tells: [] } : addFacts(text, firm.name, person, chance, scene.untold)
    const vow = topic.vows ? fillSlots(chance.pick(topic.vows), talk) : null
    const next =
      topic.next && chance.happens(0.22)
        ? nextStep(fillSlots(chance.pick(topic.next), talk), ago, member, scene)
        : null
    return {
      key: '',
      ago,
      vow,
      entry: { account: firm.name, member, people: [person.name], on, channel, ...told, learned: [], next },
    }
  }
  return undefined
}

/** One sentence of a topic with one of its endings; who is never overdue never asks to pay later. */
function sentenceOf({ says }: Topic, { overdue }: SampleFirm, chance: Chance): string {
  const fitting = says.filter((line) => overdue > 0 || !line.includes('资金紧'))
  const [start = '', ...ends] = chance.pick(fitting).split('|')
  return `${start}。${chance.pick(ends)}`
}

const worksAt = ({ jobs }: SamplePerson, account: string, on: string): boolean =>
  jobs.some(
    (job) =>
      job.account === account &&
      firstDay(job.since ?? '1900') <= on &&
      (job.until === null || firstDay(job.until) > on),
  )

function fits({ only, months }: Topic, { industry }: SampleFirm, on: string): boolean {
  const dealer = industry.endsWith('经销')
  if (only !== undefined && dealer !== (only === 'dealers')) return false
  return months?.includes(Number(on.slice(5, 7))) ?? true
}

/** Who of theirs a topic is for, those of its first post most often. A chairman only talks of plans and holidays. */
function partners(topic: Topic, present: readonly SamplePerson[], chance: Chance): SamplePerson[] {
  const suited = present.filter(
    ({ post, jobs }) =>
      topic.posts.includes(post) &&
      (jobs[0].title !== '董事长' || topic.name === 'plan' || topic.name === 'greeting'),
  )
  const first = suited.filter(({ post }) => post === topic.posts[0])
  return first.length > 0 && chance.happens(0.7) ? first : suited
}

/** Who of ours talks to somebody: one who knows them, the owner before others. */
function talker(
  { name }: SamplePerson,
  { colleague }: Topic,
  { owner }: SampleFirm,
  { chance, coverage }: Scene,
): string | undefined {
  const known = coverage
    .filter(({ person, depth }) => person === name && depth > 0)
    .map(({ member }) => member)
  if (known.length === 0) return undefined
  if (colleague && known.includes(colleague.name) && chance.happens(colleague.often)) return colleague.name
  return known.includes(owner) && chance.happens(0.85) ? owner : chance.pick(known)
}

/** A step that is done by now unless its day is yet to come. */
function nextStep(step: string, ago: number, by: string, { chance, calendar }: Scene): SampleNextStep {
  const after = chance.between(2, 9) - ago
  const on = after < 0 ? calendar.workday(after) : calendar.dueDay(Math.max(1, after))
  const madeOn = calendar.workday(-ago)
  const due = on < madeOn ? madeOn : on
  return { step, on: due, by, doneOn: due < calendar.today ? due : null }
}
