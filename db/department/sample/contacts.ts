import type { Calendar } from './calendar.ts'
import { TALK_FIELD } from './portraitFields.ts'
import { chanceOf } from './random.ts'
import type { SamplePerson } from './shapes.ts'

/** How somebody is reached, and why we may keep what is personal. Empty where nobody knows. */
export interface SampleContact {
  readonly phone: string
  readonly privatePhone: string
  readonly wechat: string
  readonly talk: string | null
  readonly basis: string
  /** YYYY-MM-DD */
  readonly retainUntil: string | null
}

/** Somebody's invented numbers: 5550 in the middle is nobody's. `at` makes them theirs alone. */
export function contactOf({ name, facts }: SamplePerson, at: number, { year }: Calendar): SampleContact {
  const chance = chanceOf(`contact of ${name}`)
  const tail = String(1_000 + at * 37).slice(-4)
  const personal = facts.family !== undefined || facts.health !== undefined
  // of somebody hardly known there is a card at most
  const close = Object.keys(facts).length > 4
  return {
    phone: chance.happens(0.9) ? `1${chance.pick(['35', '38', '39', '86'])} 5550 ${tail}` : '',
    privatePhone: close && chance.happens(0.2) ? `150 5550 ${tail}` : '',
    wechat: close && chance.happens(0.6) ? `wx5550${tail}` : '',
    talk: close ? chance.pick(TALK_FIELD.choices) : null,
    basis: personal ? '本人在业务往来中告知，用于拜访与问候' : '',
    retainUntil: personal ? `${year + 3}-12-31` : null,
  }
}
