import { expect, it } from 'vitest'
import { FIGURE_UNITS } from '../../../db/accounts/rules/figures.ts'
import { FigureId } from '../../../db/kernel/ids.ts'
import { figureTitle } from '../../../renderer/features/accounts/list/accountColumns.ts'
import { i18n } from '../../../renderer/i18n/i18n.ts'
import { speakForTests } from './speak.ts'

it.each([
  ['zh', ['量 万元', '量', '量 %', '量 年', '量 天']],
  ['en', ['量 ¥10k', '量', '量 %', '量 years', '量 days']],
] as const)('a figure’s header in %s has the word of its unit, or none', async (language, headers) => {
  await speakForTests(language)
  const id = FigureId.parse('01900000-0000-7000-8000-0000000000f1')
  const titles = FIGURE_UNITS.map((unit) =>
    figureTitle({ id, name: '量', unit, order: 'a' }, 'tenThousand', i18n.t),
  )
  expect(titles).toEqual(headers)
})
