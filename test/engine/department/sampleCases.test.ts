import { describe, expect, it } from 'vitest'
import type { CaseId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { getCase } from '../../../db/recovery/service/sheet.ts'
import { listWinBacks } from '../../../db/recovery/winBack/service/read.ts'
import { newSampleKernel } from '../newKernel.ts'

const MS_AN_HOUR = 3_600_000
/** Tuesday 2026-11-24 10:00 in China: when the pictures are */
const STORY_NOW = Date.parse('2026-11-24T02:00:00Z')

function caseOf(kernel: Kernel, code: string) {
  const id = kernel.db
    .prepare<[string], CaseId>('SELECT id FROM recovery_case WHERE code = ? AND deleted = 0')
    .pluck()
    .get(code)
  if (id === undefined) throw new Error(`no ${code}`)
  return getCase(kernel, { caseId: id }).case
}

describe('the story of service recovery in the sample', () => {
  it('has the case of 南浔木业 as in the picture, an hour before its solution is due', () => {
    const sheet = caseOf(
      newSampleKernel(() => STORY_NOW),
      'C-0037',
    )
    expect(sheet).toMatchObject({
      account: '南浔木业',
      owner: '林晓舟',
      investigator: '唐棣',
      state: 'agreed',
      refused: 1,
      paid: 18.6 * 1_000_000,
      loss: 30 * 1_000_000,
      grading: { key: true, repeat: true, severity: 2 },
      repeatOf: { code: 'C-0031' },
      proof: { kind: 'notYet' },
    })
    expect(sheet.fairness).toMatchObject({ median: 0.52, verdict: 'usual' })
    expect(sheet.fairness?.ratio).toBeCloseTo(0.62)
    expect(sheet.fairness?.alike).toHaveLength(9)
    expect(sheet.orders).toEqual({
      baseline: { monthly: 365 * 1_000_000, from: 'season' },
      months: ['2026-12', '2027-01', '2027-02'],
      failed: '2026-11',
    })
    const { solution } = sheet.clocks
    expect(solution.kind === 'running' && Math.round((solution.due - STORY_NOW) / MS_AN_HOUR)).toBe(1)
    expect(sheet.visits).toHaveLength(1)
    expect(sheet.incident?.title).toContain('C-0037')
    expect(sheet.promise?.title).toContain('检测报告')
  })
  it('holds at any day and hour on which it is loaded', () => {
    for (const now of ['2026-01-03T15:00:00Z', '2027-02-28T23:30:00Z', '2026-10-02T04:00:00Z']) {
      const sheet = caseOf(
        newSampleKernel(() => Date.parse(now)),
        'C-0037',
      )
      expect(sheet.state).toBe('agreed')
      expect(sheet.events.every(({ at }) => at <= Date.parse(now))).toBe(true)
    }
  })
  it('has an account that was won back, one that deliberately is not, and one let go with courtesy', () => {
    const { rows } = listWinBacks(newSampleKernel(), {})
    expect(rows.map(({ account, state }) => [account, state])).toEqual(
      expect.arrayContaining([
        ['武汉楚江门窗', 'back'],
        ['唐山曹妃甸钢构', 'left'],
        ['镇江丹阳灯具', 'parted'],
      ]),
    )
  })
})
