import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advance, begin, type VisitProgress } from '../../../db/visits/rules/progress.ts'
import {
  cameToNothing,
  eventsFrom,
  isAhead,
  isOpen,
  needsReason,
  after as stateAfter,
  tookPlace,
  VISIT_EVENTS,
  VISIT_STATES,
} from '../../../db/visits/rules/states.ts'

const course = fc.array(fc.constantFrom(...VISIT_EVENTS), { maxLength: 40 })

/** Where a visit stands after events; those that its state refuses are passed over. */
function walk(events: readonly (typeof VISIT_EVENTS)[number][]): VisitProgress[] {
  const steps = [begin(0)]
  events.forEach((event, at) => {
    const next = advance(steps.at(-1) ?? begin(0), event, at + 1, '2026-12-02')
    if (next) steps.push(next)
  })
  return steps
}

describe('the course of a visit', () => {
  it('is either ahead, held, or came to nothing', () => {
    for (const state of VISIT_STATES)
      expect([isAhead(state), tookPlace(state), cameToNothing(state)].filter(Boolean)).toHaveLength(1)
  })

  it('never leads back before the visit once it took place', () => {
    for (const state of VISIT_STATES.filter(tookPlace))
      for (const event of eventsFrom(state))
        expect(tookPlace(stateAfter(state, event) ?? 'proposed')).toBe(true)
  })

  it('can be brought to an end from everywhere', () => {
    for (const state of VISIT_STATES) {
      const seen = new Set([state])
      for (const one of seen)
        for (const event of eventsFrom(one)) {
          const next = stateAfter(one, event)
          if (next) seen.add(next)
        }
      expect([...seen].some((one) => !isOpen(one))).toBe(true)
    }
  })

  it('asks for a reason wherever something is taken back', () => {
    expect(VISIT_EVENTS.filter((event) => needsReason('proposed', event))).toEqual([
      'withdraw',
      'thaw',
      'cancel',
      'miss',
      'reopen',
    ])
    expect(needsReason('confirmed', 'move')).toBe(true)
    expect(needsReason('approved', 'move')).toBe(false)
    expect(needsReason('confirmed', 'hold')).toBe(true)
    expect(needsReason('frozen', 'hold')).toBe(false)
  })

  it('keeps what it says of itself true, whatever happens', () => {
    fc.assert(
      fc.property(course, (events) => {
        for (const { state, open, heldAt, confirmedAt, minutesDueOn, closedAt, recordedAt } of walk(events)) {
          expect(open).toBe(isOpen(state) ? 1 : 0)
          if (state === 'confirmed' || state === 'frozen') expect(confirmedAt).not.toBeNull()
          if (tookPlace(state)) expect(heldAt).not.toBeNull()
          // minutes are due from the visit until they are recorded
          expect(minutesDueOn !== null).toBe(state === 'held' || state === 'minutesDue')
          expect(closedAt !== null).toBe(state === 'closed')
          if (state === 'following') expect(recordedAt).not.toBeNull()
        }
      }),
    )
  })

  it('has to be confirmed anew after it was moved', () => {
    fc.assert(
      fc.property(course, (events) => {
        const steps = walk([...events, 'move'])
        const last = steps.at(-1)
        if (last && isAhead(last.state) && last.moved > 0 && last.state === 'approved')
          expect(last.confirmedAt).toBeNull()
      }),
    )
  })
})
