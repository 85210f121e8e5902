import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commandOf, editorCommandOf, type KeyPress } from '../../../renderer/grid/keys.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  shift: false,
  alt: false,
  composing: false,
  ...held,
})

describe('keys', () => {
  test('nothing belongs to the grid while an input method composes', () => {
    const key = fc.constantFrom('Enter', 'Tab', 'Escape', 'ArrowDown', 'a', '1', 'Process', 'Delete')
    fc.assert(
      fc.property(key, fc.boolean(), fc.boolean(), (name, ctrl, shift) => {
        const composing = press(name, { ctrl, shift, composing: true })
        expect([commandOf(composing), editorCommandOf(composing)]).toEqual([null, null])
      }),
    )
  })

  test.each(['z', 'y', 'k', '1', 'c', 'v', 'x', 's', 'f'])(
    'Ctrl+%s goes on to the app or the browser',
    (key) => {
      expect(commandOf(press(key, { ctrl: true }))).toBeNull()
      expect(editorCommandOf(press(key, { ctrl: true }))).toBeNull()
    },
  )

  test('Alt+arrows stay the window’s way back and forward', () => {
    expect(commandOf(press('ArrowLeft', { alt: true }))).toBeNull()
    expect(commandOf(press('ArrowDown', { alt: true }))).toEqual({ do: 'openList' })
  })

  test('arrows move, extend and jump', () => {
    expect(commandOf(press('ArrowDown'))).toEqual({ do: 'move', rows: 1, columns: 0, extend: false })
    expect(commandOf(press('ArrowLeft', { shift: true }))).toEqual({
      do: 'move',
      rows: 0,
      columns: -1,
      extend: true,
    })
    expect(commandOf(press('ArrowUp', { ctrl: true, shift: true }))).toEqual({
      do: 'edge',
      rows: -1,
      columns: 0,
      extend: true,
    })
  })

  test('Enter and Tab commit and say where to go', () => {
    expect(editorCommandOf(press('Enter'))).toEqual({ do: 'commit', rows: 1, columns: 0 })
    expect(editorCommandOf(press('Enter', { shift: true }))).toEqual({ do: 'commit', rows: -1, columns: 0 })
    expect(editorCommandOf(press('Tab'))).toEqual({ do: 'commit', rows: 0, columns: 1 })
    expect(editorCommandOf(press('Enter', { alt: true }))).toEqual({ do: 'newLine' })
  })

  test('a character is typed, a named key is not', () => {
    expect(commandOf(press('华'))).toEqual({ do: 'type', text: '华' })
    expect(commandOf(press('F5'))).toBeNull()
    expect(commandOf(press('Shift'))).toBeNull()
  })
})
