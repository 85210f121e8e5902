import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markKeyAction, type PreviousMarkKey } from '../../../renderer/grid/markKeys.ts'

/** The marks a row of keys enters, one cell each. */
const marksOf = (keys: string): number[] => {
  const marks: number[] = []
  let previous: PreviousMarkKey = null
  for (const key of keys) {
    const action = markKeyAction(key, previous, 'quick')
    previous = action.do === 'mark' ? action.key : null
    if (action.do === 'mark') marks.push(action.mark)
  }
  return marks
}

describe('mark keys', () => {
  test('1–5 enter 10, 8, 6, 4, 2', () => expect(marksOf('12345')).toEqual([10, 8, 6, 4, 2]))
  test('6 and 8 mean themselves', () => expect(marksOf('68')).toEqual([6, 8]))
  test('10 typed as a number is one mark of 10', () => expect(marksOf('10810')).toEqual([10, 8, 10]))
  test('only the 0 right after 1 is swallowed', () => {
    expect(markKeyAction('0', '1', 'quick')).toEqual({ do: 'swallow' })
    expect(markKeyAction('0', null, 'quick')).toEqual({ do: 'refuse', key: '0' })
    expect(markKeyAction('0', '2', 'quick')).toEqual({ do: 'refuse', key: '0' })
  })
  test('7 and 9 are refused, not guessed', () => {
    expect(markKeyAction('7', null, 'quick').do).toBe('refuse')
    expect(markKeyAction('9', null, 'quick').do).toBe('refuse')
  })
  test('only a key that is itself another mark is called ambiguous', () => {
    const ambiguous = '1234568'.split('').filter((key) => {
      const action = markKeyAction(key, null, 'quick')
      return action.do === 'mark' && action.ambiguous
    })
    expect(ambiguous).toEqual(['2'])
  })
  test('full-width digits of an input method count', () => expect(marksOf('３８')).toEqual([6, 8]))
  test('literal keys are all typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'0123456789a'.split('')), (key) => {
        expect(markKeyAction(key, null, 'literal')).toEqual({ do: 'type' })
      }),
    )
  })
  test('whatever is pressed, what is entered is a mark', () => {
    fc.assert(
      fc.property(fc.string(), (keys) => {
        expect(marksOf(keys).every((mark) => [10, 8, 6, 4, 2].includes(mark))).toBe(true)
      }),
    )
  })
})
