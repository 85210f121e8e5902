import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterIdea,
  hasOutcome,
  IDEA_EVENTS,
  IDEA_STATES,
  type IdeaEventKind,
  type IdeaState,
  ideaEventsFrom,
  isIdeaOpen,
  needsIdeaReason,
  withUntold,
} from '../../../db/recovery/ideas/rules/ideas.ts'
import {
  PRIORITY_BANDS,
  priorityBand,
  priorityOf,
  WEIGHTS,
} from '../../../db/recovery/ideas/rules/priority.ts'

const event = fc.constantFrom<IdeaEventKind>(...IDEA_EVENTS)
const mark = fc.constantFrom<number>(...WEIGHTS)

/** Where events lead from the beginning; those that are refused change nothing. */
const walk = (events: readonly IdeaEventKind[]): IdeaState =>
  events.reduce<IdeaState>((state, next) => afterIdea(state, next) ?? state, 'proposed')

describe('the way of an idea', () => {
  it('goes from its proposal until those who asked were told', () => {
    expect(walk(['weigh', 'accept', 'start', 'deliver', 'tell'])).toBe('told')
    expect(walk(['refuse', 'takeUp', 'weigh'])).toBe('weighed')
    expect(walk(['weigh', 'accept', 'start', 'deliver', 'rework', 'deliver'])).toBe('delivered')
  })

  it('offers of all events exactly those that lead somewhere', () => {
    for (const state of IDEA_STATES) {
      const offered = ideaEventsFrom(state)
      for (const each of IDEA_EVENTS)
        expect(offered.includes(each)).toBe(afterIdea(state, each) !== undefined)
      expect(offered.length, `${state} is no dead end`).toBeGreaterThan(0)
    }
  })

  it('accepts nothing that nobody weighed, tells nothing that wasn’t delivered', () => {
    for (const state of IDEA_STATES) {
      if (afterIdea(state, 'accept') !== undefined) expect(state).toBe('weighed')
      if (afterIdea(state, 'tell') !== undefined) expect(state).toBe('delivered')
    }
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const state = walk(events)
        const needed: IdeaEventKind[] =
          state === 'told' ? ['weigh', 'accept', 'start', 'deliver', 'tell'] : []
        for (const each of needed) expect(events).toContain(each)
        expect(IDEA_STATES).toContain(state)
      }),
    )
  })

  it('is over once told or refused, and both can be taken back, the refusal and the rework with a reason', () => {
    expect(IDEA_STATES.filter((state) => !isIdeaOpen(state))).toEqual(['told', 'refused'])
    expect(IDEA_EVENTS.filter(needsIdeaReason)).toEqual(['rework', 'refuse'])
    expect(isIdeaOpen(afterIdea('told', 'rework') ?? 'told')).toBe(true)
    expect(isIdeaOpen(afterIdea('refused', 'takeUp') ?? 'refused')).toBe(true)
  })

  it('is not told while one who asked doesn’t know, whatever else it is', () => {
    for (const state of IDEA_STATES) {
      expect(withUntold(state)).not.toBe('told')
      if (state !== 'told') expect(withUntold(state)).toBe(state)
    }
    expect(IDEA_STATES.filter(hasOutcome)).toEqual(['delivered', 'told', 'refused'])
  })
})

describe('what goes first', () => {
  it('is worth much and takes little', () => {
    expect(priorityOf({ value: 5, effort: 1 })).toBe(25)
    expect(priorityOf({ value: 1, effort: 5 })).toBe(1)
    expect(priorityBand({ value: 4, effort: 2 })).toBe('first')
    expect(priorityBand({ value: 3, effort: 3 })).toBe('inTurn')
    expect(priorityBand({ value: 2, effort: 4 })).toBe('later')
  })

  it('never falls as the worth rises, never rises with the effort', () => {
    const rank = (value: number, effort: number): number =>
      PRIORITY_BANDS.length - PRIORITY_BANDS.indexOf(priorityBand({ value, effort }))
    fc.assert(
      fc.property(mark, mark, mark, (low, high, effort) => {
        const [least, most] = [Math.min(low, high), Math.max(low, high)]
        expect(priorityOf({ value: most, effort })).toBeGreaterThanOrEqual(
          priorityOf({ value: least, effort }),
        )
        expect(rank(most, effort)).toBeGreaterThanOrEqual(rank(least, effort))
        expect(priorityOf({ value: effort, effort: most })).toBeLessThanOrEqual(
          priorityOf({ value: effort, effort: least }),
        )
      }),
    )
  })
})
