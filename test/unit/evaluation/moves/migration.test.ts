import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cellText,
  countMoves,
  DESTINATIONS,
  directionOf,
  ORIGINS,
  parseCell,
  tallyOf,
  tierRemarks,
} from '../../../../db/evaluation/moves/rules/migration.ts'
import { layOutSankey } from '../../../../db/evaluation/moves/rules/sankey.ts'
import { sankeySvg } from '../../../../db/evaluation/moves/rules/sankeySvg.ts'
import { sameSeasonLastYear } from '../../../../db/evaluation/moves/rules/season.ts'
import type { FixedTier } from '../../../../db/evaluation/moves/rules/side.ts'
import { DEFAULT_BORDERS } from '../../../../db/evaluation/rules/tiers.ts'

const anyCell = fc
  .record({ from: fc.constantFrom(...ORIGINS), to: fc.constantFrom(...DESTINATIONS) })
  .filter(({ from, to }) => from !== 'new' || to !== 'gone')

describe('the migration of tiers', () => {
  it('counts everybody once, and says who rose, fell, came and went', () => {
    fc.assert(
      fc.property(fc.array(anyCell), (cells) => {
        const tally = tallyOf(countMoves(cells))
        const { up, down, same, came, went, unclear } = tally
        expect(up + down + same + came + went + unclear).toBe(cells.length)
        expect(up).toBe(cells.filter((cell) => directionOf(cell) === 'up').length)
        expect(came).toBe(cells.filter(({ from }) => from === 'new').length)
      }),
    )
  })

  it('keeps a cell in an address, and takes nothing else for one', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        expect(parseCell(cellText(cell))).toEqual(cell)
      }),
    )
    for (const text of ['', 'key', 'key-', 'key-new', 'new-gone', 'key-main-small', 'toString-main'])
      expect(parseCell(text)).toBeUndefined()
  })

  it('knows up from down', () => {
    expect(directionOf({ from: 'key', to: 'main' })).toBe('down')
    expect(directionOf({ from: 'small', to: 'ordinary' })).toBe('up')
    expect(directionOf({ from: 'insufficient', to: 'key' })).toBe('none')
  })
})

describe('the picture of the migration', () => {
  const frame = { left: 100, right: 300, height: 240, gap: 8 }

  it('is as thick as it counts on both sides and stays in its frame', () => {
    fc.assert(
      fc.property(fc.array(anyCell, { minLength: 1, maxLength: 200 }), (cells) => {
        const { nodes, flows } = layOutSankey(countMoves(cells), frame)
        for (const side of ['from', 'to'] as const) {
          const ours = nodes.filter((node) => node.side === side)
          expect(ours.reduce((sum, { count }) => sum + count, 0)).toBe(cells.length)
          let end = -Infinity
          for (const { y, height } of ours) {
            expect(y).toBeGreaterThan(end)
            end = y + height
          }
          expect(ours[0]?.y ?? 0).toBeGreaterThanOrEqual(-1e-6)
          expect(end).toBeLessThanOrEqual(frame.height + 1e-6)
        }
        expect(flows.reduce((sum, { count }) => sum + count, 0)).toBe(cells.length)
      }),
    )
  })

  it('draws nothing of nobody', () => {
    expect(layOutSankey(countMoves([]), frame)).toEqual({ nodes: [], flows: [] })
  })

  it('stands alone on paper, its texts escaped', () => {
    const { svg } = sankeySvg(
      countMoves([{ from: 'key', to: 'main' }]),
      { finding: '1 户 <b>', drawn: 'A & B', from: '2025', to: '2026' },
      'zh',
    )
    expect(svg).toContain('1 户 &lt;b&gt;')
    expect(svg).toContain('A &amp; B')
    expect(svg).toContain('◆ 重要')
  })
})

describe('what moves a tier and not a score', () => {
  const side = (fixed: FixedTier | null, score: number | null = 700) => ({
    fixed,
    score,
    borders: DEFAULT_BORDERS,
  })
  const key: FixedTier = { kind: 'exception', tier: 'key' }

  it('is a tier placed, kept on or lifted, a change not approved, and a border that moved past the score', () => {
    expect(tierRemarks(side(null), side(key))).toEqual(['placed'])
    expect(tierRemarks(side({ kind: 'exception', tier: 'main' }), side(key))).toEqual(['placed'])
    expect(tierRemarks(side(key), side(key))).toEqual(['stays'])
    expect(tierRemarks(side(key), side(null))).toEqual(['lifted'])
    expect(tierRemarks(side(null), side({ kind: 'kept', tier: 'key' }))).toEqual(['retained'])
    expect(tierRemarks(side(null), side({ kind: 'carried', tier: 'key' }, null))).toEqual(['carried'])
    const higher = { ...side(null), borders: { ...DEFAULT_BORDERS, main: 720 } }
    expect(tierRemarks(side(null), higher)).toEqual(['borders'])
    expect(tierRemarks(side(null), { ...higher, score: 750 })).toEqual([])
  })
})

describe('the same season of last year', () => {
  const at = (roundId: string, publishedAt: string) => ({ roundId, publishedAt })

  it('is the publication nearest to a year before, of another round, within four months', () => {
    const now = at('d', '2026-07-10T00:00:00Z')
    const rounds = [
      at('c', '2026-01-15T00:00:00Z'),
      at('b', '2025-07-20T00:00:00Z'),
      at('a', '2025-03-01T00:00:00Z'),
      now,
    ]
    expect(sameSeasonLastYear(now, rounds)?.roundId).toBe('b')
    expect(sameSeasonLastYear(now, [at('c', '2026-01-15T00:00:00Z')])).toBeUndefined()
    expect(sameSeasonLastYear(now, [at('d', '2025-07-10T00:00:00Z')])).toBeUndefined()
  })
})
