import { describe, expect, it } from 'vitest'
import { FIRST_WINDOW, parseWindowState, reachableBox } from '../../../electron/rules/windowState.ts'

const screen = { x: 0, y: 0, width: 1_920, height: 1_080 }
const box = { x: 100, y: 50, width: 1_440, height: 900 }

describe('remembered windows', () => {
  it('come back as they were', () => {
    expect(parseWindowState(JSON.stringify({ box, maximized: true }))).toEqual({ box, maximized: true })
  })

  it.each(['', '{', 'null', '[]', '{"box":1}', '{"maximized":true}'])(
    'count %j as never remembered',
    (text) => {
      expect(parseWindowState(text)).toEqual(FIRST_WINDOW)
    },
  )

  it('drop a box that is not made of whole numbers', () => {
    expect(parseWindowState(JSON.stringify({ box: { ...box, x: 1.5 }, maximized: false })).box).toBeNull()
  })

  it.each([
    ['on a screen', box, box],
    ['mostly on a screen', { ...box, x: 1_800 }, { ...box, x: 1_800 }],
    ['on a screen that was unplugged', { ...box, x: 4_000 }, null],
    ['above every screen', { ...box, y: -500 }, null],
    ['too small to work in', { ...box, width: 300 }, null],
    ['nowhere', null, null],
  ])('%s', (_name, remembered, placed) => {
    expect(reachableBox(remembered, [screen])).toEqual(placed)
  })
})
