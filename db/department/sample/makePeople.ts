import type { Attitude, Gender } from '../../accounts/people/rules/fields.ts'
import type { Calendar } from './calendar.ts'
import type { SampleFirm } from './firms.ts'
import * as words from './peopleWords.ts'
import { type Chance, chanceOf } from './random.ts'
import type { PersonFacts, Post, SamplePerson } from './shapes.ts'

/** How many people an account of each size has at most in the archive, and how much is known of them. */
const BY_SIZE = {
  key: { posts: ['boss', 'buying', 'making', 'money', 'quality'], known: 0.85 },
  main: { posts: ['boss', 'buying', 'making', 'money'], known: 0.65 },
  ordinary: { posts: ['boss', 'buying', 'making'], known: 0.45 },
  small: { posts: ['boss', 'buying'], known: 0.25 },
} as const satisfies Readonly<Record<SampleFirm['size'], { posts: readonly Post[]; known: number }>>

/** Makes up the people of firms for whom the story has none, or too few. Names are nobody else's. */
export function makePeople(
  firms: readonly SampleFirm[],
  told: readonly SamplePerson[],
  calendar: Calendar,
): SamplePerson[] {
  const taken = new Set(told.map(({ name }) => name))
  const made: SamplePerson[] = []
  for (const firm of firms) {
    const there = told.filter(({ jobs }) =>
      jobs.some(({ account, until }) => account === firm.name && until === null),
    )
    // an account that the story tells in full keeps the people that it has there
    if (there.length > 3) continue
    const chance = chanceOf(`people of ${firm.name}`)
    const { posts } = BY_SIZE[firm.size]
    for (const post of posts) {
      if (there.some((person) => person.post === post)) continue
      const person = makePerson(firm, post, { chance, calendar, taken })
      taken.add(person.name)
      made.push(person)
    }
  }
  return made
}

interface Maker {
  readonly chance: Chance
  readonly calendar: Calendar
  readonly taken: ReadonlySet<string>
}

function makePerson(firm: SampleFirm, post: Post, maker: Maker): SamplePerson {
  const { chance, calendar } = maker
  const gender: Gender = chance.happens(FEMALE[post]) ? 'female' : 'male'
  const { large, small, department, role } = words.POSTS[post]
  const age = chance.between(post === 'boss' ? 40 : 29, post === 'boss' ? 60 : 54)
  const earliest = Math.max(firm.founded, calendar.year - age + 22)
  const since = String(Math.min(calendar.year - 1, chance.between(earliest, calendar.year - 2)))
  const isSmall = firm.size === 'small'
  return {
    name: newName(gender, maker),
    post,
    gender,
    attitude: attitudeOf(firm, chance),
    decisionRole: chance.happens(BY_SIZE[firm.size].known) ? role : null,
    influence: post === 'boss' ? 5 : chance.between(2, post === 'buying' ? 4 : 3),
    jobs: [
      {
        account: firm.name,
        title: isSmall ? small : large,
        department: isSmall ? '' : department,
        since,
        until: null,
      },
    ],
    facts: factsOf(firm, post, age, maker),
  }
}

const FEMALE: Readonly<Record<Post, number>> = {
  boss: 0.12,
  buying: 0.5,
  making: 0.1,
  money: 0.75,
  quality: 0.45,
}

function newName(gender: Gender, { chance, taken }: Maker): string {
  for (;;) {
    const name = chance.pick(words.SURNAMES) + chance.pick(words.GIVEN_NAMES[gender])
    if (!taken.has(name)) return name
  }
}

/** The larger the part of their purchases that comes from us, the kinder they are. */
function attitudeOf({ share }: SampleFirm, chance: Chance): Attitude | null {
  const warmth = share + chance.between(-25, 25)
  if (chance.happens(0.08)) return null
  if (warmth > 75) return 'champion'
  if (warmth > 55) return 'friendly'
  if (warmth > 30) return 'neutral'
  return warmth > 14 ? 'cool' : 'opponent'
}

function factsOf(firm: SampleFirm, post: Post, age: number, { chance, calendar }: Maker): PersonFacts {
  const known: number = BY_SIZE[firm.size].known
  const maybe = <Value>(value: Value, probability = known): Value | undefined =>
    chance.happens(probability) ? value : undefined
  const facts = {
    birthday: maybe(birthdayOf(calendar.year - age - 1, chance), known - 0.1),
    nativePlace: maybe(chance.happens(0.7) ? firm.region : chance.pick(words.FAR_PLACES)),
    career: maybe(chance.pick(words.CAREERS[post]), known - 0.15),
    tradeSince: maybe(calendar.year - age + chance.between(20, 26)),
    interests: maybe(chance.pick(words.INTERESTS)),
    rhythm: maybe(chance.pick(words.RHYTHMS[post])),
    family: maybe(chance.pick(words.FAMILIES), known - 0.3),
    brandsView: maybe(chance.pick(words.BRAND_VIEWS), known - 0.2),
    preconditions: maybe(chance.pick(words.PRECONDITIONS[post]), known - 0.1),
    greeting: maybe(chance.pick(words.GREETINGS), known - 0.4),
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

/** A fifth keep the lunar birthday, and of some nobody knows the year. */
function birthdayOf(year: number, chance: Chance): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const lunar = chance.happens(0.2)
  const date = `${two(chance.between(1, 12))}-${two(chance.between(1, lunar ? 29 : 28))}`
  return `${lunar ? 'lunar:' : ''}${chance.happens(0.2) ? '-' : year}-${date}`
}
