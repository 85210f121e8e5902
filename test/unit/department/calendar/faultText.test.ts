import { beforeAll, expect, it } from 'vitest'
import { faultText } from '../../../../renderer/features/department/calendar/calendarText.ts'
import { i18n } from '../../../../renderer/i18n/i18n.ts'
import { speakForTests } from '../../i18n/speak.ts'

beforeAll(() => speakForTests('zh'))

it('a fault of shifts says on which weekday it lies, on a single day too', () => {
  const shift = { from: 510, to: 720 }
  const text = (place: { weekday: number } | { day: string }) =>
    faultText({ fault: 'shiftsOverlap', place, shift }, i18n.t)
  expect(text({ weekday: 0 })).toContain('周一 的 08:30-12:00')
  expect(text({ day: '2024-02-05' })).toContain('2024-02-05 周一 的 08:30-12:00')
})
