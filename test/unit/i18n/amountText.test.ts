import { expect, it } from 'vitest'
import { amountText } from '../../../renderer/i18n/amountText.ts'
import { i18n } from '../../../renderer/i18n/i18n.ts'
import { speakForTests } from './speak.ts'

it('reads large amounts as people of either language say them', async () => {
  const fen = 43_547_000_000
  await speakForTests('zh')
  expect(amountText(fen, 'tenThousand', i18n.t)).toBe('43,547 万元')
  expect(amountText(fen, 'yuan', i18n.t)).toBe('435,470,000 元')
  await speakForTests('en')
  expect(amountText(fen, 'tenThousand', i18n.t)).toBe('¥435.47 million')
  expect(amountText(fen, 'yuan', i18n.t)).toBe('¥435,470,000')
})
