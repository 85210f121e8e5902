import { i18n, startI18n } from '../../../renderer/i18n/i18n.ts'

/** Speaks a language in a test, where there is no page whose language could be set. */
export async function speakForTests(language: 'zh' | 'en'): Promise<void> {
  if (!i18n.isInitialized) await startI18n(language)
  await i18n.changeLanguage(language)
}
